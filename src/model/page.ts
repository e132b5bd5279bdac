/** What is published: pages, and the outputs that ask for them. May import: the model only. */
import type { Archive, BodyPlace, GroupKind } from "./archive.ts";
import type { Provenance, Remark, RoleRun } from "./article.ts";
import type { BodyPiece } from "./body.ts";
import type { SearchWords } from "./search.ts";

/** One of several archives that belong together: a decade, a paper. */
export interface Volume {
  readonly title: string;
  /** From this archive's front page, with a slash at the end (`../1980s/`; `./` is this archive itself), or a web address. */
  readonly address: string;
}

/** What the owner says of the archive, defaults filled in. */
export interface Site {
  readonly title: string;
  readonly description: string;
  /** BCP 47: the language of the pages around the articles. */
  readonly language: string;
  /** Without a slash at the end; null where the owner gave none. Pages work at any address without it. */
  readonly baseUrl: string | null;
  /** Hosts, in lower case without `www.`, at which articles were published before and whose addresses are to lead here. */
  readonly formerHosts: readonly string[];
  /** What the owner's templates folder adds to the look, where it adds something. */
  readonly dress?: Dress;
  /** The archives that belong together, this one among them, in the owner's order. */
  readonly volumes?: readonly Volume[];
  /** Names of outputs that the owner does without (`outputs/left-out.ts`). */
  readonly without?: readonly string[];
  /** `Tearsheet 0.1.0`. */
  readonly generator: string;
}

/** Files of the owner's that pages show or are set in. */
export interface Dress {
  /** Names in the folder `fonts` of the templates: `NAME.woff2`. */
  readonly fonts: readonly string[];
  /** `logo.svg` or `logo.png`; null where there is none. */
  readonly logo: string | null;
}

/** What all pages of an archive have in common. Plain data. */
export interface Frame {
  readonly site: Site;
  /** The kinds of lists that the archive has. */
  readonly lists: readonly GroupKind[];
  readonly isEmpty: boolean;
}

/** One file of the published archive. `path` is relative to the output folder, with `/`. */
export type Page =
  | {
      readonly path: string;
      /** Name of the template, without `.eta`, and of the kind of page (`PageKind`). */
      readonly template: string;
      /** All that it is made of besides the frame: plain data, in which what has a `key` stands for all that it holds. With the same of both, the page is the same. */
      readonly uses: () => unknown;
      /** The body that the template prints; null for pages without one. */
      readonly body: BodyPlace | null;
      /** Whether the page prints the archive's fingerprint (`fingerprintMark` in its props): it is finished when all other files are known. */
      readonly printsFingerprint?: true;
    }
  /** For other programs. `isLarge`: it uses all articles, and may come in parts, so that it is not in memory at once. */
  | {
      readonly path: string;
      readonly format: string;
      readonly uses: () => unknown;
      readonly isLarge?: true;
      /** What each part of a large file uses: printed one after the other, they are the file, and one that is as before need not be printed again. */
      readonly parts?: () => Iterable<unknown>;
      /** Whether it is known to be what was published last (`Past`): it is made only where that is not there any more. */
      readonly isAsBefore?: true;
    }
  | { readonly path: string; readonly copyOf: { readonly from: "seeds" | "templates" | "program"; readonly path: string } };

/** How pages of a kind are made of what they use. Functions of the module, and no closures. */
export interface PageKind {
  readonly template: string;
  /** All that the template may see, as JSON. */
  readonly props: (uses: unknown, frame: Frame, path: string) => PageProps;
  /** More props, made of the body and the uses: what is too heavy to wait in memory. */
  readonly bodyProps: (uses: unknown, body: BodyReading & BodyPage) => object;
  /** The seed whose record the page shows; null for a page that shows none. Said where a template fails. */
  readonly seedOf: (uses: unknown) => string | null;
}

/** How files for other programs are made of what they use. */
export interface FileKind {
  readonly format: string;
  readonly print: (uses: unknown, frame: Frame, path: string, bodies: Bodies) => string | Iterable<string>;
}

/** What every page has; an output adds what its template needs. */
export interface PageProps {
  readonly title: string;
  /** Addresses in the body that are to lead elsewhere: from an address as printed to one relative to the page. */
  readonly links?: Readonly<Record<string, string>>;
  /** Copies of pages elsewhere, by the address at which the body links to them; the day is that of linking, where it is known. */
  readonly copies?: Readonly<Record<string, { readonly href: string; readonly day: string | null }>>;
  /** Linked data of the page. The theme makes a `<script>` element of it that holds data and runs nothing. */
  readonly jsonLd?: object;
}

/** The only way to an article's body once it has been read. */
export interface Bodies {
  /** What its page shows, and how it was read. */
  page(place: BodyPlace): BodyReading & BodyPage;
  /** What the article says, and nothing of how it was read or goes on its page. */
  text(place: BodyPlace): BodyText;
  /** The record's part of it as it stands there, as two objects of JSON (`BodyText` and `BodyReading`, their fields in that order): to be copied, not read. */
  json(place: BodyPlace): { readonly text: string; readonly reading: string };
  /** The words by which the article is found, and nothing else of it. */
  search(place: BodyPlace): SearchWords;
}

/** What the last build published, for an output that mends its files rather than make them anew. */
export interface Past {
  /** Keys of its articles (`Card`), in their order. */
  readonly keys: readonly string[];
  /** The words by which an article was found, by its place in that order; null where they are not to be had. */
  search(article: number): SearchWords | null;
  /** The text of a file, as it was published; null where it is not there any more, or another. */
  text(path: string): string | null;
}

/** What the article says. */
export interface BodyText {
  readonly paragraphs: readonly string[];
  readonly body: string;
}

/** How it was read. */
export interface BodyReading {
  readonly boilerplate: readonly Remark[];
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly lines: readonly RoleRun[];
}

/** What only its page needs. */
export interface BodyPage {
  readonly pieces: readonly BodyPiece[];
  /** The article's lines of the seed, as decoded, each with its terminator: those that `lines` covers. Joined, they are its text. */
  readonly source: readonly string[];
}

/** What waits on disk for an article. */
export interface StoredBody extends BodyText, BodyReading, BodyPage {
  readonly search: SearchWords;
}

/** A kind of file in the published archive: a row of `outputs/table.ts`. */
export interface Output {
  readonly name: string;
  /** The kinds of its pages and files. */
  readonly kinds: readonly (PageKind | FileKind)[];
  /** It reads all articles to know what its files are: who shows single pages asks it only for what it was asked for. No page names its files. */
  readonly isHeavy?: true;
  /** @param past null where nothing was published, or nothing is known of it */
  pages(archive: Archive, site: Site, bodies: Bodies, past: Past | null): Iterable<Page>;
}
