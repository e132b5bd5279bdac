/** The theme, from the owner's files and the program's. May import: model, io, theme, outputs. */
import type { ThemeFile } from "../io/theme-folder.ts";
import { codes } from "../model/codes.ts";
import { outputs } from "../outputs/table.ts";
import type { Strings } from "../theme/strings.ts";
import { makeTheme, TemplateFailure, type Theme } from "../theme/theme.ts";

/**
 * The language that the pages around the articles will be in: the site's, if there is a table of strings in it; else English. Pages say in
 * their `lang` what they really are.
 */
export function themeLanguage(files: ReadonlyMap<string, ThemeFile>, wanted: string): string {
  const primary = wanted.split("-", 1)[0] ?? "en";
  return [wanted, primary].find((language) => files.has(`strings/${language}.json`)) ?? "en";
}

/**
 * Compiles the theme. Throws a `TemplateFailure` where a template or the strings cannot be used.
 *
 * @param language one that `themeLanguage` gave
 */
export function loadTheme(files: ReadonlyMap<string, ThemeFile>, language: string): Theme {
  const templates = [...files].flatMap(([path, { file, content }]) =>
    path.endsWith(".eta") ? [{ name: path.replace(/\.eta$/, ""), file, source: content.toString("utf8") }] : [],
  );
  for (const output of outputs) {
    for (const name of output.templates) if (!files.has(`${name}.eta`)) throw failure(`${name}.eta`, `The template ${name}.eta is missing.`);
  }
  return makeTheme(templates, stringsOf(files, language), language);
}

/** A table of strings; what it lacks is taken from the English one. */
function stringsOf(files: ReadonlyMap<string, ThemeFile>, language: string): Strings {
  const english = parse(files, "en");
  if (language === "en") return english;
  const own = parse(files, language);
  return { ...english, ...own, counts: { ...english.counts, ...own.counts }, texts: { ...english.texts, ...own.texts } };
}

function parse(files: ReadonlyMap<string, ThemeFile>, language: string): Strings {
  const file = files.get(`strings/${language}.json`);
  if (file === undefined) throw failure(`strings/${language}.json`, `The table of strings ${language}.json is missing.`);
  try {
    return JSON.parse(file.content.toString("utf8")) as Strings;
  } catch (error) {
    throw failure(file.file, `The table of strings is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function failure(file: string, message: string): TemplateFailure {
  return new TemplateFailure({ code: "template-invalid", file, message, hint: codes["template-invalid"].advice, line: 1, column: 1 });
}
