/** Titles that make bad file names, and the law for paths: every system can have each, and takes no two for one. */
import fc from "fast-check";
import { assignAddresses } from "../../src/archive/permalinks.ts";
import { permalinkOf } from "../../src/text/permalink.ts";
import { slug } from "../../src/text/slug.ts";

const devices = ["con", "prn", "aux", "nul", "com1", "lpt9", "com¹", "CONIN$", "clock$", "index", "Index"];
const unseen = [
  "\u00ad",
  "\u034f",
  "\u061c",
  "\u115f",
  "\u1160",
  "\u17b4",
  "\u180b",
  "\u180e",
  "\u200b",
  "\u200c",
  "\u200d",
  "\u200e",
  "\u202e",
  "\u2060",
  "\u2066",
  "\u2800",
  "\u3164",
  "\ufe0f",
  "\ufeff",
  "\uffa0",
  "\u{1d173}",
  "\u{e0041}",
  "\u{e0100}",
];
const alike = [
  "é",
  "e\u0301",
  "É",
  "ß",
  "ss",
  "ẞ",
  "ς",
  "σ",
  "Σ",
  "ﬁ",
  "fi",
  "Å",
  "å",
  "A\u030a",
  "İ",
  "i",
  "ı",
  "K",
  "k",
  "ſ",
  "s",
  "Ω",
  "ω",
  "Ⅷ",
  "viii",
  "①",
  "1",
  "ｱ",
  "ア",
  "が",
  "か\u3099",
  "한",
  "ㅎㅏㄴ",
  "й",
  "и\u0306",
  "ё",
  "ѐ",
  "ǆ",
  "ǅ",
  "ᾳ",
  "ΑΙ",
  "ŉ",
  "ʼn",
  "ΐ",
  "ﬃ",
  "և",
  "եւ",
];
const bad = [
  "..",
  "../",
  "..\\",
  "/",
  "\\",
  "\0",
  ":",
  "*",
  "?",
  '"',
  "<",
  ">",
  "|",
  ".",
  " ",
  "\t",
  "\n",
  "\r",
  "\u2028",
  "~",
  "$",
  "%2e%2e%2f",
  "%00",
  "․",
  "．．／",
  "∕",
  "⁄",
  "．",
  "\u0085",
  "\u001b[2J",
  "\ud800",
  "\udfff",
  "\ufffe",
  "\ufffd",
];
const words = ["ferry", "Ferry", "harbour", "Паром", "العبارة", "渡轮", "𝕱𝖊𝖗𝖗𝖞", "👩‍👩‍👧", "🇺🇦", "नौका", "เรือ", "a\u0335\u0336\u0337", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤"];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...alike) },
  { weight: 2, arbitrary: fc.constantFrom(...bad) },
  { weight: 2, arbitrary: fc.constantFrom(...unseen) },
  { weight: 1, arbitrary: fc.constantFrom(...devices) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

export const hostileTitle: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.array(piece, { maxLength: 5 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...devices), fc.constantFrom("", ".", ".txt", " ", ".. ", ":", "\u200b")).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...words, ...alike, ...unseen), fc.nat(400)).map(([word, times]) => word.repeat(times)) },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(" ")) },
);

/** What no segment of a path may be, said anew and not in the words of the program. */
const forbidden =
  /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u00a0\u2028\u2029\u3000]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}|\p{Default_Ignorable_Code_Point}/u;

/** What is wrong with a path, in words; null where every system can have it. */
export function faultOf(path: string): string | null {
  if (path.startsWith("/") || path.length > 240 || Buffer.byteLength(path) > 400) return "not relative, or too long";
  for (const segment of path.split("/")) {
    if (segment === "" || segment === "." || segment === "..") return "an empty segment, or dots";
    if (Buffer.byteLength(segment) > 255 || segment.length > 255) return "a segment too long";
    if (forbidden.test(segment)) return "a character that is forbidden or cannot be seen";
    if (/[. ]$|^[. ]/.test(segment)) return "a dot or space at an end";
    if (/^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(?:\.|$)/i.test(segment.normalize("NFKC"))) return "a device of Windows";
    if (segment !== segment.normalize("NFC")) return "letters that are not composed";
  }
  return null;
}

/** Keys under which some file system takes two paths for one. */
const keysOf = (path: string) => [
  path.toLowerCase().normalize("NFC"),
  path.toUpperCase().normalize("NFD"),
  path.normalize("NFKD").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC"),
];

/** Every fault of the paths, and every pair that is one path somewhere. */
export function faultsOfPaths(paths: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const fault = faultOf(path);
    const twin = keysOf(path)
      .map((key, at) => seen.get(`${at} ${key}`))
      .find((each) => each !== undefined);
    for (const [at, key] of keysOf(path).entries()) seen.set(`${at} ${key}`, path);
    return [...(fault === null ? [] : [`${fault}: ${JSON.stringify(path)}`]), ...(twin === undefined ? [] : [`the same: ${JSON.stringify([twin, path])}`])];
  });
}

/** The paths that articles of these titles get, few days for many. */
export function articlePaths(titles: readonly string[]): string[] {
  const wishes = titles.map((title, index) => ({
    file: `${index}.txt`,
    id: permalinkOf(index % 5 === 0 ? null : `2021-09-${String((index % 3) + 1).padStart(2, "0")}`, slug(title, "article-0123abcd")),
    sourceUrl: null,
    sha256: String(index).padStart(64, "0"),
  }));
  return assignAddresses(wishes, [], () => true).ids.map((id) => `${id}.html`);
}
