/** Some pages → prepared files: one step of publishing, in whichever thread. May import: model, io, theme, build. */
import { openBodyStore } from "../io/cache/body-store.ts";
import { type BenchPlace, drafterAt } from "../io/output-folder.ts";
import type { Parcel } from "../io/pool.ts";
import type { ThemeFile } from "../io/theme-folder.ts";
import type { BodyPlace } from "../model/archive.ts";
import type { Frame, Page } from "../model/page.ts";
import { loadTheme } from "./load-theme.ts";
import { contentOf } from "./press.ts";

/** What a thread has to know to make pages: plain data. */
export interface MakingSetup {
  readonly bench: BenchPlace;
  /** The file of bodies. */
  readonly bodies: string;
  readonly frame: Frame;
  readonly files: ReadonlyMap<string, ThemeFile>;
  readonly language: string;
}

/** A page that is to be made, with what it uses. */
export interface Order {
  readonly page: Page;
  readonly uses: unknown;
}

interface Sent {
  readonly path: string;
  readonly template?: string;
  readonly format?: string;
  readonly body?: BodyPlace | null;
  readonly uses: unknown;
}

/** Orders as text: records of this size are cheaper to send so than as they are. */
export function packOrders(orders: readonly Order[]): string {
  return JSON.stringify(orders.map(({ page: { uses: _, ...page }, uses }: { page: Page & { uses?: unknown }; uses: unknown }) => ({ ...page, uses })));
}

/** What a thread does with orders. */
export function makerOf({ bench: place, bodies: path, frame, files, language }: MakingSetup): (orders: string) => Parcel {
  // Buffers arrive as plain bytes.
  const own = new Map([...files].map(([name, file]) => [name, { ...file, content: Buffer.from(file.content) }]));
  const theme = loadTheme(own, language);
  const draft = drafterAt(place);
  const bodies = openBodyStore(path);
  const press = { theme, bodies, frame, seeds: "", files: own };
  return (text) => {
    const made = (JSON.parse(text) as Sent[]).map(({ uses, ...sent }) => {
      const page = { ...sent, uses: () => uses } as Page;
      const { digest, isNew } = draft(page.path, contentOf(page, uses, press));
      return [page.path, digest, isNew];
    });
    return { text: JSON.stringify(made), bytes: new Uint8Array() };
  };
}

/** What came of orders: the path of each, its digest, and whether its bytes are new. */
export function openMade({ text }: Parcel): readonly (readonly [path: string, digest: string, isNew: boolean])[] {
  return JSON.parse(text) as [string, string, boolean][];
}
