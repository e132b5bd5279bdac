/** `Related article: HEADLINE`, `Original url:`, `Photo by Jane Roe`: a printed word that says what stands behind it. May import: parse/marks/words, text. */
import type { LabelKind } from "../../languages/language.ts";
import { foldWord } from "../../text/fold.ts";
import type { Words } from "./words.ts";

export interface LabelMark {
  readonly kind: LabelKind;
  /** The label as printed, without colon. */
  readonly label: string;
  /** What stands behind it on the same line; empty where nothing does. */
  readonly rest: string;
}

const longestLabel = 48;

/**
 * Reads a label at the start of a line.
 *
 * @param alone whether a line that is the label and nothing else, without a colon, counts (a heading, or a line by itself); or of which kinds it does
 */
export function readLabel(text: string, words: Words, alone: boolean | ((kind: LabelKind) => boolean)): LabelMark | null {
  const found = findLabel(text, words, alone);
  return found !== null && fits(found) ? found : null;
}

/** Whether what stands behind a label can be what it announces: `Section: aisle. The librarian repeats it …` is a sentence. */
function fits({ kind, rest }: LabelMark): boolean {
  const isSentence = /[.!?…。！？]["”»]?$/u.test(rest) && rest.split(" ").length > 4;
  switch (kind) {
    case "section":
    case "publication":
    case "language":
    case "dateline":
      return rest.length <= 80 && !isSentence;
    case "tags":
      return rest.length <= 400 && !isSentence;
    case "date":
    case "updated":
      return rest.length <= 80 && !isSentence;
    case "credit":
      return rest.length <= 120 && !/^\p{Ll}\S* \p{Ll}/u.test(rest);
    case "source":
      return /:\/\/|www\.|\w\.\w+\//.test(rest) || !isSentence;
    default:
      return true;
  }
}

function findLabel(text: string, words: Words, alone: boolean | ((kind: LabelKind) => boolean)): LabelMark | null {
  const line = text
    .replace(/^\[([^[\]]*)\]$|^\(([^()]*)\)$/, "$1$2")
    .replace(/^(?:[*_\s►▶➤→▸»·•]|>>)+/u, "")
    .replace(/^【([^【】]{2,12})】\s*(?=\S)/u, "$1：");
  const colon = /[:：]/.exec(line.slice(0, longestLabel));
  // `file:///home/jane/story.txt` is an address, whatever stands before its colon.
  if (colon !== null && !line.startsWith("//", colon.index + 1)) {
    const label = line.slice(0, colon.index);
    const kind = words.labels.get(foldWord(label.replace(/[*_\s]+$/, "")));
    if (kind !== undefined) return { kind, label: label.trim(), rest: line.slice(colon.index + 1).replace(/^[*_\s]+|[\s]+$/g, "") };
  }
  const other = commaLabel(line, words) ?? capitalLabel(line, words);
  if (other !== null) return other;
  const dash = /\s[-–—|]\s/.exec(line.slice(0, longestLabel));
  if (dash !== null) {
    const kind = words.labels.get(foldWord(line.slice(0, dash.index)));
    if (kind === "related" || kind === "source" || kind === "credit") {
      return { kind, label: line.slice(0, dash.index), rest: line.slice(dash.index + dash[0].length).trim() };
    }
  }
  const credit = creditWithoutColon(line, words);
  if (credit !== null) return credit;
  if (alone === false || line.length > longestLabel) return null;
  const whole = line.replace(/[*_\s]+$/, "");
  const kind = words.labels.get(foldWord(whole));
  return kind === undefined || (alone !== true && !alone(kind)) ? null : { kind, label: whole, rest: "" };
}

/** `Fot. Jan Kowal`, `Photo by Jane Roe`: a label of a credit that needs no colon. */
function creditWithoutColon(line: string, words: Words): LabelMark | null {
  const isCreditLabel = (label: string | undefined) => words.labels.get(foldWord(label ?? "")) === "credit";
  const short = /^(\p{L}{2,3})\.\s(?=\p{Lu})(.+)$/u.exec(line);
  if (short !== null && isCreditLabel(short[1])) return { kind: "credit", label: short[1] ?? "", rest: short[2] ?? "" };
  const opening = words.creditOpening.exec(line);
  if (opening === null || !isCreditLabel(opening[1]) || !/^\p{Lu}|^\p{Lo}/u.test(opening[2] ?? "")) return null;
  return { kind: "credit", label: opening[1] ?? "", rest: opening[2] ?? "" };
}

/** `Image source, Getty Images`, `图像来源，Getty Images`: a comma instead of the colon, behind two words. */
function commaLabel(line: string, words: Words): LabelMark | null {
  const comma = /[,，،]\s?/u.exec(line.slice(0, longestLabel));
  const label = line.slice(0, comma?.index ?? 0);
  if (comma === null || !/\s|^\p{Script=Han}{4}/u.test(label)) return null;
  const kind = words.labels.get(foldWord(label));
  const rest = line.slice(comma.index + comma[0].length).trim();
  return (kind === "credit" || kind === "caption") && rest !== "" ? { kind, label, rest } : null;
}

/** `À LIRE AUSSI Le port compte ses bateaux`: capitals tell the label from the headline. */
function capitalLabel(line: string, words: Words): LabelMark | null {
  const capitals = /^((?:\p{Lu}[\p{Lu}'’]*\s){2,5})(?=\p{Lu}['’]?\p{Ll}|[«“])/u.exec(line);
  if (capitals === null || words.labels.get(foldWord(capitals[1] ?? "")) !== "related") return null;
  return { kind: "related", label: (capitals[1] ?? "").trim(), rest: line.slice(capitals[0].length) };
}
