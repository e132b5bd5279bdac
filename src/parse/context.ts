/** Claims that the text itself does not make: from the seed's path, its folder, the address of its original. May import: model, text, languages. */
import { publicationsByHost } from "../languages/publications.ts";
import type { Claim, ClaimFields, Confidence, FieldName } from "../model/claim.ts";
import type { FolderDefaults, House } from "../model/seed.ts";
import { isPossible, printDate } from "../text/civil-date.ts";
import { hostOf, parseUrl } from "../text/url.ts";

/** The defaults of a seed's folder: those of the folders above it, the nearest last. */
export function defaultsFor(path: string, house: House): FolderDefaults {
  const parts = path.split("/").slice(0, -1);
  let defaults: FolderDefaults = house.folders[""] ?? {};
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const own = house.folders[parts.slice(0, depth).join("/")];
    if (own === undefined) continue;
    defaults = { ...defaults, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
  }
  return defaults;
}

/** Claims of a folder's defaults. */
export function claimFolder(defaults: FolderDefaults): Claim[] {
  return [
    ...(defaults.publication === undefined ? [] : [claim("publication", defaults.publication, "folder", "assumed")]),
    ...(defaults.section === undefined ? [] : [claim("section", defaults.section, "folder", "assumed")]),
  ];
}

/** The day that a path names: `2016-05-03-mackerel.md`, `2021/09/15/talks.txt`. */
export function claimPath(path: string): Claim[] {
  const match = /(?:^|[/_-])(\d{4})([-_/.])(\d{2})\2(\d{2})(?=[-_/. ]|$)/.exec(path) ?? /(?:^|\/)(\d{4})()(\d{2})(\d{2})(?=[-_. ])/.exec(path);
  return dateClaim(match, "path", "inferred");
}

/** `03/04/2019`, settled by an address of `/2019/04/03/`: whether the second is one of the two days that the first can mean. */
export function isSettledBy(asPrinted: string, addressDate: string): boolean {
  // Any marks between the numbers, as long as there are three.
  const match = /^\D*(\d{1,2})\D(\d{1,2})\D(\d{4})\D*$/.exec(asPrinted);
  if (match === null) return false;
  const two = (part = "") => part.padStart(2, "0");
  const [, a, b, year] = match;
  return addressDate === `${year}-${two(b)}-${two(a)}` || addressDate === `${year}-${two(a)}-${two(b)}`;
}

/** What the address of the original tells: the paper by its host, the day by its path. */
export function claimAddress(url: string, house: House): Claim[] {
  const host = hostOf(url);
  const name = host === null ? undefined : (named(house.publications, host) ?? named(publicationsByHost, host));
  return [...(name === undefined ? [] : [claim("publication", name, "source-host", "inferred")]), ...dateClaim(dayInAddress(url), "source-address", "assumed")];
}

/** A host may be called `constructor`: only the table's own names count. */
function named(table: Readonly<Record<string, string>>, host: string): string | undefined {
  return Object.hasOwn(table, host) ? table[host] : undefined;
}

const shortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day in an address: `/2019/04/03/`, `/2019-04-03-`, `/2019-04/03/`, `/20190403/`, `/2019/apr/03/`, as a match of year, mark, month and day. */
function dayInAddress(url: string): RegExpExecArray | null {
  const pathname = parseUrl(url)?.pathname ?? "";
  const named = /\/(\d{4})(\/)([a-z]{3})\2(\d{1,2})(?=\/)/i.exec(pathname);
  const month = shortMonths.indexOf((named?.[3] ?? "").toLowerCase()) + 1;
  if (named !== null && month > 0) return Object.assign(named, { 3: String(month) });
  return (
    /\/(\d{4})(\/|-)(\d{1,2})\2(\d{1,2})(?=[/.-])/.exec(pathname) ??
    /\/(\d{4})(-)(\d{2})\/(\d{2})(?=\/)/.exec(pathname) ??
    /\/((?:19|20)\d{2})(\/?)(\d{2})(\d{2})(?=[/._-])/.exec(pathname)
  );
}

function dateClaim(match: RegExpExecArray | null, rule: string, confidence: Confidence): Claim[] {
  if (match === null) return [];
  const parts = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]), time: null };
  if (!isPossible(parts) || parts.year < 1600 || parts.year > 2199) return [];
  return [claim("date", { date: printDate(parts), asPrinted: "" }, rule, confidence)];
}

function claim<F extends FieldName>(field: F, value: ClaimFields[F], rule: string, confidence: Confidence): Claim {
  return { field, value, rule, confidence, lines: [0, 0] } as unknown as Claim;
}
