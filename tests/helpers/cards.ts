/** Cards and archives for tests of what is made of them: a worked example, and hostile ones. */
import fc from "fast-check";
import { linkArchive } from "../../src/archive/link.ts";
import type { Archive, Card } from "../../src/model/archive.ts";
import type { Site } from "../../src/model/page.ts";

export const site: Site = {
  title: "The Averill Courier",
  description: "A demonstration archive.",
  language: "en",
  baseUrl: "https://archive.example.org",
  formerHosts: [],
  generator: "Tearsheet",
};

const ferry: Card = {
  id: "2021/09/15/ferry-returns",
  file: "courier/ferry.txt",
  layout: "headed",
  sha256: "0".repeat(64),
  language: "en",
  headline: "Ferry Returns",
  kicker: null,
  deck: "A year without a boat is over",
  byline: "By Ada Finch and Coastal Press",
  authors: [
    { name: "Ada Finch", kind: "person", role: "Special Correspondent", place: null, affiliation: "The Averill Courier" },
    { name: "Coastal Press", kind: "agency", role: null, place: null, affiliation: null },
  ],
  date: "2021-09-15T12:30+03:00",
  dateAsPrinted: "September 15, 2021, 12:30",
  updated: "2021-09-16",
  dateline: { place: "PORT AVERILL", agency: "Coastal Press", asPrinted: "PORT AVERILL (Coastal Press) —" },
  section: "Town",
  topics: ["ferries", "harbour"],
  publication: "The Averill Courier",
  figures: [{ caption: "The Perpetua", credit: "Noor Castellan", src: null, alt: null }],
  related: [],
  sourceUrl: "https://courier.example.org/2021/09/15/ferry?id=5&x=1",
  corrections: [{ text: "The name was Finch.", lines: [9, 9] }],
  notes: [],
  diagnostics: [],
  title: "Ferry Returns",
  lede: "The ferry came back on Wednesday, and the harbour was full of people.",
  wordCount: 420,
  links: [],
  credits: [],
  body: { offset: 0, lengths: [0, 0, 0, 0], sums: [0, 0, 0, 0] },
  key: "",
};

/** The worked example, with other values where a test needs them. */
export function cardWith(values: Partial<Card> = {}): Card {
  const card = { ...ferry, ...values };
  return { ...card, title: values.title ?? values.headline ?? card.title };
}

export function archiveOf(cards: readonly Card[]): Archive {
  return linkArchive(cards, { pictures: new Set(), register: [], tombstones: [] });
}

/** Every character of the Basic Multilingual Plane, surrogates alone included, in pieces of 64; and all noncharacters of the other planes. */
export const everyCharacter: readonly string[] = [
  ...Array.from({ length: 1024 }, (_, piece) => Array.from({ length: 64 }, (_, at) => String.fromCharCode(piece * 64 + at)).join("")),
  Array.from({ length: 16 }, (_, plane) => String.fromCodePoint((plane + 1) * 0x10000 + 0xfffe, (plane + 1) * 0x10000 + 0xffff)).join(""),
];

/** Of them what means most to formats: the first alphabets, punctuation, surrogates, noncharacters; and one piece of sixteen of the others. */
export const someCharacters = everyCharacter.filter(
  (_, piece) => piece < 32 || (piece >= 128 && piece < 132) || (piece >= 864 && piece < 868) || piece > 1015 || piece % 16 === 0,
);

const payloads = [
  "</script><script>alert(1)</script>",
  "<!--",
  "]]>",
  "&amp;",
  "=cmd|' /C calc'!A0",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "'=1",
  '"',
  "a\r\nER  - \r\nTY  - BOOK",
  "a\u2028b\u2029c\u0085d\u000be\u000cf",
  "\\input{/etc/passwd}",
  "{",
  "}",
  "}}, title = {x",
  "%",
  "\\",
  "$x$",
  "~^_#&%$ {}\\",
  "@article{x,",
  "Jane and John",
  "Roe, Jane",
  "and",
  "{AFP}",
  "'' ``",
  "---",
  "ёЁ 漢字 مرحبا \u202e \u{1f600} é e\u0301",
  "\ud800",
  "\udc00\ud800",
  "\0\u0001\u001f\u007f\ufffe\uffff\ufdd0",
  "  two  spaces  ",
  "",
];

/** Any string at all, more often one that means something to some format. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...payloads),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...payloads, ..."aZ0 -,.;:\n"), { maxLength: 6 }).map((parts) => parts.join("")),
);

const optional = fc.option(hostileText, { nil: null });
const dates = fc.constantFrom(
  null,
  "1923",
  "2021-09",
  "2021-09-15",
  "2021-09-15T12:30",
  "2021-09-15T23:59:59Z",
  "1905-01-09/1905-01-22",
  "2024-02-29T00:00-03:30",
);

/** A card each of whose texts is hostile. Its id and dates are as the program makes them: those no input sets. */
export const hostileCard: fc.Arbitrary<Card> = fc
  .record({
    kicker: optional,
    deck: optional,
    byline: optional,
    headline: hostileText,
    lede: hostileText,
    section: optional,
    publication: optional,
    language: hostileText,
    date: dates,
    updated: dates,
    topics: fc.array(hostileText, { maxLength: 3 }),
    sourceUrl: fc.oneof(
      optional,
      hostileText.map((text) => `https://courier.example.org/${text}`),
    ),
    authors: fc.array(
      fc.record({ name: hostileText, kind: fc.constantFrom("person", "agency", "desk"), role: optional, place: optional, affiliation: optional }),
      { maxLength: 3 },
    ),
    corrections: fc.array(
      hostileText.map((text) => ({ text, lines: [1, 1] as const })),
      { maxLength: 2 },
    ),
    dateline: hostileText.map((text) => ({ place: text, agency: text, asPrinted: text })),
    slug: fc.constantFrom("ferry", "мост", "a".repeat(80), "漢字"),
  })
  .map(({ slug, ...values }) => cardWith({ ...values, id: `2021/09/15/${slug}` }));

/** One card for each string of `everyCharacter`, the string in every field. */
export function cardOfAll(text: string): Card {
  return cardWith({
    kicker: text,
    deck: text,
    byline: text,
    headline: text,
    lede: text,
    section: text,
    publication: text,
    language: text,
    topics: [text, `${text}b`],
    sourceUrl: `https://courier.example.org/${text}`,
    authors: [
      { name: text, kind: "person", role: text, place: text, affiliation: text },
      { name: text, kind: "agency", role: null, place: null, affiliation: null },
    ],
    corrections: [{ text, lines: [1, 1] }],
    dateline: { place: text, agency: text, asPrinted: text },
  });
}
