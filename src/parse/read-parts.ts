/** A file of several articles → its records, each read as if it were a file of its own. May import: model, text, parse. */
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isBlank } from "../text/lines.ts";
import { refusedBySidecar } from "./correct.ts";
import { type ClosedSeed, type OpenSeed, openFront } from "./open-seed.ts";
import { placeClaims, placePart } from "./place-part.ts";
import { type ReadArticle, remarksOf, type SeedReading } from "./reading.ts";
import type { Sidecar } from "./sidecar.ts";
import { type Part, splitSeed } from "./split-seed.ts";

/** Reads one article's text. `index` counts the articles of the file, from 0. */
export type ReadText = (part: OpenSeed, index: number) => SeedReading;

/** Lines with words of an article, at most. Each costs some 600 bytes while it is read: what has more would take all the memory there is, and end the build. */
const mostLines = 300_000;

/** Reads the articles of a file. A part that cannot be read refuses the file: half of a file would be a wrong archive of it. */
export function readParts(path: string, opened: OpenSeed, sidecar: Sidecar | null, readText: ReadText): SeedReading {
  const printed = opened.reader.lines(opened.text);
  const text = opened.reader.prepare(opened.text);
  const prepared = text === opened.text ? printed : opened.reader.lines(text);
  // Preparing a text may leave nothing of its last line: it is a line of the file all the same.
  const lines = prepared === printed ? printed : printed.map((_, index) => prepared[index] ?? "");
  const { parts, unsure } = splitSeed(lines, opened.front?.lines ?? 0);
  if (sidecar !== null && sidecar.articles.length > parts.length) return refusedBySidecar(path, sidecar.path, [tooMany(sidecar, parts.length)]);
  const long = parts.find(({ start, end }) => end - start >= mostLines && lines.slice(start - 1, end).filter((line) => !isBlank(line)).length > mostLines);
  if (long !== undefined) return refusedFor(path, tooLong(long), long.start - 1);
  const [only] = parts;
  const remarks = [...opened.remarks, ...unsure.map(sayUnsure), ...(parts.length > 1 ? [sayHowMany(parts, lines)] : [])];
  if (parts.length === 1 && only?.start === 1 && only.end === lines.length) return readText({ ...opened, remarks }, 0);
  const own: OpenSeed[] = [];
  for (const { start, end } of parts) {
    const text = printed.slice(start - 1, end).join("");
    const front = openFront(text, opened.reader);
    if (front !== null && "outcome" in front) return refusedFor(path, front, start - 1);
    own.push({ ...opened, text, front, remarks: [] });
  }
  const readings = own.map(readText);
  const refused = readings.find(({ outcome }) => outcome === "refused");
  if (refused !== undefined) return refused;
  const drafts = readings.flatMap(({ outcome, diagnostics }, index) =>
    outcome === "ignored" ? diagnostics.map((each) => ({ ...each, line: parts[index]?.start ?? null })) : [],
  );
  const placed = readings.flatMap(({ articles }, index) =>
    articles.map(({ article, pieces, claims }): ReadArticle => {
      const part = parts[index] as Part;
      return { article: placePart(article, part, lines), pieces, claims: placeClaims(claims, part) };
    }),
  );
  if (placed.length === 0) return { outcome: "ignored", articles: [], diagnostics: drafts };
  // What is said of the file as a whole is said with its first article.
  const said = remarks.map((remark) => ({ ...remark, severity: codes[remark.code].severity }));
  const articles = placed.map((read, index) =>
    index === 0 ? { ...read, article: { ...read.article, diagnostics: [...said, ...read.article.diagnostics] } } : read,
  );
  const diagnostics = articles.flatMap(({ article }) => remarksOf(article, path));
  return { outcome: "published", articles, diagnostics: [...diagnostics, ...drafts] };
}

function tooLong({ start, end }: Part): ClosedSeed {
  const message = `The article has ${end - start + 1} lines: nothing separates one article from the next.`;
  return { outcome: "refused", reason: { code: "seed-too-long", message, line: 1, column: 1 } };
}

function refusedFor(path: string, { reason: { code, message, line, column } }: ClosedSeed, linesAbove: number): SeedReading {
  const reason: Diagnostic = { code, file: path, message, hint: codes[code].advice, line: line === null ? null : line + linesAbove, column };
  return { outcome: "refused", articles: [], diagnostics: [reason] };
}

function tooMany({ path, articles }: Sidecar, count: number): Diagnostic {
  const message = `The sidecar speaks of ${articles.length} articles, and the file holds ${count}.`;
  return { code: "sidecar-invalid", file: path, message, hint: codes["sidecar-invalid"].advice, line: 1, column: 1 };
}

function sayHowMany(parts: readonly Part[], lines: readonly string[]): Omit<Diagnostic, "file"> {
  const starts = parts.map(({ start, end }) => start + lines.slice(start - 1, end).findIndex((line) => !isBlank(line)));
  const shown = `${starts.slice(0, 12).join(", ")}${starts.length > 12 ? ", …" : ""}`;
  return {
    code: "several-articles",
    message: `The file holds ${parts.length} articles; they begin in lines ${shown}.`,
    hint: codes["several-articles"].advice,
    line: 1,
    column: 1,
  };
}

function sayUnsure(line: number): Omit<Diagnostic, "file"> {
  return {
    code: "article-unsure",
    message: "Another article may begin here; the lines were left with the one above.",
    hint: codes["article-unsure"].advice,
    line,
    column: 1,
  };
}
