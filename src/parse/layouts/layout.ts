/** What a layout is, and what comes of reading by one. May import: model, parse/block, parse/sheet. */
import type { Claim, LineRange } from "../../model/claim.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Role } from "../../model/role.ts";
import type { Block } from "../block.ts";
import type { Sheet } from "../sheet.ts";

/** One thing of the body, in the order of the text. */
export type BodyItem =
  /** `drop`: how many characters of the text (a dateline) do not belong to the body. */
  | { readonly kind: "block"; readonly block: Block; readonly drop: number }
  /** The place of a related headline, or of a picture; `index` counts the claims of that field. */
  | { readonly kind: "related" | "figure"; readonly index: number };

export interface Reading {
  readonly claims: readonly Claim[];
  readonly roles: readonly { readonly role: Role; readonly lines: LineRange }[];
  readonly body: readonly BodyItem[];
  readonly diagnostics: readonly Omit<Diagnostic, "file">[];
}

/** A way in which articles are set. A row of `layouts/table.ts`. */
export interface Layout {
  /** Permanent: it stands in the record. */
  readonly name: string;
  /** From 0, not at all, to 1, surely. The best fit reads; of equals, the first in the table. */
  fit(sheet: Sheet): number;
  read(sheet: Sheet): Reading;
}

/** How a layout wants a story's head read. */
export interface StoryOptions {
  /** What the claims name as their rule: the layout. */
  readonly rule: string;
  /** The item that is the headline; null where no item is. */
  readonly headlineAt: number | null;
  /** Whether unmarked lines in the head have a meaning by their place (kicker, deck, bare byline, caption) or are body. */
  readonly bareHead: boolean;
}
