/** What a browser needs to search the archive from its own search box. May import: model, text. */
import type { Site } from "../model/page.ts";
import { escapeXml } from "../text/xml.ts";

/** Characters that a short name and a description may have (OpenSearch 1.1, draft 6). */
const longest = { shortName: 16, description: 1024 } as const;

/**
 * An OpenSearch description document (OpenSearch 1.1, draft 6).
 *
 * @param address of the search page, absolute
 */
export function openSearchDescription(site: Site, address: string): string {
  const description = [site.title, site.description].filter((text) => text !== "").join(". ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(cut(site.title, longest.shortName))}</ShortName>
<Description>${escapeXml(cut(description, longest.description))}</Description>
<Language>${escapeXml(site.language)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Url type="text/html" template="${escapeXml(`${address}?q={searchTerms}`)}"/>
</OpenSearchDescription>
`;
}

/** No longer than that, cut between words where it can be. */
function cut(text: string, length: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= length) return characters.join("");
  const start = characters.slice(0, length + 1).join("");
  const space = start.lastIndexOf(" ");
  return space > length / 2 ? start.slice(0, space) : characters.slice(0, length).join("");
}
