/** A seed's bytes → its article. Nothing but the bytes, the path and the house decides. May import: model, text, languages, parse. */

import { english } from "../languages/en.ts";
import type { Language } from "../languages/language.ts";
import { languageByTag } from "../languages/table.ts";
import type { Article } from "../model/article.ts";
import type { BodyPiece } from "../model/body.ts";
import type { Claim } from "../model/claim.ts";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House } from "../model/seed.ts";
import { makeArticle } from "./article.ts";
import { claimAddress, claimFolder, claimPath, defaultsFor, isSettledBy } from "./context.ts";
import { compareWithAddress, inferYear, sayYear } from "./evidence.ts";
import { claimFront } from "./front-matter/claims.ts";
import { frontText } from "./front-matter/values.ts";
import { detectLanguage } from "./language.ts";
import { layouts } from "./layouts/table.ts";
import { wordsOf } from "./marks/words.ts";
import { type Front, type OpenSeed, openSeed, remarkOn } from "./open-seed.ts";
import { clipping } from "./readers/table.ts";
import { type Settled, settle } from "./settle.ts";
import { layOut } from "./sheet.ts";

/** An article with the body as it goes on its page. */
export interface ReadArticle {
  readonly article: Article;
  readonly pieces: readonly BodyPiece[];
}

export type SeedReading =
  | { readonly outcome: "published"; readonly articles: readonly ReadArticle[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly outcome: "refused" | "ignored"; readonly articles: readonly []; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads one seed. Never throws for what is in the file: a file that cannot be read is `refused` with a diagnostic that says why.
 *
 * @param path the seed's path relative to the seeds folder, with `/`
 */
export function readSeed(path: string, bytes: Uint8Array, house: House): SeedReading {
  const opened = openSeed(path, bytes);
  if (opened.outcome !== "open") {
    const { code, message, line, column } = opened.reason;
    return { outcome: opened.outcome, articles: [], diagnostics: [{ code, file: path, message, hint: codes[code].advice, line, column }] };
  }
  try {
    return readText(path, opened, house);
  } catch (error) {
    // Markdown nested a thousand deep overflows the stack of every parser: the words are still there.
    if (opened.reader === clipping || !(error instanceof RangeError)) throw error;
    const remark = remarkOn("markdown-as-text", "The Markdown is nested too deep: the file was read as plain text.");
    return readText(path, { ...opened, reader: clipping, remarks: [...opened.remarks, remark] }, house);
  }
}

function readText(path: string, { text: cleaned, reader, front, digest, remarks }: OpenSeed, house: House): SeedReading {
  const text = reader.prepare(cleaned);
  const lines = reader.lines(text);
  const defaults = defaultsFor(path, house);
  const bodyText = lines.slice(front?.lines ?? 0).join("");
  const { language, claims: languageClaims } = languageOf(front, bodyText, defaults.language ?? house.language);
  const words = wordsOf(language);
  const order = defaults.dateOrder ?? null;
  const blocks = reader.blocks(text, lines, front?.lines ?? 0);
  const sheet = layOut(blocks, words, order, front === null ? undefined : frontText(front.fields, "headline", "title"));
  const layout = layouts.reduce((best, next) => (next.fit(sheet) > best.fit(sheet) ? next : best));
  const reading = layout.read(sheet);
  const fronted = front === null ? { claims: [], diagnostics: [] } : claimFront(front.fields, front.source, words, order);
  const stated: readonly Claim[] = [...languageClaims, ...fronted.claims, ...reading.claims];
  const source = settle(stated).single.sourceUrl;
  const evidence = [...claimPath(path), ...(source === null ? [] : claimAddress(source, house))];
  const year = inferYear(stated, evidence, source, words);
  const settled = settle([...stated, ...(year === null ? [] : [year]), ...evidence, ...claimFolder(defaults)]);
  const body = reader.body(reading.body, blocks, language);
  const found = [...remarks, ...fronted.diagnostics, ...reading.diagnostics];
  const article = makeArticle({
    path,
    digest,
    layout: layout.name,
    lines,
    frontLines: front?.lines ?? 0,
    reading,
    settled,
    body,
    found: [...sayWhatSettled(sayYear(found, year), settled), ...compareWithAddress(settled, evidence)],
  });
  const diagnostics = article.diagnostics.map(({ severity: _severity, code, ...rest }) => ({ ...rest, code: code as Code, file: path }));
  return { outcome: "published", articles: [{ article, pieces: body.pieces }], diagnostics };
}

/** A printed date that could be two, and that the path or the address settled: said, and no longer a warning. */
function sayWhatSettled(found: readonly Omit<Diagnostic, "file">[], { single, provenance }: Settled): Omit<Diagnostic, "file">[] {
  const { date, dateAsPrinted } = single;
  const rule = provenance["date"]?.rule;
  if (date === null || dateAsPrinted === null || !isSettledBy(dateAsPrinted, date.date)) return [...found];
  const message = `“${dateAsPrinted}” was read as ${date.date}, as the ${rule === "path" ? "path of the file" : "address of the original"} has it.`;
  return found.map((each) => (each.code === "date-ambiguous" ? { ...each, code: "date-settled", message, hint: codes["date-settled"].advice } : each));
}

/** The language that the front matter states, else the one that the words show, else the folder's or the house's. */
function languageOf(front: Front | null, text: string, fallback: string): { language: Language; claims: Claim[] } {
  const stated = front === null ? null : frontText(front.fields, "language", "lang", "locale", "inlanguage");
  const shown = detectLanguage(text);
  const claim = (value: string, rule: string, confidence: Claim["confidence"]): Claim => ({ field: "language", value, rule, confidence, lines: [0, 0] });
  const claims = [...(shown === null ? [] : [claim(shown.tag, "words", "inferred")]), claim(fallback, "default", "assumed")];
  return { language: languageByTag(stated ?? "") ?? shown ?? languageByTag(fallback) ?? english, claims };
}
