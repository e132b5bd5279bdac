/** The description of the archive's data files. May import: model, text, formats/csv. */
import type { Site } from "../model/page.ts";
import { columns } from "./csv.ts";

/**
 * `datapackage.json` (Frictionless Data Package 2.0, Table Schema 2.0): what lies in `data/`, column by column.
 *
 * @param ninjsPaths files of news items, relative to `data/`; none where the archive does without
 */
export function dataPackage(site: Site, ninjsPaths: readonly string[]): string {
  return `${JSON.stringify(
    {
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "news-archive",
      title: site.title,
      description: site.description,
      homepage: site.baseUrl === null ? undefined : `${site.baseUrl}/`,
      resources: [
        {
          name: "articles",
          type: "table",
          path: "articles.csv",
          title: "Articles",
          description:
            "A row an article, without its text. So that no spreadsheet runs them as formulas, cells that begin with =, +, -, @, a tab or a carriage return have an apostrophe before them here; the records have them as they are.",
          format: "csv",
          mediatype: "text/csv",
          encoding: "utf-8",
          dialect: { header: true, delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\r\n" },
          schema: {
            fields: columns.map(({ name, type, description }) => ({ name, type, ...(description === "" ? {} : { description }) })),
            primaryKey: ["id"],
            missingValues: [""],
          },
        },
        {
          name: "records",
          path: "articles.jsonl",
          title: "Records",
          description: "A JSON object a line, an article a line: the whole record, its text included. article.schema.json says what is in it.",
          format: "jsonl",
          mediatype: "application/x-ndjson",
          encoding: "utf-8",
        },
        {
          name: "record-schema",
          path: "article.schema.json",
          title: "Schema of a record",
          description: "JSON Schema of a line of articles.jsonl.",
          format: "json",
          mediatype: "application/schema+json",
          encoding: "utf-8",
        },
        ...(ninjsPaths.length === 0
          ? []
          : [
              {
                name: "ninjs",
                path: ninjsPaths,
                title: "News items",
                description:
                  "A JSON object a line, an article a line, as IPTC ninjs 3.1 (https://iptc.org/standards/ninjs/): a file for each month, or for each day of a month with more than 300 articles.",
                format: "jsonl",
                mediatype: "application/x-ndjson",
                encoding: "utf-8",
              },
            ]),
      ],
    },
    null,
    2,
  )}\n`;
}
