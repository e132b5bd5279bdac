/** Addresses in finished HTML: found, and exchanged. May import: text. */
import { escapeHtml } from "./html.ts";

/** A link's start tag up to its address, as our own writers print it: every `<` of a text is escaped, every attribute in double quotes. */
const href = /(<a(?: [a-z-]+(?:="[^"]*")?)*?) href="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The web addresses that a piece of our own HTML links to, in order, each once. */
export function webLinksIn(html: string): string[] {
  const urls = [...html.matchAll(href)].map((match) => unescapeAttribute(match[2] ?? ""));
  return [...new Set(urls.filter((url) => /^https?:/i.test(url)))];
}

/** What a link to another site says of itself; templates write the same. */
const outgoing = "external noopener noreferrer";

/** Where a copy of a page may be found, and of which day it is meant to be. */
export interface PageCopy {
  readonly href: string;
  readonly day: string | null;
}

/**
 * The same HTML with other addresses in place of those that the table names; what leads to another site says so, and where its copy is (Robust Links 1.0:
 * the address as it was linked, the copy, the day of linking).
 */
export function withLinks(html: string, links: Readonly<Record<string, string>>, copies: Readonly<Record<string, PageCopy>> = {}): string {
  return html.replace(href, (whole, start: string, printed: string) => {
    const url = unescapeAttribute(printed);
    if (Object.hasOwn(links, url)) return `${start} href="${escapeHtml(links[url] ?? "")}"`;
    if (!/^(?:https?|ftp):/i.test(url)) return whole;
    const copy = Object.hasOwn(copies, url) ? copies[url] : undefined;
    return `${whole} rel="${outgoing}"${copy === undefined ? "" : robust(url, copy)}`;
  });
}

function robust(url: string, { href: copy, day }: PageCopy): string {
  return ` data-originalurl="${escapeHtml(url)}" data-versionurl="${escapeHtml(copy)}"${day === null ? "" : ` data-versiondate="${day}"`}`;
}

/** An attribute's value as it was before it was escaped: the five named entities, and numbered ones. */
function unescapeAttribute(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
