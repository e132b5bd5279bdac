/**
 * As newspaper databases export an article: the paper, the date and the headline above, labels around, the text below `BODY:` or `Full text:`.
 *
 *     The Averill Courier
 *
 *     September 15, 2021 Wednesday
 *
 *     Ferry Returns to Service
 *
 *     BYLINE: Jane Roe
 *
 *     LENGTH: 543 words
 *
 *     BODY:
 *
 *     The ferry came back on Wednesday …
 *
 *     LOAD-DATE: September 16, 2021
 *
 * May import: parse/layouts, parse/marks, parse/sheet.
 */
import { type Block, textOf, withRows } from "../block.ts";
import type { Item } from "../item.ts";
import { type ExportLabel, isEndLine, isIdle, isWordCount, readCopyright, readExportLabel } from "../marks/export-line.ts";
import { markOf } from "../marks/mark.ts";
import { paragraphCount } from "../readers/paragraphs.ts";
import type { Sheet } from "../sheet.ts";
import { readBody } from "./body.ts";
import type { Entry } from "./database-entry.ts";
import { takeExportLabel, takeExportLine } from "./database-parts.ts";
import type { Layout } from "./layout.ts";
import { type Notebook, openNotebook } from "./notebook.ts";
import { takeBoilerplate } from "./parts.ts";

export const database: Layout = {
  name: "database",
  fit: (sheet) => (sheet.frontHeadline === undefined && isExport(sheet) ? 0.95 : 0),
  read: (sheet) => {
    const entries = sheet.items.flatMap(entriesOf);
    const [bodyAt, tailAt] = zonesOf(entries);
    const notebook = openNotebook("database", paragraphCount);
    readAround(sheet, entries.slice(0, bodyAt), notebook);
    readBody({ ...sheet, items: bodyItems(sheet, entries.slice(bodyAt, tailAt)) }, 0, notebook);
    readAround(sheet, entries.slice(tailAt), notebook);
    return notebook.close();
  },
};

/** Two different things that only databases print. */
function isExport({ items }: Sheet): boolean {
  const signs = new Set<string>();
  for (const { block } of items) {
    for (const { raw } of block.rows) {
      const sign = signOf(raw);
      if (sign !== null) signs.add(sign);
      // A notice of rights is in many papers: it counts beside another sign only.
      if (signs.size > 1 || (signs.size > 0 && readCopyright(raw))) return true;
    }
  }
  return false;
}

function signOf(raw: string): string | null {
  const label = readExportLabel(raw);
  // `Length: 12 metres` is the label of a table.
  if (label?.isTelling === true && (label.label !== "length" || isWordCount(label.rest))) return label.label;
  return isWordCount(raw) ? "length" : isEndLine(raw) ? "end" : null;
}

/** Cuts an item where a label stands. */
function entriesOf(item: Item): Entry[] {
  const { block } = item;
  if (block.kind !== "paragraph" && block.kind !== "heading") return [{ item, block, label: null }];
  const parts: { rows: Block["rows"][number][]; label: ExportLabel | null }[] = [];
  for (const row of block.rows) {
    const label = readExportLabel(row.raw);
    if (label !== null || parts.length === 0) parts.push({ rows: [row], label });
    else parts.at(-1)?.rows.push(row);
  }
  return parts.map(({ rows, label }) => ({ item, block: withRows(block, rows), label }));
}

/** Where the text begins and where it ends. */
function zonesOf(entries: readonly Entry[]): [bodyAt: number, tailAt: number] {
  let tailAt = entries.length;
  while (tailAt > 0 && isOfTail(entries, tailAt - 1)) tailAt -= 1;
  const labelled = entries.findIndex(({ label }) => label?.field === "body");
  if (labelled !== -1) return [labelled, Math.max(tailAt, labelled + 1)];
  const sign = entries.findIndex(isSign);
  const prose = entries.findIndex((entry, index) => index > sign && entry.label === null && entry.item.mark.kind === "prose" && !isSign(entry));
  return prose === -1 ? [Math.min(1, tailAt), tailAt] : [prose, Math.max(tailAt, prose + 1)];
}

function isSign({ label, block }: Entry): boolean {
  return label?.isTelling === true || block.rows.some(({ raw }) => isWordCount(raw) || readCopyright(raw) !== null);
}

function isOfTail(entries: readonly Entry[], at: number): boolean {
  const { label, block, item } = entries[at] as Entry;
  if (label !== null) return label.field !== "body";
  const before = entries[at - 1]?.label;
  const isValue = before !== null && before !== undefined && before.field !== "body" && before.rest === "";
  return isValue || item.mark.kind === "rule" || block.rows.every(({ raw }) => isIdle(raw)) || readCopyright(block.rows[0]?.raw ?? "") !== null;
}

/** The text without its label, ready to be read as any other. What looks like a label in the midst of it is words of it. */
function bodyItems({ words, order }: Sheet, entries: readonly Entry[]): Item[] {
  const items: Item[] = [];
  for (const [index, { item, block, label }] of entries.entries()) {
    if (entries[index - 1]?.item === item && label?.field !== "body") continue;
    let end = index + 1;
    while (entries[end]?.item === item && entries[end]?.label?.field !== "body") end += 1;
    const own = entries.slice(index, end).flatMap((entry) => entry.block.rows);
    const [first, ...rest] = own;
    if (first === undefined || (own.length === item.block.rows.length && label?.field !== "body")) {
      items.push(item);
      continue;
    }
    const rows = label?.field !== "body" ? own : label.rest === "" ? rest : [{ ...first, text: label.rest, raw: label.rest }, ...rest];
    if (rows.length === 0) continue;
    const cut = withRows(block, rows);
    items.push({ block: cut, mark: markOf(cut, words, order) });
  }
  return items;
}

/** What stands above and below the text. */
function readAround(sheet: Sheet, entries: readonly Entry[], notebook: Notebook): void {
  let at = 0;
  while (at < entries.length) {
    const entry = entries[at] as Entry;
    const next = entries[at + 1];
    if (entry.label !== null) {
      const isAlone = entry.label.rest === "" && entry.block.rows.length === 1 && next !== undefined && next.label === null && next.item.mark.kind !== "rule";
      takeExportLabel(sheet, entry, isAlone ? next : null, notebook);
      at += isAlone ? 2 : 1;
      continue;
    }
    if (entry.item.mark.kind === "rule") notebook.role("separator", entry.block.lines);
    else if (readCopyright(entry.block.rows[0]?.raw ?? "") !== null || entry.block.rows.every(({ raw }) => isIdle(raw))) takeNotice(entry.block, notebook);
    else for (const [index, block] of linesOf(sheet, entry.block).entries()) takeExportLine(sheet, block, { entries, at, index }, notebook);
    at += 1;
  }
}

/** `Copyright 2019 The Averill Courier`: words about the export, that name the paper. */
function takeNotice(block: Block, notebook: Notebook): void {
  const paper = readCopyright(block.rows[0]?.text ?? "");
  if (paper !== null && paper !== "" && paper.length <= 60 && !notebook.has("publication")) notebook.claim("publication", paper, block.lines, "assumed");
  takeBoilerplate(block, notebook);
}

/** A head is set line by line where one of its lines says something by itself; else its lines are one headline. */
function linesOf({ words, order }: Sheet, block: Block): Block[] {
  const lines = block.rows.map((row) => withRows(block, [row]));
  const telling = (line: Block) => isIdle(line.rows[0]?.raw ?? "") || /^(?:dates|byline|boilerplate)$/.test(markOf(line, words, order).kind);
  return lines.length > 1 && lines.some(telling)
    ? lines
    : [{ ...block, rows: [{ ...(block.rows[0] as Block["rows"][number]), text: textOf(block), lines: block.lines }] }];
}
