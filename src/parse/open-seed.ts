/** A seed's bytes → clean text, its reader and its front matter; or why the seed is not read. May import: model, text, parse/context, parse/encoding, parse/front-matter, parse/readers. */
import type { Provenance } from "../model/article.ts";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House } from "../model/seed.ts";
import { cleanText } from "../text/clean.ts";
import { flawsOf } from "../text/damage.ts";
import { sha256 } from "../text/digest.ts";
import { isBlank } from "../text/lines.ts";
import type { Hit } from "../text/withhold/withhold.ts";
import { defaultsFor } from "./context.ts";
import { type Decoded, readBytes } from "./encoding/read-bytes.ts";
import { decodeFrontMatter, type FrontValue } from "./front-matter/decode.ts";
import { isKnownKey } from "./front-matter/fields.ts";
import { findFrontMatter } from "./front-matter/find.ts";
import { clipping, type Reader, readerOf } from "./readers/table.ts";
import { withholdSeed } from "./withhold-seed.ts";

/** Bytes: a seed beyond this is refused; one beyond `largeSeed` is published and remarked upon. */
export const largestSeed = 16 * 1024 * 1024;
const largeSeed = 1024 * 1024;

export interface Front {
  readonly fields: ReadonlyMap<string, FrontValue>;
  readonly source: string;
  readonly lines: number;
}

export interface OpenSeed {
  readonly outcome: "open";
  readonly text: string;
  readonly reader: Reader;
  readonly front: Front | null;
  /** SHA-256 of the bytes; of the text in UTF-8, where words of it are withheld: who has all the others could try names until the digest is right. */
  readonly digest: string;
  /** How the bytes were read, where they are not UTF-8. */
  readonly encoding: Provenance | null;
  readonly remarks: readonly Omit<Diagnostic, "file">[];
  /** What was withheld. */
  readonly hits: readonly Hit[];
}

export interface ClosedSeed {
  readonly outcome: "refused" | "ignored";
  readonly reason: Omit<Diagnostic, "file" | "hint">;
}

/** Opens a seed. Never throws. */
export function openSeed(path: string, bytes: Uint8Array, house: House): OpenSeed | ClosedSeed {
  const decoded = decodeSeed(path, bytes, house);
  if ("outcome" in decoded) return decoded;
  const text = cleanText(decoded.text);
  if (isBlank(text)) return closed("seed-empty", "The file is empty.");
  const own = readerOf(path) ?? clipping;
  const tooMuch = text.length > own.largest ? `${megabytes(bytes)} MB` : own.tooMuchOf(text);
  const reader = tooMuch === null ? own : clipping;
  const front = openFront(text, reader);
  if (front !== null && "outcome" in front) return front;
  const remarks = [
    ...remarksOnText(decoded, own === reader ? reader.breaks : clipping.breaks),
    ...(bytes.length > largeSeed ? [remarkOn("seed-large", `The file has ${megabytes(bytes)} MB.`)] : []),
    ...(tooMuch === null ? [] : [remarkOn("markdown-as-text", `The file has ${tooMuch}: it was read as plain text.`)]),
  ];
  const { hits } = decoded;
  const digest = sha256(hits.length === 0 ? bytes : decoded.text);
  return { outcome: "open", text, reader, front, digest, encoding: provenanceOf(decoded), remarks, hits };
}

/** A remark on the file as a whole. */
export function remarkOn(code: Code, message: string): Omit<Diagnostic, "file"> {
  return { code, message, hint: codes[code].advice, line: 1, column: 1 };
}

type Text = Extract<Decoded, { ok: true }> & { readonly hits: readonly Hit[] };

/** Which encoding was assumed, and what is damaged in the text. */
function remarksOnText({ text, encoding, confidence }: Text, breaks: "all" | "ascii"): Omit<Diagnostic, "file">[] {
  const assumed = `The file is not UTF-8. It was read as ${encoding}, in which it makes the most sense.`;
  return [
    ...(confidence === "inferred" ? [remarkOn("encoding-assumed", assumed)] : []),
    ...flawsOf(text, breaks).map((flaw) => ({ ...flaw, hint: codes[flaw.code].advice })),
  ];
}

function provenanceOf({ encoding, confidence }: Text): Provenance | null {
  return encoding === "utf-8" ? null : { lines: [0, 0], rule: encoding, confidence };
}

/**
 * The text of a seed as everything that follows may see it: decoded, and without what is withheld.
 *
 * @param house all of its `redactions` count for this seed
 */
export function decodeSeed(path: string, bytes: Uint8Array, house: House): Text | ClosedSeed {
  if (bytes.length > largestSeed) return closed("seed-too-large", `The file has ${megabytes(bytes)} MB.`);
  const { encoding, language = house.language } = defaultsFor(path, house);
  const decoded = readBytes(bytes, { encoding, language });
  if (decoded.ok) {
    const { text, hits, isIncomplete } = withholdSeed(path, decoded.text, house.redactions ?? []);
    return isIncomplete ? closed("redaction-incomplete", "Words that are to be withheld cannot be taken out of this file.") : { ...decoded, text, hits };
  }
  if (decoded.reason === "binary") return closed("seed-binary", "The file is no text.");
  const byte = decoded.byte.toString(16).padStart(2, "0");
  return closed(
    "encoding-unknown",
    `The byte 0x${byte} is not UTF-8, and no other encoding makes a text of the file without doubt.`,
    decoded.line,
    decoded.column,
  );
}

/** The front matter of a file or of one of its articles; null where there is none. */
export function openFront(text: string, reader: Reader): Front | ClosedSeed | null {
  const prepared = reader.prepare(text);
  if (!/^\ufeff?(?:---|\+\+\+)/.test(prepared)) return null;
  const found = findFrontMatter(reader.lines(prepared));
  if (found.kind === "none") return null;
  if (found.kind === "refused") return closed(found.code, found.message, found.line, 1);
  const decoded = decodeFrontMatter(found);
  if (!decoded.ok) return closed("front-matter-invalid", decoded.message, decoded.line, decoded.column);
  // In a clipping, lines like `From the Herald: an old piece` between two rules are words of the text.
  if (reader === clipping && ![...decoded.fields.keys()].some(isKnownKey)) return null;
  return { fields: decoded.fields, source: found.source, lines: found.lines };
}

function closed(code: Code, message: string, line: number | null = null, column: number | null = null): ClosedSeed {
  return { outcome: "refused", reason: { code, message, line, column } };
}

function megabytes(bytes: Uint8Array): string {
  return (bytes.length / 1_000_000).toFixed(1);
}
