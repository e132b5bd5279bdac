/** A seed all the way to its page, in memory: what a build does with one article. */
import { linkArchive } from "../../src/archive/link.ts";
import { bodyOf, cardOf } from "../../src/build/card.ts";
import { loadTheme } from "../../src/build/load-theme.ts";
import { lastLineOf, sourceLines } from "../../src/build/source-lines.ts";
import { shippedTemplates } from "../../src/io/program.ts";
import { readTheme } from "../../src/io/theme-folder.ts";
import type { StoredBody } from "../../src/model/page.ts";
import { articlePages } from "../../src/outputs/article-pages.ts";
import { frameOf } from "../../src/outputs/made.ts";
import { pageKindOf } from "../../src/outputs/table.ts";
import { readSeed, type SeedReading } from "../../src/parse/read-seed.ts";
import { bodies as noBodies } from "./planned.ts";

const house = { language: "en", folders: {}, publications: {} };
const site = { title: "Archive", description: "An archive.", language: "en", baseUrl: null, generator: "Tearsheet", formerHosts: [] };
const theme = loadTheme(readTheme(shippedTemplates, shippedTemplates), "en");

/** Reads a seed and renders the pages of its articles. */
export function pagesOf(path: string, bytes: Uint8Array): { readonly reading: SeedReading; readonly pages: readonly string[] } {
  const reading = readSeed(path, bytes, house);
  const source = reading.articles.length === 0 ? [] : sourceLines(path, bytes, house, lastLineOf(reading));
  const bodies: StoredBody[] = reading.articles.map(({ article, pieces }) => bodyOf(article, pieces, source));
  const cards = reading.articles.map(({ article, pieces }, index) =>
    cardOf(article, pieces, { offset: index, lengths: [0, 0, 0, 0], sums: [0, 0, 0, 0] }, `${index}`),
  );
  const pages: string[] = [];
  const archive = linkArchive(cards, { pictures: new Set(), register: [], tombstones: [] });
  const frame = frameOf(archive, site);
  for (const page of articlePages.pages(archive, site, noBodies, null)) {
    if (!("template" in page) || page.body === null) continue;
    const body = bodies[page.body.offset];
    const uses = page.uses();
    const kind = pageKindOf(page.template);
    if (body !== undefined) pages.push(theme.render(page.template, { ...kind.props(uses, frame, page.path), ...kind.bodyProps(uses, body) }, body.pieces));
  }
  return { reading, pages };
}

const plain =
  "form label button html head meta title base link body header nav main footer section article aside h1 h2 h3 h4 h5 h6 p div span a b bdi bdo i em strong small s u mark q cite code kbd samp var sub sup abbr dfn del ins time br hr wbr ul ol li dl dt dd pre blockquote figure figcaption img table caption thead tbody tfoot tr th td details summary input svg rect";
const allowed = new Set(plain.split(" "));

/** What is wrong with a page, in words: a tag or attribute that no page has, a character that none may hold, an end that is not its own. */
export function faultsOfPage(page: string): string[] {
  const faults: string[] = [];
  // The page's linked data: JSON without a bracket that could end it. One element, which no payload can make a second of.
  const data = page.replace(/<script type="application\/ld\+json">[^<>]*<\/script>\n/, "");
  // The one script of the archive's own.
  const html = data.replace(/<script src="(?:\.\.\/)*assets\/page\.js" defer><\/script>\n/, "");
  for (const [tag, name = "", attributes = ""] of html.matchAll(/<\/?([^\s>/]*)((?:[^>"]|"[^"]*")*)>?/g)) {
    if (!allowed.has(name) && tag !== "<!DOCTYPE html>") faults.push(`the tag ${tag.slice(0, 60)}`);
    for (const [, attribute = "", value = ""] of attributes.matchAll(/\s([^\s="]+)(?:="([^"]*)")?/g)) {
      if (/^on|^style$|^srcdoc$/i.test(attribute)) faults.push(`the attribute ${attribute}`);
      if (/^(?:href|src|cite)$/.test(attribute) && /^[a-z][a-z0-9+.-]*:/i.test(value.trim()) && !/^(?:https?|mailto|tel|ftp):/i.test(value))
        faults.push(`the address ${value.slice(0, 60)}`);
    }
  }
  const bad = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Noncharacter_Code_Point}|\p{Cs}/u.exec(html);
  if (bad !== null) faults.push(`the character U+${bad[0].codePointAt(0)?.toString(16)}`);
  if (!html.startsWith("<!DOCTYPE html>") || !html.endsWith("</body>\n</html>\n")) faults.push("no whole page");
  return faults;
}
