/** `redactions.yml` → what is taken back, or diagnostics that say what to mend. What it says is not said again: a report may be seen. May import: model, text, build/owner-list. */
import { YAMLException } from "js-yaml";
import { codes } from "../model/codes.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { defaultMarks, type Redaction } from "../model/redaction.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { holds } from "../text/withhold/find.ts";
import { type Sought, soughtOf, withholdIn } from "../text/withhold/withhold.ts";
import { isEmptyList, lineOfKey, linesOfEntries, loadPlainYaml } from "./owner-list.ts";

export const redactionsFile = "redactions.yml";

export type RedactionsResult = { readonly redactions: readonly Redaction[] } | { readonly diagnostics: readonly Diagnostic[] };

const kinds = ["withdraw", "replace", "remove"] as const;
const options: Readonly<Record<Redaction["kind"], readonly string[]>> = {
  withdraw: ["reason", "show-reason"],
  replace: ["with", "in", "reason", "show-reason"],
  remove: ["in", "reason", "show-reason"],
};

/**
 * Reads the entries.
 *
 * @param file what to call it
 * @param seeds the seeds folder, as the call names it: a seed may be named with it
 */
export function readRedactions(source: string, file: string, seeds: string): RedactionsResult {
  // A file that was cut short must not pass for one that asks for nothing.
  if (isEmptyList(source)) return { diagnostics: [problem(file, "The file is empty.", 1, 1, listHint)] };
  let data: unknown;
  try {
    data = loadPlainYaml(source);
  } catch (error) {
    const mark = error instanceof YAMLException ? error.mark : undefined;
    const reason = error instanceof YAMLException ? error.reason.replace(/"[^"]*"/g, "…") : "it cannot be read";
    return { diagnostics: [problem(file, `The file is no YAML: ${reason}.`, (mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1, quotesHint)] };
  }
  if (!Array.isArray(data)) return { diagnostics: [problem(file, "The file holds no list.", 1, 1, listHint)] };
  const lines = linesOfEntries(source, data.length);
  const results = data.map((entry, index) => readEntry(entry, { file, line: lines[index]?.line ?? 1, lines: lines[index]?.text ?? [], seeds }));
  const diagnostics = results.flatMap((result) => ("kind" in result ? [] : result.diagnostics));
  if (diagnostics.length > 0) return { diagnostics };
  return { redactions: results.flatMap((result) => ("kind" in result ? [result] : [])) };
}

const quotesHint = "Words with a colon, a hash or a quotation mark in them stand in quotes. Nothing is built as long as the file cannot be followed.";
const listHint = 'Write a list: each entry begins with a dash, like `- replace: "A. N. Other"`. Write `[]` if there is nothing to withhold.';

interface Place {
  readonly file: string;
  /** Where the entry begins. */
  readonly line: number;
  /** The entry's lines. */
  readonly lines: readonly string[];
  readonly seeds: string;
}

type Fields = Readonly<Record<string, unknown>>;

type Problems = { readonly diagnostics: readonly Diagnostic[] };
type Say = (message: string, key?: string | null, hint?: string) => Problems;

function readEntry(entry: unknown, place: Place): Redaction | Problems {
  const { file, line } = place;
  const say: Say = (message, key = null, hint) => ({ diagnostics: [problem(file, message, lineOf(key, place), 1, hint)] });
  if (entry === null || typeof entry !== "object" || Array.isArray(entry)) return say("The entry is no list of fields.", null, listHint);
  const fields = entry as Fields;
  const kind = kindOf(Object.keys(fields), say);
  if (typeof kind !== "string") return kind;
  const wrong = wrongOption(fields, kind, say);
  if (wrong !== null) return wrong;
  const target = textOf(fields, kind) ?? "";
  const within = textOf(fields, "in");
  const redaction: Redaction = {
    kind,
    target: kind === "withdraw" ? placeName(target, place.seeds) : target,
    mark: textOf(fields, "with")?.replace(/\s+/g, " ") ?? (kind === "remove" ? defaultMarks.remove : defaultMarks.replace),
    within: within === null ? null : placeName(within, place.seeds),
    reason: textOf(fields, "show-reason") === "true" ? textOf(fields, "reason") : null,
    file,
    line,
  };
  if (kind === "withdraw") return redaction;
  const [sought] = soughtOf([redaction]);
  if (sought === undefined) return say(`\`${kind}\` has too few letters to be looked for: two are needed at least.`, kind);
  return markProblem(redaction, sought, place) ?? redaction;
}

function kindOf(keys: readonly string[], say: Say): Redaction["kind"] | Problems {
  const [kind, ...others] = kinds.filter((each) => keys.includes(each));
  if (kind === undefined) {
    const meant = meantBy(keys, [...kinds, "with", "in", "reason", "show-reason"]);
    return say(`An entry has exactly one of \`withdraw\`, \`replace\` and \`remove\`; this one has none.${meant}`);
  }
  if (others.length > 0) return say("An entry has exactly one of `withdraw`, `replace` and `remove`; this one has several.");
  const known = [kind, ...options[kind]];
  const unknown = keys.filter((key) => !known.includes(key));
  const list = known.map((key) => `\`${key}\``).join(", ");
  return unknown.length === 0 ? kind : say(`An entry with \`${kind}\` has no other keys than ${list}.${meantBy(unknown, known)}`, unknown[0] ?? null);
}

function wrongOption(fields: Fields, kind: Redaction["kind"], say: Say): Problems | null {
  const wrong = Object.keys(fields).find((key) => typeof fields[key] !== "string" || (fields[key] as string).trim() === "");
  if (wrong !== undefined)
    return say(`\`${wrong === kind || options[kind].includes(wrong) ? wrong : "A key"}\` has to be a text, and may not be empty.`, wrong);
  const shown = textOf(fields, "show-reason") ?? "false";
  if (shown !== "true" && shown !== "false") return say("`show-reason` has to be `true` or `false`.", "show-reason");
  return shown === "true" && textOf(fields, "reason") === null ? say("`show-reason` asks for a reason, and there is none.", "show-reason") : null;
}

/** A mark that holds what it stands for would give it away, or be taken for it. */
function markProblem({ mark }: Redaction, sought: Sought, place: Place): Problems | null {
  const marks = [mark, ...Object.values(defaultMarks)];
  if (!marks.some((each) => holds(each, [sought]))) return null;
  const isDefault = Object.values(defaultMarks).some((each) => holds(each, [sought]));
  const message = isDefault
    ? "The words are those of a mark that Tearsheet leaves: all marks would be taken for them."
    : "The mark that is to stand in the place of the words holds the words.";
  return { diagnostics: [problem(place.file, message, lineOf("with", place), 1, "Choose other words.")] };
}

/** What a near miss may have meant; an unknown key itself may hold a name, and is not said. */
function meantBy(keys: readonly string[], known: readonly string[]): string {
  const meant = keys.map((key) => didYouMean(key, [...known])).find((each) => each !== null);
  return meant === undefined || meant === null ? "" : ` Did you mean \`${meant}\`?`;
}

function textOf(fields: Fields, key: string): string | null {
  const value = fields[key];
  return typeof value === "string" ? value.trim() : null;
}

/** The path of a seed as it is below the seeds folder; an address stays as it is. */
function placeName(text: string, seeds: string): string {
  const path = text.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const folders = [seeds.replaceAll("\\", "/").replace(/^(?:\.\/)+|\/+$/g, ""), "seeds"];
  const folder = folders.find((each) => each !== "" && path.startsWith(`${each}/`));
  return folder === undefined ? path : path.slice(folder.length + 1);
}

function lineOf(key: string | null, { line, lines }: Place): number {
  return line + lineOfKey(key, lines);
}

function problem(file: string, message: string, line: number, column: number, hint: string = codes["redactions-invalid"].advice): Diagnostic {
  return { code: "redactions-invalid", file, message, hint, line, column };
}

/**
 * The settings without what is withheld everywhere, and with it for the reading of seeds.
 *
 * @returns a diagnostic where the archive's own address holds it: nothing can be built under that
 */
export function withRedactions({ site, house }: Config, redactions: readonly Redaction[], file: string): Config | Diagnostic {
  const sought = soughtOf(redactions.filter(({ within }) => within === null));
  if (redactions.length === 0) return { site, house };
  const clean = (text: string) => withholdIn(text, sought);
  if (site.baseUrl !== null && holds(site.baseUrl, sought))
    return {
      code: "config-invalid",
      file,
      message: "The archive's own address (`baseUrl`) holds words that are to be withheld.",
      hint: codes["config-invalid"].advice,
      line: null,
      column: null,
    };
  const folders = Object.entries(house.folders).map(([path, { publication, section, ...rest }]) => [
    path,
    {
      ...rest,
      ...(publication === undefined ? {} : { publication: clean(publication) }),
      ...(section === undefined ? {} : { section: clean(section) }),
    },
  ]);
  const publications = Object.entries(house.publications).map(([host, name]) => [host, clean(name)]);
  return {
    site: { ...site, title: clean(site.title), description: clean(site.description) },
    house: { ...house, folders: Object.fromEntries(folders), publications: Object.fromEntries(publications), redactions },
  };
}
