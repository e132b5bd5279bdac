/** Which HTML of a Markdown article reaches the page. Everything else is shown as text. May import: nothing. */
import type { Options } from "rehype-sanitize";

const blocks = ["p", "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "hr", "h2", "h3", "h4", "h5", "h6", "section", "figure", "figcaption", "details", "summary"];
const tables = ["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"];
const inline = ["a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"];
const allowed: readonly string[] = [...blocks, ...tables, ...inline];

/** What every id of a text begins with, so that it cannot be one of the page's own. */
export const idPrefix = "text-";

/** The attribute in which the number of a paragraph goes through the sanitiser (`anchors.ts`). No tag that a person writes in an article may have it. */
export const numberAttribute = "dataParagraph";

const alignments: [string, ...string[]] = ["className", "align-left", "align-center", "align-right"];

/**
 * A schema of our own for rehype-sanitize: no pictures, no styles, no classes but those of footnotes and task lists, links of safe schemes
 * only, ids prefixed once.
 */
export const sanitizeSchema: Options = {
  tagNames: [...allowed, "input"],
  attributes: {
    a: ["href", "title", "dataFootnoteRef", "dataFootnoteBackref", "ariaDescribedBy", "ariaLabel", ["className", "data-footnote-backref"]],
    abbr: ["title"],
    bdo: ["dir"],
    del: ["dateTime"],
    ins: ["dateTime"],
    li: [["className", "task-list-item"]],
    ol: ["start", "reversed", "type"],
    q: ["cite"],
    section: ["dataFootnotes", ["className", "footnotes"]],
    td: [alignments, "colSpan", "rowSpan"],
    th: [alignments, "colSpan", "rowSpan", "scope"],
    time: ["dateTime"],
    ul: [["className", "contains-task-list"]],
    h2: [["className", "sr-only"]],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    "*": ["id", "lang", "dir", numberAttribute],
  },
  required: { input: { type: "checkbox", disabled: true } },
  protocols: { href: ["http", "https", "mailto", "tel", "ftp"], cite: ["http", "https"] },
  clobber: ["id", "ariaDescribedBy", "ariaLabelledBy"],
  clobberPrefix: idPrefix,
  strip: [],
  ancestors: {
    td: ["table"], th: ["table"], tr: ["table"], thead: ["table"], tbody: ["table"], tfoot: ["table"],
    li: ["ul", "ol"], dt: ["dl"], dd: ["dl"], summary: ["details"], figcaption: ["figure"],
  },
  allowComments: false,
  allowDoctypes: false,
};

/** Attributes that a person writes on such tags; those that the schema above does not let through are dropped, since they hold no words. */
const attributes: readonly string[] = [
  "href", "title", "id", "class", "style", "lang", "dir", "cite", "start", "type", "value", "reversed", "datetime", "align", "valign", "width", "height", "colspan",
  "rowspan", "scope", "open", "target", "rel", "name", "border", "cellpadding", "cellspacing",
];

const tag = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*)\s*\/?>/gi;

/**
 * Whether a piece of raw HTML is nothing but text and tags of the list. One unknown tag or attribute (`a<b and c>d`), a comment or a stray
 * bracket, and all of it is shown.
 */
export function hasOnlyAllowedTags(html: string): boolean {
  const rest = html.replace(tag, (whole, name: string, list: string) => (allowed.includes(name.toLowerCase()) && hasOnlyKnownAttributes(list) ? "" : whole));
  return !/[<>]/.test(rest);
}

function hasOnlyKnownAttributes(list: string): boolean {
  const names = list.replace(/\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)/g, "").trim().toLowerCase();
  return names === "" || names.split(/\s+/).every((name) => attributes.includes(name));
}
