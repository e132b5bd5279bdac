/** The description by which a browser takes the search into its own box. */
import { expect, test } from "vitest";
import { openSearchDescription } from "../../src/formats/opensearch.ts";
import { captureOf } from "../../src/outputs/captures.ts";
import { archiveOf, cardWith, everyCharacter, site } from "../helpers/cards.ts";
import { textsOf } from "../helpers/planned.ts";
import { readXml, textOf } from "../helpers/xml.ts";

const namespace = "http://a9.com/-/spec/opensearch/1.1/";

test("is published with a base URL, and leads to the search page", () => {
  const root = readXml(textsOf(archiveOf([cardWith()]), site).get("opensearch.xml") ?? "");
  expect([root.name, root.namespace]).toEqual(["OpenSearchDescription", namespace]);
  expect(textOf(root, "ShortName")).toBe("The Averill");
  expect(root.children.find(({ name }) => name === "Url")?.attributes).toEqual({
    type: "text/html",
    template: "https://archive.example.org/search/?q={searchTerms}",
  });
  expect(textsOf(archiveOf([cardWith()]), { ...site, baseUrl: null }).has("opensearch.xml")).toBe(false);
  expect(textsOf(archiveOf([]), site).has("opensearch.xml")).toBe(false);
});

test("whatever the archive is called, it can be read, and its name is short enough", () => {
  for (const title of [...everyCharacter, "漢".repeat(40), "a b ".repeat(40), ""]) {
    const root = readXml(openSearchDescription({ ...site, title, description: title.repeat(200) }, "https://archive.example.org/search/"));
    expect([...(textOf(root, "ShortName") ?? "")].length).toBeLessThanOrEqual(16);
    expect([...(textOf(root, "Description") ?? "")].length).toBeLessThanOrEqual(1024);
  }
});

test.each([
  ["https://courier.example.org/a?b=c", "2021-09-15T12:30", "https://web.archive.org/web/20210915/https://courier.example.org/a?b=c", "2021-09-15"],
  ["https://courier.example.org/", "2021-09", "https://web.archive.org/web/202109/https://courier.example.org/", null],
  ["https://courier.example.org/", null, "https://web.archive.org/web/https://courier.example.org/", null],
])("a copy of %s of %s", (sourceUrl, date, href, day) => {
  expect(captureOf({ sourceUrl, date })).toEqual({ href, day });
});

test("of what is no page of the web there is no copy", () => {
  for (const sourceUrl of [null, "javascript:alert(1)", "mailto:a@example.org", "ftp://example.org/a", "nonsense"])
    expect(captureOf({ sourceUrl, date: null })).toBeNull();
});
