/** A seed's bytes → its articles. Nothing but the bytes, the path and the house decides. May import: model, text, languages, parse. */

import { english } from "../languages/en.ts";
import type { Language } from "../languages/language.ts";
import { languageByTag } from "../languages/table.ts";
import type { Claim } from "../model/claim.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House } from "../model/seed.ts";
import { makeArticle } from "./article.ts";
import { claimAddress, claimFolder, claimPath, defaultsFor, isSettledBy } from "./context.ts";
import { correctClaims, correctRemarks, noSidecar, refusedBySidecar, withoutMissed } from "./correct.ts";
import { compareWithAddress, inferYear, sayYear } from "./evidence.ts";
import { claimFront, isDraft } from "./front-matter/claims.ts";
import { keysOf } from "./front-matter/fields.ts";
import { frontText } from "./front-matter/values.ts";
import { detectLanguage } from "./language.ts";
import type { BodyItem, Layout, Reading } from "./layouts/layout.ts";
import { layouts } from "./layouts/table.ts";
import { wordsOf } from "./marks/words.ts";
import { type Front, type OpenSeed, openSeed, remarkOn } from "./open-seed.ts";
import { readParts } from "./read-parts.ts";
import { clipping, type Reader } from "./readers/table.ts";
import { remarksOf, type SeedReading } from "./reading.ts";
import { type Settled, settle, surestOf } from "./settle.ts";
import { layOut, type Sheet } from "./sheet.ts";
import { claimSidecar, openSidecar, type Sidecar, type SidecarFile, sidecarFields } from "./sidecar.ts";
import { type RawReading, readWithholding } from "./withholding.ts";

export type { ReadArticle, SeedReading } from "./reading.ts";
export type { SidecarFile } from "./sidecar.ts";

/**
 * Reads one seed. Never throws for what is in the file: a file that cannot be read is `refused` with a diagnostic that says why. What the house
 * withholds is in nothing that comes back.
 *
 * @param path the seed's path relative to the seeds folder, with `/`
 * @param file the seed's sidecar, where it has one
 */
export function readSeed(path: string, bytes: Uint8Array, house: House, file: SidecarFile | null = null): SeedReading {
  return readWithholding(path, house, (own) => readUnder(path, bytes, own, file));
}

/** @param house all of its redactions count */
function readUnder(path: string, bytes: Uint8Array, house: House, file: SidecarFile | null): RawReading {
  const said = file === null ? null : openSidecar(file, house.redactions ?? []);
  if (said !== null && "diagnostics" in said) return { reading: refusedBySidecar(path, file?.path ?? "", said.diagnostics), hits: [] };
  const sidecar = said?.sidecar ?? null;
  const opened = openSeed(path, bytes, house);
  if (opened.outcome !== "open") {
    const { code, message, line, column } = opened.reason;
    const diagnostic = { code, file: path, message, hint: codes[code].advice, line, column };
    return { reading: { outcome: opened.outcome, articles: [], diagnostics: [diagnostic] }, hits: [] };
  }
  return { reading: readOpen(path, opened, house, sidecar), hits: [...opened.hits, ...(sidecar?.hits ?? [])] };
}

function readOpen(path: string, opened: OpenSeed, house: House, sidecar: Sidecar | null): SeedReading {
  try {
    return readParts(path, opened, sidecar, (part, index) => readText(path, part, house, sidecar, index));
  } catch (error) {
    // Markdown nested a thousand deep overflows the stack of every parser: the words are still there.
    if (opened.reader === clipping || !(error instanceof RangeError)) throw error;
    const remark = remarkOn("markdown-as-text", "The Markdown is nested too deep: the file was read as plain text.");
    const plain = { ...opened, reader: clipping, remarks: [...opened.remarks, remark] };
    return readParts(path, plain, sidecar, (part, index) => readText(path, part, house, sidecar, index));
  }
}

/** Reads the text of one article; `index` is its place among those of its file. */
function readText(path: string, part: OpenSeed, house: House, sidecar: Sidecar | null, index: number): SeedReading {
  const { text: cleaned, reader, front, digest, encoding, remarks } = part;
  const corrections = sidecar === null ? null : sidecarFields(sidecar, index);
  const isHeldBack = corrections !== null && isDraft(corrections);
  if (isHeldBack || (front !== null && isDraft(front.fields))) {
    const { message, line, column, hint } = remarkOn("draft-ignored", `The ${isHeldBack ? "sidecar" : "front matter"} says that this is a draft.`);
    return { outcome: "ignored", articles: [], diagnostics: [{ code: "draft-ignored", file: path, message, hint, line, column }] };
  }
  const { text, lines, printed } = preparedLines(cleaned, reader);
  const defaults = defaultsFor(path, house);
  const bodyText = front === null ? text : lines.slice(front.lines).join("");
  const { language, claims: languageClaims } = languageOf([corrections, front?.fields ?? null], bodyText, defaults.language ?? house.language);
  const words = wordsOf(language);
  const order = defaults.dateOrder ?? null;
  const blocks = reader.blocks(text, lines, front?.lines ?? 0);
  const sheet = layOut(blocks, words, order, front === null ? undefined : frontText(front.fields, ...keysOf("headline")));
  const layout = bestOf(sheet);
  const reading = layout.read(sheet);
  const fronted = front === null ? { claims: [], diagnostics: [] } : claimFront(front.fields, front.source, words, order);
  const sided = sidecar === null ? noSidecar : claimSidecar(sidecar, index, words, order);
  if (sidecar !== null && sided.diagnostics.length > 0) return refusedBySidecar(path, sidecar.path, sided.diagnostics);
  const read: readonly Claim[] = [...languageClaims, ...fronted.claims, ...reading.claims];
  const stated = correctClaims(sided, read);
  const source = surestOf(stated, "sourceUrl");
  const evidence = [...claimPath(path), ...(source === null ? [] : claimAddress(source, house))];
  const year = inferYear(stated, evidence, source, words);
  const around = [...(year === null ? [] : [year]), ...evidence, ...claimFolder(defaults)];
  const settled = settle(correctClaims(sided, [...read, ...around]));
  const body = reader.body(inPlace(reading, settled.claims), blocks, language);
  const found = correctRemarks(sided, read, [...remarks, ...fronted.diagnostics, ...reading.diagnostics]);
  const made = makeArticle({
    path,
    digest,
    encoding,
    layout: layout.name,
    // As they stand in the file: preparing a text may leave nothing of its last line.
    lines: printed,
    frontLines: front?.lines ?? 0,
    reading,
    settled,
    body,
    permalinksFrom: house.permalinksFrom,
    found: [...sayWhatSettled(sayYear(found, year), settled), ...compareWithAddress(settled, evidence)],
  });
  const article = withoutMissed(made, sided);
  return { outcome: "published", articles: [{ article, pieces: body.pieces, claims: settled.claims }], diagnostics: remarksOf(article, path) };
}

/** The text as its reader wants it, and its lines; beside them those that stand in the file, which are mostly the same. */
function preparedLines(cleaned: string, reader: Reader): { readonly text: string; readonly lines: readonly string[]; readonly printed: readonly string[] } {
  const printed = reader.lines(cleaned);
  const text = reader.prepare(cleaned);
  return { text, lines: text === cleaned ? printed : reader.lines(text), printed };
}

/** The layout that fits best; of equals, the first of the table. */
function bestOf(sheet: Sheet): Layout {
  const fits = layouts.map((layout) => layout.fit(sheet));
  return layouts[fits.indexOf(Math.max(...fits))] as Layout;
}

/**
 * The body with its places of pictures and related headlines counted as the record counts them: a front matter's come first, and one that a
 * sidecar replaced has no place any more.
 */
function inPlace(reading: Reading, settled: readonly Claim[]): BodyItem[] {
  const indices = (field: "figures" | "related") => {
    const all = settled.filter((claim) => claim.field === field);
    return reading.claims.filter((claim) => claim.field === field).map((claim) => all.indexOf(claim));
  };
  const places = { figure: indices("figures"), related: indices("related") };
  return reading.body.flatMap((item): BodyItem[] => {
    if (item.kind === "block") return [item];
    const index = places[item.kind][item.index] ?? -1;
    return index === -1 ? [] : [{ ...item, index }];
  });
}

/** A printed date that could be two, and that the path or the address settled: said, and no longer a warning. */
function sayWhatSettled(found: readonly Omit<Diagnostic, "file">[], { single, provenance }: Settled): Omit<Diagnostic, "file">[] {
  const { date, dateAsPrinted } = single;
  const rule = provenance["date"]?.rule;
  if (date === null || dateAsPrinted === null || !isSettledBy(dateAsPrinted, date.date)) return [...found];
  const message = `“${dateAsPrinted}” was read as ${date.date}, as the ${rule === "path" ? "path of the file" : "address of the original"} has it.`;
  return found.map((each) => (each.code === "date-ambiguous" ? { ...each, code: "date-settled", message, hint: codes["date-settled"].advice } : each));
}

type OpenFields = Front["fields"];

/** The language that the sidecar or the front matter states, else the one that the words show, else the folder's or the house's. */
function languageOf(fields: readonly (OpenFields | null)[], text: string, fallback: string): { language: Language; claims: Claim[] } {
  const stated = fields.map((each) => (each === null ? null : frontText(each, ...keysOf("language")))).find((each) => each !== null);
  const shown = detectLanguage(text);
  const claim = (value: string, rule: string, confidence: Claim["confidence"]): Claim => ({ field: "language", value, rule, confidence, lines: [0, 0] });
  const claims = [...(shown === null ? [] : [claim(shown.tag, "words", "inferred")]), claim(fallback, "default", "assumed")];
  return { language: languageByTag(stated ?? "") ?? shown ?? languageByTag(fallback) ?? english, claims };
}
