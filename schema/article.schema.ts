/**
 * The record's schema (JSON Schema draft-07), from which `article.schema.json` is written (`npm run schema`). `tests/schema.test.ts` holds it
 * against the type in `src/model/article.ts`, and against every record that is published.
 */
import type { JSONSchema } from "json-schema-to-ts";
import { roles } from "../src/model/role.ts";

const text = { type: "string" } as const;
const textOrNull = { type: ["string", "null"] } as const;
const lineRange = { type: "array", items: [{ type: "integer" }, { type: "integer" }], minItems: 2, maxItems: 2, additionalItems: false } as const;
const date = {
  type: ["string", "null"],
  pattern: "^(\\d{4}-\\d{2}-\\d{2}/)?\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?)?)?)?$",
} as const;
const confidence = { enum: ["stated", "inferred", "assumed"] } as const;
const remarks = {
  type: "array",
  items: { type: "object", additionalProperties: false, required: ["text", "lines"], properties: { text, lines: lineRange } },
} as const;

export const articleSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Article",
  description: "What Tearsheet knows of one article. One record a line in data/articles.jsonl.",
  type: "object",
  additionalProperties: false,
  required: [
    "id",
    "file",
    "layout",
    "sha256",
    "language",
    "headline",
    "kicker",
    "deck",
    "byline",
    "authors",
    "date",
    "dateAsPrinted",
    "updated",
    "dateline",
    "section",
    "topics",
    "publication",
    "figures",
    "paragraphs",
    "body",
    "related",
    "sourceUrl",
    "corrections",
    "notes",
    "boilerplate",
    "provenance",
    "lines",
    "diagnostics",
  ],
  properties: {
    id: { ...text, description: "Permalink without extension." },
    file: { ...text, description: "Path of the seed, relative to the seeds folder." },
    layout: { ...text, description: "Name of the layout it was read by." },
    sha256: { ...text, pattern: "^[0-9a-f]{64}$", description: "Of the seed's bytes." },
    language: { ...text, description: "BCP 47." },
    headline: textOrNull,
    kicker: textOrNull,
    deck: textOrNull,
    byline: { ...textOrNull, description: "As printed." },
    authors: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name", "kind", "role", "place", "affiliation"],
        properties: { name: text, kind: { enum: ["person", "agency", "desk"] }, role: textOrNull, place: textOrNull, affiliation: textOrNull },
      },
    },
    date: { ...date, description: "ISO 8601 / EDTF levels 0 and 1, only as precise as the source." },
    dateAsPrinted: textOrNull,
    updated: date,
    dateline: {
      type: ["object", "null"],
      additionalProperties: false,
      required: ["place", "agency", "asPrinted"],
      properties: { place: textOrNull, agency: textOrNull, asPrinted: text },
    },
    section: textOrNull,
    topics: { type: "array", items: text },
    publication: textOrNull,
    figures: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["caption", "credit", "src", "alt"],
        properties: { caption: textOrNull, credit: textOrNull, src: textOrNull, alt: textOrNull },
      },
    },
    paragraphs: { type: "array", items: text, description: "The body as plain text, a string a paragraph." },
    body: { ...text, description: "The body as Markdown." },
    related: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["headline", "url", "article", "after"],
        properties: { headline: textOrNull, url: textOrNull, article: textOrNull, after: { type: "integer" } },
      },
    },
    sourceUrl: { ...textOrNull, description: "The article's original address." },
    corrections: remarks,
    notes: remarks,
    boilerplate: remarks,
    provenance: {
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        required: ["lines", "rule", "confidence"],
        properties: { lines: lineRange, rule: text, confidence },
      },
    },
    lines: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["role", "lines"],
        properties: {
          role: {
            enum: roles,
          },
          lines: lineRange,
        },
      },
    },
    diagnostics: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["code", "severity", "message", "line", "column", "hint"],
        properties: {
          code: text,
          severity: { enum: ["error", "warning", "info"] },
          message: text,
          line: { type: ["integer", "null"] },
          column: { type: ["integer", "null"] },
          hint: text,
        },
      },
    },
  },
} as const satisfies JSONSchema;
