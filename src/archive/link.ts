/** Articles → archive: order, links both ways, groups. The one place that sees all articles. May import: model, text, archive. */
import type { Archive, Card } from "../model/archive.ts";
import { type Authorities, noAuthorities } from "../model/authority.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Tombstone } from "../model/redaction.ts";
import type { Register } from "../model/register.ts";
import { compareDates } from "../text/civil-date.ts";
import { pictureOf } from "../text/picture-path.ts";
import { authoritiesFor, unusedAuthorities } from "./authorities.ts";
import { coverageOf } from "./coverage.ts";
import { groupBy } from "./groups.ts";
import { periodsOf } from "./periods.ts";
import { linkRelated } from "./related.ts";
import { threadsOf } from "./threads.ts";
import { wantedOf } from "./wanted.ts";

/** What the archive knows besides its articles. */
export interface Surroundings {
  /** Paths of the picture files in the seeds folder. */
  readonly pictures: ReadonlySet<string>;
  /** Every address that ever was an article's. */
  readonly register: Register;
  readonly tombstones: readonly Tombstone[];
  /** What the owner knows of names. */
  readonly authorities?: Authorities;
}

/** @param cards all articles, in any order, each with its own id */
export function linkArchive(cards: readonly Card[], { pictures, register, tombstones, authorities = noAuthorities }: Surroundings): Archive {
  const sorted = [...cards].sort(inOrder);
  const { articles, namedBy, published, diagnostics } = linkRelated(sorted);
  const years = periodsOf(articles);
  const languages = groupBy("language", articles);
  const author = groupBy("author", articles, authoritiesFor("author", authorities));
  const place = groupBy("place", articles, authoritiesFor("place", authorities));
  const used = new Set([...author, ...place].flatMap(({ authority }) => authority ?? []));
  return {
    articles,
    byId: new Map(articles.map((card) => [card.id, card])),
    published,
    namedBy,
    groups: {
      author,
      publication: groupBy("publication", articles),
      section: groupBy("section", articles),
      topic: groupBy("topic", articles),
      place,
      // A list of one language would be all articles once more.
      language: languages.length > 1 ? languages : [],
    },
    years,
    undated: articles.filter((card) => card.date === null),
    coverage: coverageOf(articles, years),
    threads: threadsOf(articles, namedBy),
    wanted: wantedOf(articles, register, tombstones),
    pictures,
    register,
    tombstones,
    diagnostics: [
      ...diagnostics,
      ...duplicates(articles),
      ...missingPictures(articles, pictures),
      ...authorities.diagnostics,
      ...unusedAuthorities(authorities, used),
    ],
  };
}

/** By date, then id; undated last. */
function inOrder(a: Card, b: Card): number {
  if (a.date === null || b.date === null) return a.date === b.date ? compareDates(a.id, b.id) : a.date === null ? 1 : -1;
  return compareDates(a.date, b.date) || compareDates(a.id, b.id);
}

function duplicates(articles: readonly Card[]): Diagnostic[] {
  const first = new Map<string, Card>();
  return [...articles]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap((card) => {
      const known = first.get(card.sha256);
      if (known === undefined) first.set(card.sha256, card);
      return known === undefined || known.file === card.file
        ? []
        : [about(card, "duplicate-article", `The file is the same, byte for byte, as ${known.file}.`)];
    });
}

function missingPictures(articles: readonly Card[], pictures: ReadonlySet<string>): Diagnostic[] {
  return articles.flatMap((card) =>
    card.figures.flatMap(({ src }) => {
      if (src === null || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) || pictureOf(src, card.file, pictures) !== null) return [];
      return [about(card, "picture-missing", `The picture “${src}” is not in the seeds folder.`)];
    }),
  );
}

function about(card: Card, code: Diagnostic["code"], message: string): Diagnostic {
  return { code, file: card.file, line: null, column: null, message, hint: codes[code].advice };
}
