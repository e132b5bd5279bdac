/**
 * Archives with words in them that nobody may see, set in all ways, and a search for them that shares nothing with the program. A name is made of
 * syllables, so that it is in no other text.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { readAuthorities } from "../../src/build/authorities.ts";
import { type BuiltSite, buildSite } from "../../src/build/build-site.ts";
import { readConfig } from "../../src/build/config.ts";
import { readRedactions, withRedactions } from "../../src/build/redactions.ts";
import { beginningOf } from "../../src/build/unchanged.ts";
import { soughtOf } from "../../src/text/withhold/withhold.ts";

/** Builds an archive in a folder that is gone afterwards, and hands it to a function. */
export function withArchive<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (out: string, built: BuiltSite, seeds: string) => T,
  settings = "{}",
): T {
  const root = mkdtempSync(join(tmpdir(), "tearsheet-redaction-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const read = readConfig(settings, "tearsheet.config.json", "Tearsheet", undefined);
    if (read.config === null) throw new Error(JSON.stringify(read.diagnostics));
    const source = files["redactions.yml"];
    const loaded = source === undefined ? { redactions: [] } : readRedactions(String(source), "redactions.yml", "seeds");
    if ("diagnostics" in loaded) throw new Error(JSON.stringify(loaded.diagnostics));
    const config = withRedactions(read.config, loaded.redactions, "tearsheet.config.json");
    if (!("house" in config)) throw new Error(config.message);
    const list = files["authorities.yml"];
    const authorities = readAuthorities(String(list ?? ""), "authorities.yml", soughtOf(loaded.redactions));
    const out = join(root, "dist");
    const built = buildSite(
      { seeds: join(root, "seeds"), out, templates: join(root, "templates") },
      { ...config, authorities },
      { releases: false, allowRemovals: false },
      { beginning: beginningOf(join(root, "seeds"), join(root, "templates"), null), cache: null, threads: 1 },
      () => {},
      () => {},
    );
    return use(out, built, join(root, "seeds"));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The letters of a text, joined: whatever stood between. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "" };

function unescaped(text: string): string {
  let result = text;
  for (let round = 0; round < 3; round += 1) {
    result = result
      .replace(/&#x([0-9a-f]+);?/gi, (_, hex: string) => String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))))
      .replace(/&#(\d+);?/g, (_, decimal: string) => String.fromCodePoint(Math.min(0x10ffff, Number(decimal))))
      .replace(/&([a-z]+);/gi, (whole, name: string) => named[name.toLowerCase()] ?? whole)
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
  }
  return result;
}

/** Every way to look at bytes. */
function looks(bytes: Buffer): string[] {
  const text = bytes.toString("utf8");
  const plain = unescaped(text);
  const stripped = plain.replace(/<[^>]*>/g, "");
  return [
    text,
    plain,
    stripped,
    plain.replace(/\\[ntr]/g, " "),
    stripped.replace(/\\[ntr]/g, " "),
    bytes.toString("utf16le"),
    bytes.subarray(1).toString("utf16le"),
  ].map(fold);
}

/** The files, by name and content, in which one of the words is found; with what is found. */
export function leaksIn(out: string, words: readonly string[]): { path: string; word: string }[] {
  const folded = words.map((word) => ({ word, letters: fold(word) }));
  return (readdirSync(out, { recursive: true }) as string[]).flatMap((path) => {
    const isFile = statSync(join(out, path)).isFile();
    const views = [...(isFile ? looks(readFileSync(join(out, path))) : []), fold(unescaped(path))];
    return folded.filter(({ letters }) => views.some((view) => view.includes(letters))).map(({ word }) => ({ path, word }));
  });
}

const syllables = {
  latin: ["vor", "zel", "kym", "jar", "dov", "wiq", "büz", "gøn", "fyx", "žak", "pül", "hév"],
  cyrillic: ["вор", "зел", "кым", "жар", "дёв", "щук", "бюз", "гон", "фых", "йак", "пуль", "хев"],
  arabic: ["زور", "كيم", "ضوف", "غون", "فيخ", "جاك", "بول", "حيف"],
} as const;

type Script = keyof typeof syllables;

function wordOf(script: Script, fewest: number): fc.Arbitrary<string> {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return fc.array(fc.constantFrom(...syllables[script]), { minLength: fewest, maxLength: fewest + 1 }).map((parts) => capital(parts.join("")));
}

/** `Vorzelkym Dovžak`: two words, or three. */
export const name: fc.Arbitrary<string> = fc
  .constantFrom<Script>("latin", "latin", "cyrillic", "arabic")
  .chain((script) => fc.array(wordOf(script, 2), { minLength: 2, maxLength: 3 }))
  .map((words) => words.join(" "));

/** A sentence or two of such words. */
export const passage: fc.Arbitrary<string> = fc
  .constantFrom<Script>("latin", "cyrillic")
  .chain((script) => fc.array(wordOf(script, 1), { minLength: 5, maxLength: 14 }))
  .map((words) => `${words.slice(0, 3).join(" ")}, ${words.slice(3).join(" ")}.`);

const middle = (word: string) => Math.floor(word.length / 2);
const cutWord = (text: string, put: string) => text.replace(/\S{5,}/, (word) => word.slice(0, middle(word)) + put + word.slice(middle(word)));
const entity = (character: string) => `&#${character.codePointAt(0)};`;

/** Ways to set words in a running text that a reader, or a reader's program, sees through. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  capitals: (text) => text.toUpperCase(),
  small: (text) => text.toLowerCase(),
  decomposed: (text) => text.normalize("NFD"),
  "no-break spaces": (text) => text.replaceAll(" ", "\u00a0"),
  "two spaces": (text) => text.replaceAll(" ", "  "),
  "soft hyphen": (text) => cutWord(text, "\u00ad"),
  "zero width": (text) => cutWord(text, "\u200b"),
  "direction marks": (text) => `\u202b${text}\u202c`,
  "line end": (text) => text.replace(" ", "\n"),
  "line ends": (text) => text.replaceAll(" ", "\r\n"),
  quoted: (text) => text.replace(" ", "\n> "),
  "broken word": (text) => cutWord(text, "-\n"),
  emphasis: (text) => text.replace(/\S+/, "**$&**"),
  "emphasis within": (text) => cutWord(text, "**").replace(/\S+$/, "*$&*"),
  tags: (text) => text.replace(/\S+/, "<b>$&</b>"),
  "tags within": (text) => cutWord(text, "<span title='x'></span>"),
  entity: (text) => entity(text) + text.slice(1),
  entities: (text) => [...text].map(entity).join(""),
  hexadecimal: (text) => [...text].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(""),
  "named space": (text) => text.replaceAll(" ", "&nbsp;"),
  link: (text) => text.replace(/\S+/, "[$&](https://elsewhere.example.org/a)"),
  address: (text) => `https://elsewhere.example.org/2020/${encodeURIComponent(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"))}`,
  underscores: (text) => text.replace(/[^\p{L}\p{N}]+/gu, "_"),
  hashtag: (text) => `#${text.replace(/[^\p{L}\p{N}]+/gu, "")}`,
  escapes: (text) => [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  comma: (text) => text.replace(" ", ", "),
  possessive: (text) => `${text}’s`,
  mail: (text) => `${text.replace(/[^\p{L}\p{N}]+/gu, ".")}@example.org`,
  picture: (text) => `![${text}](pictures/${encodeURIComponent(text)}.jpg)`,
};

const oneLine = Object.keys(disguises).filter((key) => !/line|quoted|broken/.test(key));
const filler = "The ferry came back on Wednesday, and the harbour was full of people who had waited for it.";

/** A placement of words: in which part of an article, and how they are set. */
const clipping: readonly ((word: string) => string)[] = [
  (word) => `## Ferry ${word} Returns\n\nBy Jane Roe\n\nMay 1, 2020\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nBy ${word}\n\nMay 1, 2020\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nBy Jane Roe and ${word}\n\nMay 1, 2020\n\n${filler}\n`,
  (word) => `TOWN\n\n## Ferry Returns\n\nWhat ${word} said of it\n\nBy Jane Roe\n\nMay 1, 2020\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nBy Jane Roe\n\nMay 1, 2020\n\nThe harbour ${word} / COASTAL PRESS\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n${filler} ${word} was there. ${filler}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n${word}\n\n${filler}\n\n${word}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n${filler}\n\n## Related article: ${word} Leaves\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n${filler}\n\nCorrection: it was ${word} who spoke.\n\nEditor's note: ${word} is away.\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\nTags: ferry, ${word}\n\nSection: ${word}\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n${filler}\n\n## Original url:\n\nhttps://courier.example.org/${encodeURIComponent(word)}\n`,
  (word) => `${word.toUpperCase()} (Coastal Press) — ${filler}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n> ${filler}\n> and ${word} said so.\n> ${filler}\n`,
  (word) => `## ${word}\n\nMay 1, 2020\n\n${filler}\n`,
  (word) => `## Ferry Returns\n\nMay 1, 2020\n\n${filler}\n\n${word}\n`,
  (word) =>
    `Document 1 of 2\n\nFerry ${word}\n\nBy Jane Roe\n\nMay 1, 2020\n\n${filler}\n\nDocument 2 of 2\n\nFerry Leaves\n\nBy ${word}\n\nMay 2, 2020\n\n${filler}\n`,
];
const quoted = (word: string) => JSON.stringify(word);
const fronted: readonly ((word: string) => string)[] = [
  (word) => `---\ntitle: ${quoted(word)}\nauthor: Jane Roe\ndate: 2020-05-01\n---\n\n${filler}\n`,
  (word) => `---\ntitle: Ferry\nauthor: ${quoted(word)}\ndate: 2020-05-01\n---\n\n${filler}\n`,
  (word) => `---\ntitle: Ferry\nauthors:\n  - Jane Roe\n  - name: ${quoted(word)}\ntags: [ferry, ${quoted(word)}]\n---\n\n${filler}\n`,
  (word) => `---\ntitle: Ferry\ndescription: >\n  It was ${word.replaceAll("\n", "\n  ")}\n  who said so.\n---\n\n${filler}\n`,
  (word) => `---\ntitle: Ferry\nslug: ${quoted(word)}\nimage:\n  src: ${quoted(`/img/${word}.jpg`)}\n  caption: ${quoted(word)}\n---\n\n${filler}\n`,
  (word) =>
    `---\ntitle: Ferry\nrelated:\n  - headline: ${quoted(word)}\n    url: ${quoted(`https://x.example.org/${word}`)}\nunknown: ${quoted(word)}\n---\n\n${filler}\n`,
  (word) => `---\ntitle: Ferry\nauthor: "${[...word].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"\n---\n\n${filler}\n`,
  (word) => `+++\ntitle = ${quoted(word)}\nauthors = ["Jane Roe", ${quoted(word)}]\n+++\n\n${filler}\n`,
];
const markdown: readonly ((word: string) => string)[] = [
  (word) => `# Ferry Returns\n\n- one\n- ${word}\n\n| a | b |\n|---|---|\n| ${word.replaceAll("\n", " ")} | c |\n\n${filler}\n`,
  (word) => `# Ferry Returns\n\n> ${filler} ${word}\n\n${filler} ${word}: ${filler}\n`,
  (word) =>
    `# Ferry Returns\n\n${filler}[^1] [ferry]\n\n[^1]: So ${word} said.\n\n[ferry]: https://x.example.org/${encodeURIComponent(word)} "${word.replaceAll(/["\n]/g, " ")}"\n`,
  (word) => `# Ferry Returns\n\n\`\`\`\n${word}\n\`\`\`\n\n<p title="${word.replaceAll(/["\n]/g, " ")}">${filler}</p>\n\n<!-- ${word} -->\n`,
  (word) => `## ${word}\n\n${filler}\n\n### ${word} again\n\n${filler}\n`,
];

export interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly disguises: readonly string[];
}

/** One article file with words in one of its parts; sometimes in a sidecar, or in its name. */
export function articleWith(word: string): fc.Arbitrary<{ file: string; text: string; sidecar: string | null; disguise: string }> {
  const setting = (keys: readonly string[]) => fc.constantFrom(...keys);
  const slugged = word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 40);
  const file = fc.oneof(
    { weight: 5, arbitrary: fc.constant("ferry") },
    { weight: 1, arbitrary: fc.constant(slugged) },
    { weight: 1, arbitrary: fc.constant(`${slugged.replaceAll("-", "_")}/ferry`) },
  );
  const sidecar = fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        `byline: ${quoted(word)}\n`,
        `headline: ${quoted(`${word} speaks`)}\n`,
        `topics: [ferries, ${quoted(word)}]\nnotes:\n  - ${quoted(word)}\n`,
      ),
    },
  );
  const made = (ending: string, places: readonly ((word: string) => string)[], keys: readonly string[]) =>
    fc
      .record({ file: file.map((each) => each + ending), place: fc.constantFrom(...places), disguise: setting(keys), sidecar })
      .map(({ place, disguise, ...rest }) => ({
        ...rest,
        disguise,
        text: place((disguises[disguise] ?? String)(word)),
      }));
  return fc.oneof(
    made(".txt", clipping, Object.keys(disguises)),
    made(".md", [...clipping, ...markdown], Object.keys(disguises)),
    made(".md", fronted, oneLine),
  );
}

/** A list of authorities that says the words: as a name, as another form of one, in a note. */
function authoritiesWith(word: string, disguise: string): string {
  const said = quoted((disguises[disguise] ?? String)(word));
  return `- person: Jane Roe\n  variants: { en: ${said}, ru: Джейн Роу }\n- person: ${said}\n  variants: [Other Name]\n- agency: Coastal Press\n  note: ${quoted(`It is of ${word}`)}\n`;
}

/** An archive of articles, all with words in them that are to be withheld. */
export const archiveCase: fc.Arbitrary<Case> = fc.tuple(name, passage, fc.constantFrom(...oneLine)).chain(([who, what, inList]) =>
  fc.array(fc.constantFrom(who, who, what).chain(articleWith), { minLength: 8, maxLength: 12 }).map((articles) => {
    const files: Record<string, string> = { "authorities.yml": authoritiesWith(who, inList) };
    for (const [index, { file, text, sidecar }] of articles.entries()) {
      files[`seeds/${index}/${file}`] = text;
      if (sidecar !== null) files[`seeds/${index}/${file.replace(/\.[a-z]+$/, "")}.meta.yml`] = sidecar;
    }
    return { files, words: [who, what], disguises: articles.map(({ disguise }) => disguise) };
  }),
);

/** `redactions.yml` for these words: the first is a name. */
export function redactionsFor([who = "", what = ""]: readonly string[]): string {
  return `- replace: ${quoted(who)}\n- remove: ${quoted(what)}\n  reason: It is of ${quoted(who).slice(1, -1)}\n  show-reason: true\n`;
}
