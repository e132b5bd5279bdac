/** The theme, from the owner's files and the program's. May import: model, io, theme, outputs. */
import * as v from "valibot";
import { compileCode } from "../io/compile-code.ts";
import type { ThemeFile } from "../io/theme-folder.ts";
import { codes } from "../model/codes.ts";
import { templateNames } from "../outputs/table.ts";
import type { Strings } from "../theme/strings.ts";
import { makeTheme, TemplateFailure, type Theme } from "../theme/theme.ts";

/**
 * The language that the pages around the articles will be in: the site's, if there is a table of strings in it; else English. Pages say in
 * their `lang` what they really are.
 */
export function themeLanguage(files: ReadonlyMap<string, ThemeFile>, wanted: string): string {
  const primary = wanted.split("-", 1)[0] ?? "en";
  return [wanted, primary].find((language) => files.has(`strings/${language}.json`)) ?? "en";
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

const table = v.strictObject({
  months: v.optional(v.pipe(v.array(v.string()), v.length(12))),
  dates: v.optional(v.partial(v.object({ day: v.string(), month: v.string() }))),
  thousands: v.optional(v.string()),
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

function merge(below: Strings, { months, dates, thousands, counts, texts }: v.InferOutput<typeof table>): Strings {
  return {
    months: months ?? below.months,
    dates: { day: dates?.day ?? below.dates.day, month: dates?.month ?? below.dates.month },
    thousands: thousands ?? below.thousands,
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
