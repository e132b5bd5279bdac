/** Words that were broken at the end of a line. May import: parse/block, parse/readers/paragraphs. */
import type { Block, Row } from "../block.ts";
import { measureOf } from "./paragraphs.ts";

/** First and last parts of words that are written with a hyphen: `well-known`, `celui-ci`, `кто-то`. */
const compoundFirst = new Set(
  "well self half all anti ex non co pro mid vice semi cross long short high low old new left right right so full part post pre multi north south east west two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety celui celle ceux peut est dit avait sont dix vingt trente quarante soixante quatre grand demi sous après contre из по во кто что где как когда какой юго северо вице экс онлайн бизнес пресс південно північно віце прес".split(
    " ",
  ),
);
const compoundLast = new Set("то либо нибудь таки ка ci là il elle ils elles on ce être même mêmes vous nous in year old".split(" "));
/** Behind a hyphen that stands for a part left out, these words go on: `pre- and post-war`, `Vor- und Nachteile`. */
const afterSuspended = new Set("and or to und oder bzw sowie bis et ou y o u e и или та і й або чи".split(" "));

/** A line that ends with a part of a word has at least this share of the measure. */
const fullness = 0.6;

/**
 * Joins words that a hard-wrapped file breaks at line ends. `govern-` above `ment` is `government`; which hyphens stay is decided so:
 * a soft hyphen goes. The hyphen stays where the word stands with it elsewhere in the file; where either part is one that compounds are made of
 * (`well-known`, `кто-то`), or has another hyphen; and where the next line does not begin with a small letter (`Jean-` above `Paul`, `1990-` above
 * `1995`). It goes where the joined word stands without it elsewhere in the file, or where the first part does not stand by itself elsewhere. In
 * doubt it stays. A hyphen before `and` and its like keeps its space. In a file that is not hard-wrapped only soft hyphens are looked at.
 */
export function joinBrokenWords(blocks: readonly Block[]): Block[] {
  if (!blocks.some(({ rows }) => rows.some((row) => endsBroken(row.text)))) return [...blocks];
  const width = measureOf(blocks);
  const known = vocabulary(blocks);
  return blocks.map((block) => {
    if (!block.rows.some((row) => endsBroken(row.text))) return block;
    const rows = block.rows.map((row, index) => joined(row, block.rows[index + 1], width, known));
    return { ...block, rows, source: rows.map((row) => row.raw).join("\n") };
  });
}

/** Whether a line ends within a word. */
function endsBroken(text: string): boolean {
  return "-‐\u00ad".includes(text.at(-1) ?? " ") && /[\p{L}\p{N}][-‐\u00ad]$/u.test(text.slice(-3));
}

const word = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu;

function joined(row: Row, next: Row | undefined, width: number, known: ReadonlySet<string>): Row {
  if (!endsBroken(row.text)) return row;
  const isSoft = row.text.endsWith("\u00ad");
  const without = { ...row, text: row.text.slice(0, -1), raw: row.raw.replace(/[-‐\u00ad](\s*)$/u, "$1") };
  const last = /^[\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*/u.exec(next?.text ?? "")?.[0];
  if (isSoft) return last === undefined ? without : { ...without, joins: true };
  if (width === 0 || last === undefined || row.raw.trimEnd().length < width * fullness) return row;
  const first = /[\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*$/u.exec(without.text.slice(-80))?.[0] ?? "";
  if (afterSuspended.has(last) && !known.has((first + last).toLowerCase())) return row;
  return goes(first, last, known) ? { ...without, joins: true } : { ...row, joins: true };
}

/** Whether the hyphen between the parts of a word goes. */
function goes(first: string, last: string, known: ReadonlySet<string>): boolean {
  const [head, tail] = [first.toLowerCase(), last.toLowerCase()];
  if (!/^\p{Ll}/u.test(last) || !/\p{L}$/u.test(first) || known.has(`${head}-${tail}`)) return false;
  if (known.has(head + tail)) return true;
  if (/[-‐]/.test(first + last) || compoundFirst.has(head) || compoundLast.has(tail)) return false;
  return !known.has(head);
}

/** The words that stand whole on a line of the file, in lower case; parts of broken words are none. */
function vocabulary(blocks: readonly Block[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { rows } of blocks) {
    for (const [index, row] of rows.entries()) {
      const words = row.text.toLowerCase().match(word) ?? [];
      if (endsBroken(row.text)) words.pop();
      if (endsBroken(rows[index - 1]?.text ?? "")) words.shift();
      for (const each of words) known.add(each.replaceAll("‐", "-"));
    }
  }
  return known;
}
