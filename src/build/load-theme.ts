/** The theme, from the owner's files and the program's. May import: model, io, theme, outputs. */
import * as v from "valibot";
import { compileCode } from "../io/compile-code.ts";
import type { ThemeFile } from "../io/theme-folder.ts";
import { codes } from "../model/codes.ts";
import { configFile } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { templateNames } from "../outputs/table.ts";
import type { Strings } from "../theme/strings.ts";
import { makeTheme, TemplateFailure, type Theme } from "../theme/theme.ts";

/**
 * The language that the pages around the articles will be in: the nearest one to the site's that there is a table of strings in, found by leaving out
 * the tag's last parts (RFC 4647, lookup); else English. Pages say in their `lang` what they really are.
 *
 * @returns the language as its table is named
 */
export function themeLanguage(files: ReadonlyMap<string, ThemeFile>, wanted: string): string {
  return tableFor(files, wanted) ?? "en";
}

/** Says that there is no table of strings in the site's language. */
export function sayLanguage(files: ReadonlyMap<string, ThemeFile>, wanted: string): Diagnostic[] {
  if (tableFor(files, wanted) !== null) return [];
  const primary = wanted.toLowerCase().split("-", 1)[0] ?? wanted;
  return [
    {
      code: "strings-missing",
      file: configFile,
      message: `The settings ask for pages in the language \`${wanted}\`, and there are no strings in it: what stands around the articles is in English.`,
      hint: `Put a table \`strings/${primary}.json\` into your templates folder, with as many of the strings of \`en.json\` as you like. There are tables in ${tablesOf(files).join(", ")}.`,
      line: null,
      column: null,
    },
  ];
}

function tableFor(files: ReadonlyMap<string, ThemeFile>, wanted: string): string | null {
  const tables = tablesOf(files);
  const parts = wanted.toLowerCase().split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const tag = parts.slice(0, length).join("-");
    const table = tables.find((each) => each.toLowerCase() === tag);
    if (table !== undefined) return table;
  }
  return null;
}

/** Languages that there are strings in. */
function tablesOf(files: ReadonlyMap<string, ThemeFile>): string[] {
  return [...files.keys()].flatMap((path) => /^strings\/([^/]+)\.json$/.exec(path)?.[1] ?? []).sort();
}

/**
 * Compiles the theme. Throws a `TemplateFailure` where a template or the strings cannot be used.
 *
 * @param language one that `themeLanguage` gave
 */
export function loadTheme(files: ReadonlyMap<string, ThemeFile>, language: string): Theme {
  const templates = [...files].flatMap(([path, { file, content }]) =>
    path.endsWith(".eta") ? [{ name: path.replace(/\.eta$/, ""), file, source: content.toString("utf8") }] : [],
  );
  for (const name of templateNames) if (!files.has(`${name}.eta`)) throw failure(`${name}.eta`, `The template ${name}.eta is missing.`);
  return makeTheme(templates, stringsOf(files, language), language, compileCode);
}

const twelve = v.pipe(v.array(v.string()), v.length(12));
const table = v.strictObject({
  months: v.optional(twelve),
  monthsAlone: v.optional(twelve),
  days: v.optional(v.record(v.string(), v.string())),
  dates: v.optional(v.partial(v.object({ day: v.string(), month: v.string(), year: v.string(), monthDay: v.string() }))),
  thousands: v.optional(v.string()),
  thousandsFrom: v.optional(v.number()),
  counts: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
  texts: v.optional(v.record(v.string(), v.string())),
});

/** A table of strings; what it lacks is taken from the one of its name that comes with the program, and that from the English one. */
function stringsOf(files: ReadonlyMap<string, ThemeFile>, language: string): Strings {
  const own = [`strings/${language}.json`, "strings/en.json"].flatMap((path) => {
    const file = files.get(path);
    return file === undefined ? [] : [parse(file.file, file.content), ...(file.hides === null ? [] : [parse(file.file, file.hides)])];
  });
  return own.reduceRight<Strings>((below, above) => merge(below, above), { months: [], dates: { day: "", month: "" }, thousands: "", counts: {}, texts: {} });
}

function merge(below: Strings, { months, monthsAlone, days, dates, thousands, thousandsFrom, counts, texts }: v.InferOutput<typeof table>): Strings {
  return {
    months: months ?? below.months,
    // What belongs to another table's months and thousands is not for these.
    monthsAlone: monthsAlone ?? (months === undefined ? below.monthsAlone : undefined),
    days: days ?? below.days,
    dates: {
      day: dates?.day ?? below.dates.day,
      month: dates?.month ?? below.dates.month,
      year: dates?.year ?? below.dates.year,
      monthDay: dates?.monthDay ?? below.dates.monthDay,
    },
    thousands: thousands ?? below.thousands,
    thousandsFrom: thousandsFrom ?? (thousands === undefined ? below.thousandsFrom : undefined),
    counts: { ...below.counts, ...counts },
    texts: { ...below.texts, ...texts },
  };
}

function parse(file: string, content: Buffer): v.InferOutput<typeof table> {
  let data: unknown;
  try {
    data = JSON.parse(content.toString("utf8"));
  } catch (error) {
    throw failure(file, `The table of strings is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const result = v.safeParse(table, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw failure(
    file,
    `The table of strings cannot be used: \`${issue.path?.map((item) => String(item.key)).join(" › ") ?? "it"}\` is not as in the table that comes with Tearsheet.`,
  );
}

function failure(file: string, message: string): TemplateFailure {
  return new TemplateFailure({ code: "template-invalid", file, message, hint: codes["template-invalid"].advice, line: 1, column: 1 });
}
