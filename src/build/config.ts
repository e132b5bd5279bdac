/** `tearsheet.config.json` → settings, or diagnostics that say what to mend. May import: model, text, outputs/left-out. */
import * as v from "valibot";
import { codes } from "../model/codes.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { optionalOutputs } from "../outputs/left-out.ts";
import { cleanValue } from "../text/clean.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { encodingNames } from "../text/encodings.ts";
import { safeUrl } from "../text/url.ts";

/** The title of an archive whose owner gave it none. */
export const defaultTitle = "News archive";

const language = v.pipe(
  v.string("has to be a text in quotes"),
  v.regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, "has to be a language tag such as `en` or `zh-Hant`"),
);
const text = v.pipe(v.string("has to be a text in quotes"), v.transform(cleanValue), v.trim(), v.nonEmpty("has to say something"));
const folder = v.strictObject({
  language: v.optional(language),
  publication: v.optional(text),
  section: v.optional(text),
  encoding: v.optional(
    v.pipe(v.string("has to be a text in quotes"), v.toLowerCase(), v.picklist(encodingNames, `has to be one of ${encodingNames.join(", ")}`)),
  ),
  dateOrder: v.optional(v.picklist(["day-month", "month-day"], "has to be `day-month` or `month-day`")),
});
const volume = v.strictObject(
  {
    title: text,
    address: v.pipe(
      v.string("has to be a text in quotes"),
      v.check(isVolumeAddress, "has to lead from this archive's folder to another's, like `../1980s/` (`./` is this archive), or to be a web address"),
      v.transform((address) => address.replace(/\/?$/, "/")),
    ),
  },
  'has to be `{"title": …, "address": …}`',
);
const schema = v.strictObject({
  title: v.optional(text, defaultTitle),
  description: v.optional(text, "An archive of newspaper articles."),
  language: v.optional(language, "en"),
  baseUrl: v.optional(v.pipe(v.string("has to be a text in quotes"), v.check(isBase, "has to be a web address that begins with https:// or http://"))),
  formerHosts: v.optional(v.array(text, "has to be a list of names in square brackets"), []),
  permalinks: v.optional(v.picklist(["date", "source"], "has to be `date` or `source`"), "date"),
  without: v.optional(v.array(v.picklist(optionalOutputs)), []),
  volumes: v.optional(v.array(volume, "has to be a list in square brackets"), []),
  publications: v.optional(v.record(v.string(), text), {}),
  folders: v.optional(v.record(v.string(), folder), {}),
});

export type ConfigResult =
  | { readonly config: Config; readonly diagnostics: readonly [] }
  | { readonly config: null; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads the settings.
 *
 * @param source the file's text; null where there is no such file, and every setting has its default
 * @param baseUrl from the command line: it wins over the file's
 */
export function readConfig(source: string | null, file: string, generator: string, baseUrl: string | undefined): ConfigResult {
  const parsed = source === null ? { data: {} } : parseJson(source, file);
  if ("diagnostic" in parsed) return { config: null, diagnostics: [parsed.diagnostic] };
  if (Array.isArray(parsed.data)) return { config: null, diagnostics: [problem(file, "The configuration has to be a list of settings in braces.", 1, 1)] };
  const result = v.safeParse(schema, parsed.data);
  if (!result.success) return { config: null, diagnostics: result.issues.map((issue) => problemOf(issue, source ?? "", file)) };
  const { title, description, publications, folders, formerHosts, permalinks, without, volumes } = result.output;
  const hosts = formerHosts.map(hostKey);
  const base = baseUrl ?? result.output.baseUrl ?? null;
  return {
    config: {
      site: {
        title,
        description,
        language: result.output.language,
        baseUrl: base?.replace(/\/+$/, "") ?? null,
        formerHosts: hosts,
        ...(volumes.length === 0 ? {} : { volumes }),
        ...(without.length === 0 ? {} : { without: [...new Set(without)].sort() }),
        generator,
      },
      house: {
        language: result.output.language,
        folders: trimKeys(folders),
        publications: hostKeys(publications),
        ...(without.includes("search") ? { isUnsearched: true as const } : {}),
        ...(permalinks === "source" ? { permalinksFrom: hosts } : {}),
      },
    },
    diagnostics: [],
  };
}

/** Whether a text can be the address that the archive is published at. */
export function isBase(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url) && safeUrl(url) !== null && !/[?#]/.test(url);
}

function isVolumeAddress(address: string): boolean {
  return /^\.{1,2}\/[\w./~-]*$/.test(address) || isBase(address);
}

function parseJson(source: string, file: string): { data: unknown } | { diagnostic: Diagnostic } {
  try {
    return { data: JSON.parse(source.replace(/^\ufeff/, "")) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? source.length : 0));
    const before = source.slice(0, offset).split("\n");
    const reason = message.replace(/ in JSON at position.*$/, "").replace(/, "[\s\S]*" is not valid JSON$/, "");
    return {
      diagnostic: problem(
        file,
        `The configuration is no JSON: ${reason}.`,
        before.length,
        (before.at(-1) ?? "").length + 1,
        "Every name and text stands in double quotes; a comma stands between two settings, and none behind the last.",
      ),
    };
  }
}

function problemOf(issue: v.BaseIssue<unknown>, source: string, file: string): Diagnostic {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const name = keys.at(-1) ?? "";
  const { line, column } = placeOf(keys, source);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = Object.keys((keys.length > 1 ? folder : schema).entries);
    const meant = didYouMean(name, known);
    return problem(
      file,
      `There is no setting \`${name}\`.`,
      line,
      column,
      meant === null ? `The settings are ${known.map((each) => `\`${each}\``).join(", ")}.` : `Did you mean \`${meant}\`?`,
    );
  }
  if (keys[0] === "without") return withoutProblem(issue.input, file, source);
  if (issue.kind === "schema" && !["string", "picklist", "array"].includes(issue.type))
    return problem(file, `\`${name || "The configuration"}\` has to be a list of settings in braces.`, line, column);
  return problem(file, `\`${keys.join(" › ")}\` ${issue.message}.`, line, column);
}

/** `without` names something that cannot be left out, or is no list. */
function withoutProblem(input: unknown, file: string, source: string): Diagnostic {
  const all = `Those that can be left out are ${optionalOutputs.map((each) => `\`${each}\``).join(", ")}.`;
  const isName = typeof input === "string" && !/"without"\s*:\s*"/.test(source);
  const { line, column } = placeOf(isName ? ["without", input] : ["without"], source);
  if (!isName) return problem(file, "`without` has to be a list of names in square brackets.", line, column, all);
  const meant = didYouMean(input, optionalOutputs);
  return problem(file, `There is no output \`${input}\` that can be left out.`, line, column, meant === null ? all : `Did you mean \`${meant}\`? ${all}`);
}

/** Where a setting stands: its names, one inside the other, are looked for in turn. */
function placeOf(keys: readonly string[], source: string): { line: number; column: number } {
  let at = 0;
  for (const key of keys) {
    const found = source.indexOf(JSON.stringify(key), at);
    if (found !== -1) at = found;
  }
  const before = source.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function problem(file: string, message: string, line: number, column: number, hint: string = codes["config-invalid"].advice): Diagnostic {
  return { code: "config-invalid", file, message, hint, line, column };
}

/** Folders as they are looked up: `./courier/` is `courier`. */
function trimKeys<T>(folders: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(folders).map(([path, value]) => [path.replace(/^\.?\/+|\/+$|^\.$/g, ""), value]));
}

function hostKeys(publications: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(publications).map(([host, name]) => [hostKey(host), name]));
}

/** `https://www.Courier.example.org/` is `courier.example.org`. */
function hostKey(host: string): string {
  return host
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\.|\/.*$/g, "");
}
