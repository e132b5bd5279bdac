/** What articles name as related and the archive lacks. May import: model, text. */
import type { LinkedCard, Wanted } from "../model/archive.ts";
import type { Tombstone } from "../model/redaction.ts";
import type { Register } from "../model/register.ts";
import { foldForCompare } from "../text/fold.ts";
import { slugOrNull } from "../text/slug.ts";
import { urlKey } from "../text/url.ts";

/**
 * Headlines that articles name and that no article of the archive has, the most named first. Headlines that differ only in case, dots or spaces are one, in
 * the form in which they are named first. What was withdrawn is not asked for.
 *
 * @param articles in the order of the archive, their related entries resolved
 */
export function wantedOf(articles: readonly LinkedCard[], register: Register, tombstones: readonly Tombstone[]): Wanted[] {
  // In most archives nothing, or nearly nothing, is named and not there.
  let titles: ReadonlySet<string> | null = null;
  const isThere = (key: string) => {
    titles ??= new Set(articles.map(({ title }) => foldForCompare(title)));
    return titles.has(key);
  };
  const isWithdrawn = withdrawnFrom(register, tombstones);
  const found = new Map<string, { headline: string; url: string | null; namedBy: LinkedCard[] }>();
  for (const card of articles)
    for (const { headline, url, article } of card.related) {
      if (article !== null || headline === null || isWithdrawn(headline, url)) continue;
      const key = foldForCompare(headline);
      // One that several articles have is not missing: it is not known which is meant.
      if (key === "" || isThere(key)) continue;
      const known = found.get(key);
      if (known === undefined) found.set(key, { headline, url, namedBy: [card] });
      else {
        known.url ??= url;
        if (known.namedBy.at(-1) !== card) known.namedBy.push(card);
      }
    }
  const keyed = [...found].sort(([a, one], [b, other]) => other.namedBy.length - one.namedBy.length || (a < b ? -1 : 1));
  return keyed.map(([, wanted]) => wanted);
}

/** Whether a headline or address is that of an article which was withdrawn: all that is left of it is where it stood. */
function withdrawnFrom(register: Register, tombstones: readonly Tombstone[]): (headline: string, url: string | null) => boolean {
  const ids = new Set(tombstones.filter(({ kind }) => kind === "withdrawn").map(({ id }) => id));
  if (ids.size === 0) return () => false;
  const entries = register.filter(({ id }) => ids.has(id));
  const slugs = new Set([...ids, ...entries.map(({ wish }) => wish)].map((id) => id.slice(id.lastIndexOf("/") + 1)));
  const urls = new Set(entries.flatMap(({ sourceUrl }) => (sourceUrl === null ? [] : (urlKey(sourceUrl) ?? []))));
  return (headline, url) => slugs.has(slugOrNull(headline) ?? "") || urls.has(urlKey(url ?? "") ?? "");
}
