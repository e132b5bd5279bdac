/**
 * What Markdown costs to parse, counted before it is parsed. The parser is not ours, and for some texts its time grows with the square of their
 * size, or its stack overflows: beyond these bounds, which no article comes near, a file is read as plain text. May import: parse/readers/markdown-plain.
 */
import { isParsedWhole, isPlainLine } from "./markdown-plain.ts";

/** TABLE: how much of each is read as Markdown, and how a librarian would call it. */
const bounds = {
  depth: { most: 60, words: "lists and quotations within each other" },
  markers: { most: 6000, words: "list items and quoted lines" },
  turns: { most: 1000, words: "changes between lists and quotations" },
  blocks: { most: 12_000, words: "paragraphs" },
  underlined: { most: 800, words: "underlined headings" },
  cells: { most: 10_000, words: "table cells" },
  links: { most: 5000, words: "links" },
  notes: { most: 500, words: "footnotes" },
  definitions: { most: 3000, words: "link definitions" },
  comments: { most: 400, words: "comments and instructions" },
  tags: { most: 5000, words: "tags" },
  brackets: { most: 100, words: "brackets left open" },
  emphasis: { most: 200, words: "asterisks, underscores and tildes left open" },
  signs: { most: 40_000, words: "signs of emphasis, links, code and addresses" },
  crowded: { most: 3500, words: "words and signs in paragraphs that hold Markdown" },
  addresses: { most: 50, words: "addresses in one word" },
  repeated: { most: 2_000_000, words: "characters of addresses, once repeated" },
} as const;

type Counted = keyof typeof bounds;

/** What there is too much of; null where the text may be parsed. Takes time in proportion to the text. */
export function tooMuchOf(text: string): string | null {
  const counts = countsOf(text);
  for (const [name, { most, words }] of Object.entries(bounds)) {
    const count = counts[name as Counted];
    if (count > most) return `${count} ${words}`;
  }
  const load = costly.reduce((sum, name) => sum + counts[name] / bounds[name].most, 0);
  return load > mostTogether ? "too many lists, tables, headings, links and notes together" : null;
}

/** Words as addresses of mail may be made of: wherever one begins, the parser looks back over the paragraph. */
const words = /[\w.+-]+/g;

/** Below so many UTF-16 units a paragraph need not be looked at. */
const shortest = 2000;

/** A sign of emphasis or a closing bracket costs as much as so many words. */
const wordsPerPair = 3;

/** What a paragraph, an item or a row costs: the parser's time for one grows with the square of what is in it. */
function loadOf(paragraph: readonly string[], pairs: number, isAllParsed: boolean): number {
  return (costlyWords(paragraph, isAllParsed) + wordsPerPair * pairs) ** 2;
}

/** The words of a paragraph for which the parser takes its time; none where it is plain, and the parser is not asked (`markdown-plain.ts`). */
function costlyWords(paragraph: readonly string[], isAllParsed: boolean): number {
  const length = paragraph.reduce((sum, line) => sum + line.length, 0);
  if (length < shortest || (!isAllParsed && paragraph.every(isPlainLine))) return 0;
  return paragraph.reduce((sum, line) => sum + (line.match(words)?.length ?? 0), 0);
}

/** Each of these takes two to five seconds at its bound; a file may not have all of them there. */
const costly: readonly Counted[] = ["markers", "blocks", "underlined", "cells", "links", "notes", "definitions", "tags"];
const mostTogether = 1.25;

const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

function countsOf(text: string): Record<Counted, number> {
  const counts = Object.fromEntries(Object.keys(bounds).map((name) => [name, 0])) as Record<Counted, number>;
  const open: Open = { brackets: 0, emphasis: 0, pairs: 0 };
  let [longest, columns, isInside, uses, loads] = [0, 0, false, 0, 0];
  let paragraph: string[] = [];
  let container = "";
  const isAllParsed = isParsedWhole(text);
  const most = (name: Counted, count: number) => {
    counts[name] = Math.max(counts[name], count);
  };
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const prefix = markers.exec(line)?.[0] ?? "";
    if (line.trim() === "" || columns > 0 || /[^>\s]/.test(prefix)) {
      loads += loadOf(paragraph, open.pairs, isAllParsed);
      open.pairs = 0;
      paragraph = [];
    }
    if (line.trim() === "") {
      [open.brackets, open.emphasis, columns, isInside] = [0, 0, 0, false];
      continue;
    }
    if (!isInside || /^ {0,3}(?:#|```|~~~)/.test(line)) counts.blocks += 1;
    isInside = true;
    paragraph.push(line);
    const depth = prefix.replace(/[ \t\d]+/g, "").replace(/[.)]/g, ".").length;
    counts.markers += depth;
    container = countTurn(prefix, container, counts);
    // An item below items is set in by two columns or more each.
    most("depth", Math.max(depth, prefix === "" ? 0 : Math.floor((/^[ \t]*/.exec(line)?.[0].length ?? 0) / 2)));
    if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) counts.underlined += 1;
    // `---` alone underlines a heading, or ends a front matter.
    if (/[|:]/.test(line) && /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||$)/.test(line)) columns = Math.max(columns, line.split("|").length);
    counts.cells += columns;
    longest = Math.max(longest, countDefinition(line.slice(prefix.length), counts));
    uses += countMarks(line, counts, open, most);
    most("addresses", mostAddresses(line));
  }
  counts.crowded = Math.round(Math.sqrt(loads + loadOf(paragraph, open.pairs, isAllParsed)));
  counts.repeated = longest * uses;
  return counts;
}

/** Counts a line that is in another list or quotation than the one above it: what ends one, the parser takes out of all that it has put down. Returns what the line is in. */
function countTurn(prefix: string, above: string, counts: Record<Counted, number>): string {
  const container = prefix.replace(/[^>*+-]/g, "");
  if (container === "") return above;
  if (container !== above) counts.turns += 1;
  return container;
}

/** How many addresses may begin within one word of the line: the parser tries each of them up to the word's end. */
function mostAddresses(line: string): number {
  if (!/www\.|:\/\/|@/i.test(line)) return 0;
  let [count, longest, end] = [0, 0, 0];
  for (const { 0: mark, index } of line.matchAll(/www\.|:\/\/|@/gi)) {
    count = /\s/.test(line.slice(end, index)) ? 1 : count + 1;
    longest = Math.max(longest, count);
    end = index + mark.length;
  }
  return longest;
}

/** Counts a definition of a link or a footnote. Returns its length; 0 where the line is none. */
function countDefinition(line: string, counts: Record<Counted, number>): number {
  const definition = /^ {0,3}\[(\^?)[^\]]{1,999}\]:/.exec(line);
  if (definition === null) return 0;
  counts[definition[1] === "^" ? "notes" : "definitions"] += 1;
  return line.length;
}

/** What the lines of a paragraph have so far: left open, and in all. */
interface Open {
  brackets: number;
  emphasis: number;
  /** Signs of emphasis and closing brackets, for each of which the parser looks back for what it may close. */
  pairs: number;
}

/** Counts what stands within a line. Returns how many brackets open in it. */
function countMarks(line: string, counts: Record<Counted, number>, open: Open, most: (name: Counted, count: number) => void) {
  let uses = 0;
  if (!/[[\])<*_~`@&\\]|:\/\/|www\./.test(line)) return uses;
  for (const { 0: mark, index } of line.matchAll(/\]\(|[[\])]|<!--|<[?!]|<|[*_~]+|`+|[@&\\]|:\/\/|www\./g)) {
    counts.signs += 1;
    if (mark.startsWith("]")) open.pairs += 1;
    if (mark === "[") {
      uses += 1;
      open.brackets += 1;
      most("brackets", open.brackets);
    } else if (mark === "](") counts.links += 1;
    else if (mark === "]" || mark === ")") open.brackets = Math.max(0, open.brackets - 1);
    else if (mark.startsWith("<")) counts[mark === "<" ? "tags" : "comments"] += 1;
    else if (/[*_~]/.test(mark)) {
      countEmphasis(line.charAt(index - 1), line.charAt(index + mark.length), open);
      most("emphasis", open.emphasis);
    }
  }
  return uses;
}

/** Emphasis opens before a letter and closes behind one; a mark between spaces does neither. */
function countEmphasis(before: string, after: string, open: Open): void {
  if (/\S/.test(before)) open.emphasis = Math.max(0, open.emphasis - 1);
  else if (/\S/.test(after)) open.emphasis += 1;
  if (/\S/.test(before + after)) open.pairs += 1;
}
