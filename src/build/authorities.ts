/** `authorities.yml` → what the owner knows of names, and what is wrong with the entries that are left out. May import: model, text, build/owner-list. */
import { YAMLException } from "js-yaml";
import * as v from "valibot";
import type { Authorities, Authority } from "../model/authority.ts";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { cleanValue } from "../text/clean.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { foldForCompare } from "../text/fold.ts";
import { holds } from "../text/withhold/find.ts";
import type { Sought } from "../text/withhold/withhold.ts";
import { type EntryLines, entriesIn, isEmptyList, lineOfKey, linesOfEntries, loadPlainYaml } from "./owner-list.ts";

const kinds = ["person", "agency", "place"] as const;
const keys = [...kinds, "variants", "wikidata", "viaf", "note"];
const longestName = 200;
const longestNote = 1000;

const isText = "has to be a text";
const text = v.pipe(
  v.string(isText),
  v.transform((value) => cleanValue(value).replace(/\s+/g, " ")),
  v.trim(),
  v.nonEmpty("may not be empty"),
);
const name = v.pipe(text, v.maxLength(longestName, `may have ${longestName} characters at most`));
const howVariants = "has to be a list of names in square brackets, or tags of languages (`ru`, `zh-Hant`), each with its names";
const names = v.union([v.array(name), name], howVariants);
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, howVariants));
const variants = v.union([v.array(name), v.record(language, names)], howVariants);
/** Where people copy the whole address, the number at its end is what is meant. */
const wikidata = v.pipe(
  text,
  v.transform((value) => value.replace(/^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\//, "")),
  v.regex(/^Q[1-9]\d{0,11}$/, "has to be an item of Wikidata, like `Q42`"),
);
const viaf = v.pipe(
  text,
  v.transform((value) => value.replace(/^https?:\/\/(?:www\.)?viaf\.org\/(?:[a-z]{2}\/)?viaf\/|\/$/g, "")),
  v.regex(/^[1-9]\d{0,21}$/, "has to be the number of an entry in VIAF, like `113230702`"),
);
const entrySchema = v.strictObject({
  person: v.optional(name),
  agency: v.optional(name),
  place: v.optional(name),
  variants: v.optional(variants),
  wikidata: v.optional(wikidata),
  viaf: v.optional(viaf),
  note: v.optional(v.pipe(text, v.maxLength(longestNote, `may have ${longestNote} characters at most`))),
});

type Fields = v.InferOutput<typeof entrySchema>;

/**
 * Reads the entries. One that cannot be followed is left out and said; what is readable counts.
 *
 * @param file what to call it
 * @param sought what is withheld: an entry that holds some of it is left out whole, since its other names would tell
 */
export function readAuthorities(source: string, file: string, sought: readonly Sought[]): Authorities {
  if (isEmptyList(source)) return { entries: [], diagnostics: [] };
  const { found, diagnostics } = entriesOf(source, file);
  const said = [...diagnostics];
  const entries: Authority[] = [];
  const taken = new Map<string, number>();
  for (const { data, lines } of found) {
    const read = readEntry(data, lines, file, sought);
    if ("code" in read) {
      said.push(read);
      continue;
    }
    const twice = keysOf(read).find((key) => taken.has(key));
    if (twice === undefined) {
      entries.push(read);
      for (const key of keysOf(read)) taken.set(key, read.line);
    } else said.push(problem("authority-twice", `A name of this entry is one of the entry in line ${taken.get(twice)} already.`, file, read.line));
  }
  return { entries, diagnostics: said.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** The names of an entry, folded as they are compared. A person and an agency stand in the same list, a place in another. */
function keysOf({ kind, name: own, variants: others }: Authority): string[] {
  const list = kind === "place" ? "place" : "author";
  return [...new Set([own, ...others.map((each) => each.name)].map((each) => `${list} ${foldForCompare(each) || each}`))];
}

interface Entry {
  readonly data: unknown;
  readonly lines: EntryLines;
}

/** The entries as data. Where the file as a whole is no YAML, those that are, each read by itself. */
function entriesOf(source: string, file: string): { found: Entry[]; diagnostics: Diagnostic[] } {
  try {
    const data = loadPlainYaml(source);
    if (!Array.isArray(data)) return { found: [], diagnostics: [problem("authorities-invalid", "The file holds no list.", file, 1, listHint)] };
    const lines = linesOfEntries(source, data.length);
    return { found: data.map((each, index) => ({ data: each, lines: lines[index] as EntryLines })), diagnostics: [] };
  } catch (error) {
    const parts = entriesIn(source);
    if (parts.length < 2) return { found: [], diagnostics: [unreadable(error, "authorities-invalid", file, 1)] };
    return partsOf(parts, file);
  }
}

function partsOf(parts: readonly EntryLines[], file: string): { found: Entry[]; diagnostics: Diagnostic[] } {
  const found: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const lines of parts) {
    try {
      const data = loadPlainYaml(lines.text.join("\n"));
      for (const each of Array.isArray(data) ? data : [data]) found.push({ data: each, lines });
    } catch (error) {
      diagnostics.push(unreadable(error, "authority-invalid", file, lines.line));
    }
  }
  return { found, diagnostics };
}

function unreadable(error: unknown, code: Code, file: string, line: number): Diagnostic {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  // It may quote what is in the file.
  const reason = error instanceof YAMLException ? error.reason.replace(/"[^"]*"/g, "…") : "it cannot be read";
  return problem(code, `The ${code === "authority-invalid" ? "entry" : "file"} is no YAML: ${reason}.`, file, line + (mark?.line ?? 0), quotesHint);
}

const quotesHint = "Words with a colon, a hash or a quotation mark in them stand in quotes. What cannot be read is left out until then.";
const listHint = "Write a list: each entry begins with a dash, like `- person: Ada Finch`.";

function readEntry(data: unknown, { line, text: lines }: EntryLines, file: string, sought: readonly Sought[]): Authority | Diagnostic {
  const say = (message: string, key: string | null, hint?: string) => problem("authority-invalid", message, file, line + lineOfKey(key, lines), hint);
  if (data === null || typeof data !== "object" || Array.isArray(data)) return say("The entry is no list of fields.", null, listHint);
  if (isWithheld(data, sought)) return problem("authority-withheld", "The entry holds words that are to be withheld.", file, line);
  const result = v.safeParse(entrySchema, data);
  if (!result.success) return issueOf(result.issues[0], say);
  const fields = result.output;
  const [kind, other] = kinds.filter((each) => fields[each] !== undefined);
  if (kind === undefined || other !== undefined)
    return say(`An entry has exactly one of \`person\`, \`agency\` and \`place\`; this one has ${kind === undefined ? "none" : "several"}.`, null);
  const { wikidata: item = null, viaf: cluster = null, note = null } = fields;
  return { kind, name: fields[kind] ?? "", variants: variantsOf(fields), wikidata: item, viaf: cluster, note, file, line };
}

/** Whether words that are withheld stand anywhere in an entry, whether it can be followed or not. */
function isWithheld(data: unknown, sought: readonly Sought[]): boolean {
  return sought.length > 0 && holds(JSON.stringify(data), sought);
}

function issueOf({ path, message, type, expected }: v.BaseIssue<unknown>, say: (message: string, key: string | null, hint?: string) => Diagnostic): Diagnostic {
  const key = String(path?.[0]?.key ?? "");
  if (type !== "strict_object" || expected !== "never") return say(`\`${key}\` ${message}.`, key);
  const meant = didYouMean(key, keys);
  const all = `The keys are ${keys.map((each) => `\`${each}\``).join(", ")}.`;
  return say("The entry has a key that there is not.", key, meant === null ? all : `Did you mean \`${meant}\`?`);
}

function variantsOf({ variants: given = [] }: Fields): Authority["variants"] {
  if (Array.isArray(given)) return given.map((each) => ({ name: each, language: null }));
  return Object.entries(given).flatMap(([tag, own]) => [own].flat().map((each) => ({ name: each, language: tag })));
}

function problem(code: Code, message: string, file: string, line: number, hint: string = codes[code].advice): Diagnostic {
  return { code, file, message, hint, line, column: 1 };
}
