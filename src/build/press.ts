/** A page of the plan → its bytes. May import: model, io, outputs, theme. */
import { programFile } from "../io/program.ts";
import { readSeedBytes } from "../io/seeds-folder.ts";
import type { ThemeFile } from "../io/theme-folder.ts";
import type { Bodies, Frame, Page, PageProps } from "../model/page.ts";
import { fileKindOf, pageKindOf } from "../outputs/table.ts";
import { TemplateFailure, type Theme } from "../theme/theme.ts";

/** What pages are made with. */
export interface Press {
  readonly theme: Theme;
  readonly bodies: Bodies;
  readonly frame: Frame;
  /** The seeds folder, and the files of the theme: those that are published as they are come from there. */
  readonly seeds: string;
  readonly files: ReadonlyMap<string, ThemeFile>;
}

/** The bytes of a file of the plan, made of what it uses; a large one in parts. */
export function contentOf(page: Page, uses: unknown, press: Press): Uint8Array | Iterable<string> {
  if ("template" in page) return Buffer.from(rendered(page, uses, press));
  if ("format" in page) {
    const text = fileKindOf(page.format).print(uses, press.frame, page.path, press.bodies);
    return typeof text === "string" ? Buffer.from(text) : text;
  }
  const { from, path } = page.copyOf;
  if (from === "templates") return press.files.get(path)?.content ?? Buffer.alloc(0);
  return from === "seeds" ? readSeedBytes(press.seeds, path, Number.MAX_SAFE_INTEGER) : programFile(path);
}

/**
 * The text of a page, made of what it uses. Throws a `TemplateFailure` that also says which page was in hand.
 *
 * @param alter changes what the template sees, for a page that is shown and not published
 */
export function rendered(
  { path, template, body: place }: Pick<Extract<Page, { template: string }>, "path" | "template" | "body">,
  uses: unknown,
  { theme, bodies, frame }: Press,
  alter: (props: PageProps) => PageProps = (props) => props,
): string {
  const kind = pageKindOf(template);
  const props = alter(kind.props(uses, frame, path));
  try {
    if (place === null) return theme.render(template, props, []);
    const body = bodies.page(place);
    return theme.render(template, { ...props, ...kind.bodyProps(uses, body) }, body.pieces);
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    const title = props.title === "" ? "" : `, “${props.title}”`;
    const seed = kind.seedOf(uses);
    const record = seed === null ? "" : `, made of ${seed} in the seeds folder`;
    throw new TemplateFailure({ ...error.diagnostic, message: `${error.diagnostic.message} The page in hand was ${path}${title}${record}.` });
  }
}
