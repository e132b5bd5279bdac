/** TABLE: how the value of a front-matter key becomes claims. May import: model, text, parse/marks, parse/front-matter. */
import type { Claim, ClaimFields, FieldName, LineRange } from "../../model/claim.ts";
import { codes } from "../../model/codes.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { squeeze } from "../../text/lines.ts";
import { safeUrl } from "../../text/url.ts";
import { isMark } from "../../text/withhold/marks.ts";
import { readAuthors } from "../marks/authors.ts";
import { readByline } from "../marks/byline.ts";
import type { DateOrder } from "../marks/date.ts";
import { readDateValue } from "../marks/date-line.ts";
import { remembering } from "../marks/remembering.ts";
import type { Words } from "../marks/words.ts";
import type { FrontValue } from "./decode.ts";
import type { FrontShape } from "./fields.ts";
import { frontText, itemsOf, textsOf } from "./values.ts";

export interface Context {
  readonly words: Words;
  readonly order: DateOrder | null;
  readonly lines: LineRange;
  readonly key: string;
  readonly claims: Claim[];
  readonly diagnostics: Omit<Diagnostic, "file">[];
}

type Shape = (field: FieldName, value: FrontValue, context: Context) => void;

const text: Shape = (field, value, context) => {
  const [first] = textsOf(value);
  // `source: https://…` is an address, not a paper.
  if (first !== undefined && !(field === "publication" && /^[a-z][a-z0-9+.-]*:\S/i.test(first))) push(context, field as "headline", squeeze(first));
};

const dateline: Shape = (_field, value, context) => {
  const [first] = textsOf(value).map(squeeze);
  if (first !== undefined) push(context, "dateline", { place: first.replace(/\s?[—–-]$/, ""), agency: null, asPrinted: first });
};

const language: Shape = (_field, value, context) => {
  const [first] = textsOf(value);
  if (first !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(first)) push(context, "language", first.replaceAll("_", "-"));
};

/** The first of several categories is the section, the others are topics. */
const section: Shape = (_field, value, context) => {
  const [first, ...others] = textsOf(value).map(squeeze);
  if (first !== undefined) push(context, "section", first);
  for (const topic of others) push(context, "topics", topic);
};

const topics: Shape = (_field, value, context) => {
  const parts = Array.isArray(value) ? textsOf(value) : textsOf(value).flatMap((each) => each.split(/\s*[,;،、，]\s*/));
  for (const topic of parts) if (topic !== "") push(context, "topics", squeeze(topic));
};

const remarks: Shape = (field, value, context) => {
  for (const each of textsOf(value)) push(context, field as "notes", { text: squeeze(each), lines: context.lines });
};

export const shapes: Readonly<Record<FrontShape, Shape>> = {
  text,
  dateline,
  language,
  section,
  topics,
  remarks,
  byline: (_field, value, context) => claimByline(value, context),
  date: (field, value, context) => claimDate(field as "date" | "updated", textsOf(value)[0], context),
  url: (_field, value, context) => claimUrl(textsOf(value)[0], context),
  related: (_field, value, context) => {
    for (const item of itemsOf(value)) claimRelated(item, context);
  },
  figures: (_field, value, context) => {
    for (const item of itemsOf(value)) claimFigure(item, context);
  },
};

function push<F extends FieldName>(context: Context, field: F, value: ClaimFields[F]): void {
  context.claims.push({ field, value, rule: "front-matter", confidence: "stated", lines: context.lines } as Claim);
}

function report(context: Context, code: Diagnostic["code"], message: string): void {
  context.diagnostics.push({ code, message, line: context.lines[0], column: 1, hint: codes[code].advice });
}

/** A name, a list of names, or of maps with a `name`. Names in a front matter are names, whatever they look like. */
function claimByline(value: FrontValue, context: Context): void {
  const names = itemsOf(value).flatMap((item) =>
    typeof item === "string" ? item : item instanceof Map ? (frontText(item, "name", "title", "fullname", "displayname") ?? []) : [],
  );
  const printed = names.map((name) => squeeze(name)).filter((name) => name !== "");
  if (printed.length === 0) return;
  const authors = printed
    .filter((name) => !isMark(name))
    .flatMap((name) => authorsOf(name, context.words) ?? [{ name, kind: "person" as const, role: null, place: null, affiliation: null }]);
  push(context, "byline", { asPrinted: printed.join(", "), authors });
}

// Who signs an archive's articles signs many of them.
const authorsOf = remembering((name, words) => readByline(name, words)?.authors ?? readAuthors(name, words));

function claimDate(field: "date" | "updated", text: string | undefined, context: Context): void {
  if (text === undefined || /^(?:true|false)$/i.test(text)) return;
  const found = readDateValue(text, context.words, context.order);
  if (found !== null && found.value !== null) {
    push(context, field, { ...found.value, asPrinted: squeeze(text) });
    return;
  }
  if (field === "date") push(context, "dateAsPrinted", squeeze(text));
  if (found === null) report(context, "date-unreadable", `\`${context.key}: ${text.slice(0, 60)}\` is no date that could be read.`);
  else if (found.problem === "no-year") report(context, "date-unreadable", `“${found.asPrinted}” does not say its year.`);
  else if (found.problem === "impossible") report(context, "date-impossible", `There is no such day as “${found.asPrinted}”.`);
  else report(context, "date-ambiguous", `“${found.asPrinted}” can be read in two ways.`);
}

/** Only a whole web address is a source; Hugo's `url` and Jekyll's `permalink` are paths of their own site. */
function claimUrl(text: string | undefined, context: Context): void {
  if (text === undefined) return;
  if (/^(?:https?|ftp):\/\//i.test(text) && safeUrl(text) !== null) push(context, "sourceUrl", text);
  else if (/^(?:javascript|data|vbscript|file):/i.test(text)) report(context, "url-unsafe", `\`${context.key}\` holds an address that may not be linked.`);
}

function claimRelated(item: FrontValue, context: Context): void {
  if (typeof item === "string") {
    const url = safeUrl(item);
    const isUrl = url !== null && /^https?:/i.test(url);
    push(context, "related", { headline: isUrl ? null : squeeze(item), url: isUrl ? url : null, after: Number.POSITIVE_INFINITY });
  } else if (item instanceof Map) {
    const headline = frontText(item, "headline", "title", "name", "text");
    const url = safeUrl(frontText(item, "url", "href", "link") ?? "");
    if (headline !== null || url !== null) push(context, "related", { headline, url, after: Number.POSITIVE_INFINITY });
  }
}

function claimFigure(item: FrontValue, context: Context): void {
  if (typeof item === "string") push(context, "figures", { caption: null, credit: null, src: item, alt: null });
  else if (item instanceof Map) {
    const figure = {
      caption: frontText(item, "caption", "title", "cutline"),
      credit: frontText(item, "credit", "photographer", "source"),
      src: frontText(item, "src", "url", "image", "path", "file"),
      alt: frontText(item, "alt", "alttext"),
    };
    if (Object.values(figure).some((part) => part !== null)) push(context, "figures", figure);
  }
}
