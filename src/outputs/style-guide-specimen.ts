/** The invented article of the style guide: it has all that an article can have. May import: model. */
import type { LinkedCard, Listed } from "../model/archive.ts";
import type { StoredBody } from "../model/page.ts";

const noBody = { offset: 0, lengths: [0, 0, 0, 0], sums: [0, 0, 0, 0] } as const;

/** What lists show of some more, in scripts that are set in their own way. */
export const listedSpecimens: readonly Listed[] = [
  listed("en", "A Lantern for Every Pier", "The harbour board has found money for eleven lamps and a man to light them.", "Harbour"),
  listed("ru", "Кто зажигает фонари", "Смотритель обходит одиннадцать причалов за час и сорок минут.", "Гавань"),
  listed("ar", "من يشعل فوانيس الميناء", "يمرّ الحارس على أحد عشر رصيفًا في ساعة وأربعين دقيقة.", "الميناء"),
  listed("zh", "谁来点亮码头的灯", "看灯人走完十一个码头，要一小时四十分钟。", "港口"),
];

function listed(language: string, title: string, lede: string, section: string): Listed {
  return {
    key: title,
    id: "2024/03/01/specimen",
    title,
    kicker: null,
    lede,
    language,
    date: "2024-03-01",
    byline: "Ada Finch",
    publication: "The Specimen",
    section,
  };
}

export const specimen: LinkedCard = {
  id: "2024/03/01/specimen",
  file: "specimen/lanterns.txt",
  layout: "headed",
  sha256: "0".repeat(64),
  language: "en",
  headline: "A Lantern for Every Pier",
  kicker: "At the Water",
  deck: "The harbour board has found money for eleven lamps, and a man to light them.",
  byline: "By Ada Finch and Coastal Press",
  authors: [
    { name: "Ada Finch", kind: "person", role: "Harbour Correspondent", place: null, affiliation: null },
    { name: "Coastal Press", kind: "agency", role: null, place: null, affiliation: null },
  ],
  date: "2024-03-01",
  dateAsPrinted: "March 1, 2024",
  updated: "2024-03-02",
  dateline: { place: "PORT AVERILL", agency: null, asPrinted: "PORT AVERILL —" },
  section: "Harbour",
  topics: ["lamps", "piers"],
  publication: "The Specimen",
  figures: [
    { caption: "The last of the old lamps, on the east quay", credit: "Noor Castellan / COASTAL PRESS", src: null, alt: null },
    { caption: "The icon of the archive, as a picture that is there", credit: "Noor Castellan", src: "icon.svg", alt: "The archive’s icon" },
  ],
  related: [
    { headline: "Кто зажигает фонари", url: null, article: "2024/03/01/specimen", after: 1 },
    { headline: "Board to Vote on Lamps", url: null, article: null, after: 1 },
  ],
  sourceUrl: "https://specimen.example.org/2024/03/01/lanterns",
  corrections: [{ text: "An earlier version gave the number of piers as twelve. There are eleven.", lines: [9, 9] }],
  notes: [{ text: "Picture research: Noor Castellan.", lines: [10, 10] }],
  diagnostics: [{ code: "date-ambiguous", severity: "warning", message: "The date may be 3 January or 1 March.", line: 5, column: null, hint: "" }],
  title: "A Lantern for Every Pier",
  lede: "The harbour board has found money for eleven lamps, and a man to light them.",
  wordCount: 120,
  links: ["https://board.example.org/lamps"],
  credits: [{ name: "Noor Castellan", kind: "person", role: "picture", isSure: true }],
  withheld: [{ kind: "replace", reason: "A court order" }],
  body: noBody,
  key: "specimen",
  listed: listed("en", "A Lantern for Every Pier", "The harbour board has found money for eleven lamps.", "Harbour"),
};

export const specimenBody: StoredBody = {
  paragraphs: [],
  body: "",
  boilerplate: [{ text: "Share this article", lines: [8, 8] }],
  provenance: {
    headline: { lines: [1, 1], rule: "heading", confidence: "stated" },
    byline: { lines: [3, 3], rule: "byline", confidence: "inferred" },
    language: { lines: [0, 0], rule: "words", confidence: "assumed" },
  },
  lines: [
    { role: "headline", lines: [1, 1] },
    { role: "blank", lines: [2, 2] },
    { role: "byline", lines: [3, 3] },
    { role: "blank", lines: [4, 4] },
    { role: "body", lines: [5, 5] },
    { role: "boilerplate", lines: [6, 6] },
  ],
  source: ["## A Lantern for Every Pier\n", "\n", "By Ada Finch and Coastal Press\n", "\n", "The lamps came by the morning ferry.\n", "Share this article\n"],
  pieces: [],
  search: { words: ["", "", "", ""], pairs: "" },
};
