/**
 * What IPTC's standard lets stand in a ninjs 3.1 item, as far as an article goes, said again as a JSON Schema of our own: names and kinds of its properties are
 * the standard's, and every object is closed, as there. (The published schema: http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json)
 */
import { Ajv2020 } from "ajv/dist/2020.js";

const string = { type: "string" };
const uri = { type: "string", format: "uri" };
const instant = { type: "string", format: "date-time" };
const integer = { type: "integer" };

const closed = (properties: object, required: readonly string[] = []) => ({ type: "object", additionalProperties: false, properties, required });
const listOf = (items: object) => ({ type: "array", items });
const worded = closed({ role: string, contentType: string, value: string }, ["value"]);
const named = (more: object = {}) => closed({ name: string, rel: string, uri, literal: string, ...more });

const rendition = closed(
  { name: string, href: uri, contentType: string, title: string, width: integer, height: integer, sizeInBytes: integer, format: string },
  ["name"],
);

/** The properties of an item; an associated one has them too. */
const properties = {
  uri,
  type: { enum: ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"] },
  representationType: { enum: ["full", "partial"] },
  ...{ profile: string, version: string, firstCreated: instant, versionCreated: instant, contentCreated: instant, embargoedUntil: instant, expires: instant },
  pubStatus: { enum: ["usable", "withheld", "canceled"] },
  urgency: { type: "integer", minimum: 1, maximum: 9 },
  ...{ copyrightHolder: string, copyrightNotice: string, usageTerms: string, edNote: string, language: string },
  ...{ title: string, by: string, slugline: string, located: string },
  descriptions: listOf(worded),
  headlines: listOf(worded),
  bodies: listOf(closed({ role: string, contentType: string, charCount: integer, wordCount: integer, value: string }, ["value"])),
  ...{ people: listOf(named()), organisations: listOf(named()), places: listOf(named()), events: listOf(named()), objects: listOf(named()) },
  subjects: listOf(named({ creator: string, relevance: integer, confidence: integer })),
  infoSources: listOf(closed({ name: string, role: string, uri, literal: string })),
  genres: listOf(closed({ name: string, uri: string, literal: string })),
  renditions: listOf(rendition),
  altIds: listOf(closed({ role: string, value: string })),
  standard: closed({ name: string, version: string, schema: uri }),
};

const schema = {
  ...closed({ ...properties, associations: listOf(closed({ ...properties, name: string, rel: string }, ["name", "uri"])) }, ["uri"]),
};

const ajv = new Ajv2020({ allErrors: true });
// RFC 3986: a scheme, then what its grammar allows, every percent sign before two digits, one fragment at most. And RFC 3339.
ajv.addFormat(
  "uri",
  /^[a-z][a-z\d+.-]*:(?:\/\/(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})+|\[[\da-f:.]+\])?(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i,
);
ajv.addFormat("date-time", /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/);

const isItem = ajv.compile(schema);

/** What the standard finds wrong with an item. */
export function ninjsFaults(item: unknown): string[] {
  return isItem(item) ? [] : (isItem.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
