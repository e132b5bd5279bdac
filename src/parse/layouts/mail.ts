/**
 * A letter as a mail program keeps it: its headers, then the text. Who sends an article has not always written it: only the subject and the
 * day are read.
 *
 *     From: desk@courier.example.org
 *     Subject: Ferry Returns to Service
 *     Date: Wed, 15 Sep 2021 10:00:00 +0200
 *
 *     The ferry came back on Wednesday …
 *
 * May import: parse/layouts, parse/marks, parse/sheet.
 */
import { type Block, withRows } from "../block.ts";
import { readDateValue } from "../marks/date-line.ts";
import { paragraphCount } from "../readers/paragraphs.ts";
import type { Sheet } from "../sheet.ts";
import { readBody } from "./body.ts";
import { readHead } from "./head.ts";
import type { Layout } from "./layout.ts";
import { type Notebook, openNotebook } from "./notebook.ts";
import { takeBoilerplate } from "./parts.ts";
import { takeDates } from "./signature.ts";

const header = /^([A-Z][A-Za-z0-9-]{1,30}):\s*(.*)$/;
const mostHeaders = 60;

export const mail: Layout = {
  name: "mail",
  fit: (sheet) => (sheet.frontHeadline === undefined && hasHeaders(sheet) ? 0.92 : 0),
  read: (sheet) => {
    const notebook = openNotebook("mail", paragraphCount);
    const count = headerItems(sheet);
    for (const { block } of sheet.items.slice(0, count)) for (const row of block.rows) takeHeader(sheet, withRows(block, [row]), notebook);
    const rest = { ...sheet, items: sheet.items.slice(count) };
    readBody(rest, readHead(rest, { rule: "mail", headlineAt: null, bareHead: false }, notebook), notebook);
    return notebook.close();
  },
};

/** How many items, from the first, are headers and nothing else. */
function headerItems({ items }: Sheet): number {
  const end = items.slice(0, mostHeaders).findIndex(({ block }) => !block.rows.every(({ raw }) => header.test(raw) || /^[ \t]+\S/.test(raw)));
  return end === -1 ? Math.min(items.length, mostHeaders) : end;
}

/** `From:` or `Date:` and a `Subject:`, in the English that all mail is addressed in. */
function hasHeaders(sheet: Sheet): boolean {
  const names = sheet.items.slice(0, headerItems(sheet)).flatMap(({ block }) => block.rows.flatMap(({ raw }) => header.exec(raw)?.[1] ?? []));
  const sender = sheet.items.some(({ block }) => block.rows.some(({ raw }) => /^From:.*@/.test(raw)));
  return names.includes("Subject") && names.includes("Date") && sender;
}

function takeHeader(sheet: Sheet, block: Block, notebook: Notebook): void {
  const [, name = "", value = ""] = header.exec(block.rows[0]?.raw ?? "") ?? [];
  const found = name === "Date" ? readDateValue(value, sheet.words, sheet.order) : null;
  if (name === "Subject" && value.trim() !== "" && !notebook.has("headline")) {
    notebook.claim("headline", value.trim(), block.lines, "stated");
    notebook.role("headline", block.lines);
  } else if (found !== null) takeDates([{ role: "published", found }], block, notebook, false);
  else takeBoilerplate(block, notebook);
}
