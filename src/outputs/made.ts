/**
 * Kinds of pages and files, each made of what it says that it uses, by functions of the module: they see that, the frame, and nothing else of the archive, so
 * that the same uses are the same page, in whichever thread it is made. `build/page-keys.ts` lives by this. May import: model.
 */
import type { Archive, BodyPlace, GroupKind } from "../model/archive.ts";
import type { Bodies, BodyPage, BodyReading, FileKind, Frame, Page, PageKind, PageProps, Site } from "../model/page.ts";

const lists: readonly GroupKind[] = ["section", "author", "place", "topic", "publication"];

/** What all pages of an archive have in common. */
export function frameOf(archive: Archive, site: Site): Frame {
  return { site, lists: lists.filter((kind) => archive.groups[kind].length > 0), isEmpty: archive.articles.length === 0 };
}

/**
 * A kind of page. `page` asks for one; with a body, its article's card is in the uses.
 *
 * @param seedOf the seed whose record a page shows
 */
export function pageKind<Uses>(
  template: string,
  view: (uses: Uses, frame: Frame, path: string) => PageProps,
  bodyView: (uses: Uses, body: BodyReading & BodyPage) => object = () => ({}),
  seedOf: (uses: Uses) => string | null = () => null,
): PageKind & { page(path: string, uses: () => Uses, body?: BodyPlace): Extract<Page, { template: string }> } {
  return {
    template,
    props: (uses, frame, path) => view(uses as Uses, frame, path),
    bodyProps: (uses, body) => bodyView(uses as Uses, body),
    seedOf: (uses) => seedOf(uses as Uses),
    page: (path, uses, body) => ({ path, template, uses, body: body ?? null }),
  };
}

/** A kind of file for other programs. `file` asks for one. */
export function fileKind<Uses>(
  format: string,
  print: (uses: Uses, frame: Frame, path: string, bodies: Bodies) => string | Iterable<string>,
): FileKind & { file(path: string, uses: () => Uses): Extract<Page, { format: string }> } {
  return {
    format,
    print: (uses, frame, path, bodies) => print(uses as Uses, frame, path, bodies),
    file: (path, uses) => ({ path, format, uses }),
  };
}
