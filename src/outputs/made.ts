/**
 * Pages and files made of what they say that they use. What makes one is a function of the module and no closure: it sees what it is handed, the frame, and
 * nothing else of the archive, so that the same uses are the same page. `build/page-keys.ts` lives by this; `tests/architecture.test.ts` holds it.
 * May import: model, text.
 */
import type { Archive, BodyPlace, GroupKind } from "../model/archive.ts";
import type { Bodies, Frame, Page, PageProps, Site, StoredBody } from "../model/page.ts";

const kinds: readonly GroupKind[] = ["section", "author", "topic", "publication"];

/** What all pages of an archive have in common. */
export function frameOf(archive: Archive, site: Site): Frame {
  return { site, lists: kinds.filter((kind) => archive.groups[kind].length > 0), isEmpty: archive.articles.length === 0 };
}

/** A page without an article's body. */
export function madePage<Uses>(
  frame: Frame,
  path: string,
  template: string,
  view: (uses: Uses, frame: Frame, path: string) => PageProps,
  uses: () => Uses,
): Extract<Page, { template: string }> {
  return { path, template, body: null, uses, props: (used) => view(used as Uses, frame, path) };
}

/**
 * A page that prints an article's body.
 *
 * @param body the article's, whose card is in the uses
 */
export function pageWithBody<Uses>(
  frame: Frame,
  path: string,
  template: string,
  body: BodyPlace,
  view: (uses: Uses, frame: Frame, path: string) => PageProps,
  bodyView: (uses: Uses, body: StoredBody) => object,
  uses: () => Uses,
): Extract<Page, { template: string }> {
  return { ...madePage(frame, path, template, view, uses), body, bodyProps: (used, stored) => bodyView(used as Uses, stored) };
}

/** A file for other programs. */
export function madeFile<Uses>(
  frame: Frame,
  path: string,
  print: (uses: Uses, frame: Frame, path: string, bodies: Bodies) => string | Iterable<string>,
  uses: () => Uses,
): Page {
  return { path, uses, text: (used, bodies) => print(used as Uses, frame, path, bodies) };
}
