/** What is put in the place of withheld words, so that the text around them keeps its meaning. May import: model. */
import { defaultMarks } from "../../model/redaction.ts";

/** What a text is: brackets mean something in Markdown, and more in front matter. */
export type Setting = "plain" | "markdown" | "fields";

/** A mark as it may stand in a text of that kind. */
export function setMark(mark: string, setting: Setting): string {
  if (setting === "plain") return mark;
  if (setting === "markdown") return mark.replace(/[\\`*_[\]<>~|&#]/g, "\\$&");
  // Neither YAML nor TOML reads anything into parentheses, letters and spaces.
  return mark
    .replace(/[[{]/g, "(")
    .replace(/[\]}]/g, ")")
    .replace(/["'\\:#,&*!|>%@`=\n]/g, " ")
    .trim();
}

const words = Object.values(defaultMarks).map((mark) => mark.slice(1, -1));
const whole = new RegExp(`^\\\\?[[(](?:${words.join("|")})\\\\?[\\])]$`);
const anywhere = new RegExp(`\\\\?[[(](?:${words.join("|")})\\\\?[\\])]`, "g");

/** Whether a text is nothing but a mark that Tearsheet leaves: nobody's name, and no words of the paper. */
export function isMark(text: string): boolean {
  return whole.test(text.trim());
}

/** A text without the marks that Tearsheet leaves; null where there is none in it. */
export function withoutMarks(text: string): string | null {
  const rest = text.replace(anywhere, "");
  return rest === text ? null : rest;
}
