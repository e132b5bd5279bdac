/** Where a layout writes down what it reads, in the order of the text. May import: model, parse/layouts/layout. */
import type { Figure } from "../../model/article.ts";
import type { Claim, ClaimFields, Confidence, FieldName, LineRange } from "../../model/claim.ts";
import type { Code } from "../../model/codes.ts";
import { codes } from "../../model/codes.ts";
import type { Role } from "../../model/role.ts";
import type { Block } from "../block.ts";
import type { BodyItem, Reading } from "./layout.ts";

export interface Notebook {
  claim<F extends FieldName>(field: F, value: ClaimFields[F], lines: LineRange, confidence?: Confidence): void;
  has(field: FieldName): boolean;
  role(role: Role, lines: LineRange): void;
  /** The role that lines have so far; null for none. */
  roleOf(lines: LineRange): Role | null;
  body(role: Role, block: Block, drop?: number): void;
  /** Keeps what links of the body refer to, behind the body. */
  definition(block: Block): void;
  /** Claims a picture and keeps its place in the text. */
  figure(figure: Figure, lines: LineRange, role: Role, confidence?: Confidence): void;
  /** Whether a picture with these words has its place. */
  shows(src: string, alt: string | null): boolean;
  related(headline: string | null, url: string | null, lines: LineRange, role: Role): void;
  report(code: Code, message: string, line: number): void;
  /** How many paragraphs the body has so far. */
  paragraphs(): number;
  close(): Reading;
}

/**
 * @param rule the name that the claims carry
 * @param countParagraphs how many paragraphs a block will be in the record
 */
export function openNotebook(rule: string, countParagraphs: (block: Block) => number): Notebook {
  const claims: Claim[] = [];
  const roles: { role: Role; lines: LineRange }[] = [];
  const body: BodyItem[] = [];
  const definitions: BodyItem[] = [];
  const diagnostics: Reading["diagnostics"][number][] = [];
  const counts = { figures: 0, related: 0, paragraphs: 0 };
  const notebook: Notebook = {
    claim: (field, value, lines, confidence = "inferred") => {
      claims.push({ field, value, rule, confidence, lines } as Claim);
    },
    has: (field) => claims.some((claim) => claim.field === field),
    role: (role, lines) => {
      roles.push({ role, lines });
    },
    roleOf: ([first]) => roles.findLast(({ lines }) => lines[0] <= first && first <= lines[1])?.role ?? null,
    shows: (src, alt) => claims.some(({ field, value }) => field === "figures" && (value as Figure).src === src && (value as Figure).alt === alt),
    body: (role, block, drop = 0) => {
      roles.push({ role, lines: block.lines });
      body.push({ kind: "block", block, drop });
      counts.paragraphs += countParagraphs(block);
    },
    figure: (figure, lines, role, confidence = "inferred") => {
      // A caption printed twice in a row is one picture's: for the small view and for the large.
      if (body.at(-1)?.kind === "figure" && isSame(figure, claims.findLast((claim) => claim.field === "figures")?.value as Figure)) {
        roles.push({ role, lines });
        return;
      }
      notebook.claim("figures", figure, lines, confidence);
      roles.push({ role, lines });
      body.push({ kind: "figure", index: counts.figures });
      counts.figures += 1;
    },
    related: (headline, url, lines, role) => {
      notebook.claim("related", { headline, url, after: counts.paragraphs }, lines, "stated");
      roles.push({ role, lines });
      body.push({ kind: "related", index: counts.related });
      counts.related += 1;
    },
    definition: (block) => {
      roles.push({ role: "body", lines: block.lines });
      definitions.push({ kind: "block", block, drop: 0 });
    },
    report: (code, message, line) => {
      diagnostics.push({ code, message, line, column: 1, hint: codes[code].advice });
    },
    paragraphs: () => counts.paragraphs,
    close: () => ({ claims, roles, body: [...body, ...definitions], diagnostics }),
  };
  return notebook;
}

function isSame(figure: Figure, last: Figure): boolean {
  const { caption, credit, src, alt } = last;
  return caption !== null && figure.caption === caption && figure.credit === credit && figure.src === src && figure.alt === alt;
}
