/** Redirects: each file read as its host reads it, and nothing hostile in any. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/build/config.ts";
import { apacheRules, nginxMap, redirectFrom, redirectsFile } from "../../src/formats/redirects.ts";
import type { Card } from "../../src/model/archive.ts";
import { archiveOf, cardWith, everyCharacter, hostileText, site } from "../helpers/cards.ts";
import { textsOf } from "../helpers/planned.ts";

const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);
const own = { ...site, formerHosts: ["courier.example.org"] };
const target = "https://archive.example.org/2021/09/15/ferry-returns.html";

const netlify = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" "));
const nginx = (text: string) => new Map([...text.matchAll(/^ {2}"([^"]+)" "([^"]+)";$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]));

/** What mod_rewrite answers to a request, as far as these rules go: patterns against the decoded path, conditions against the query as sent. */
function apache(text: string, request: string): string | undefined {
  const mark = `${request}?`.indexOf("?");
  const [path, query] = [request.slice(0, mark), request.slice(mark + 1)];
  let condition: RegExp | null = null;
  for (const line of text.split("\n")) {
    const asked = /^RewriteCond "%\{QUERY_STRING\}" "(.*)"$/.exec(line)?.[1];
    if (asked !== undefined) condition = new RegExp(asked);
    const rule = /^RewriteRule "(.*)" "(.*)" \[R=301,L,NE,QSD\]$/.exec(line);
    if (rule === null) continue;
    const isMet = condition?.test(query) ?? true;
    condition = null;
    if (isMet && new RegExp(rule[1] ?? "").test(decodeURIComponent(path).slice(1))) return rule[2]?.replace(/\\(.)/g, "$1");
  }
  return undefined;
}

describe("the worked example", () => {
  const files = textsOf(
    archiveOf([cardWith(), cardWith({ id: "2021/09/16/мост-9", sourceUrl: "http://www.courier.example.org/news/The.Bridge+(1)/%D0%BC%D0%BE%D1%81%D1%82" })]),
    own,
  );
  const bridge = "https://archive.example.org/2021/09/16/%D0%BC%D0%BE%D1%81%D1%82-9.html";

  test("Netlify and Cloudflare", () => {
    expect(netlify(files.get("_redirects") ?? "")).toEqual([["/news/The.Bridge+(1)/%D0%BC%D0%BE%D1%81%D1%82", bridge, "301"]]);
    expect(files.get("_redirects")).toContain("# 1 former addresses of courier.example.org; 1 left out");
  });

  test("nginx", () => {
    expect([...nginx(files.get("redirects/nginx.map") ?? "")]).toEqual([
      ["/2021/09/15/ferry?id=5&x=1", target],
      ["/news/The.Bridge+(1)/%D0%BC%D0%BE%D1%81%D1%82", bridge],
    ]);
  });

  test("Apache", () => {
    const rules = files.get("redirects/apache.htaccess") ?? "";
    expect(apache(rules, "/2021/09/15/ferry?id=5&x=1")).toBe(target);
    expect(apache(rules, "/2021/09/15/ferry?id=6&x=1")).toBeUndefined();
    expect(apache(rules, "/2021/09/15/ferry")).toBeUndefined();
    expect(apache(rules, "/news/The.Bridge+(1)/%D0%BC%D0%BE%D1%81%D1%82")).toBe(bridge);
    expect(apache(rules, "/news/TheXBridge+(1)/%D0%BC%D0%BE%D1%81%D1%82")).toBeUndefined();
    expect(rules).not.toMatch(/[^\\]%\d/);
  });
});

describe("what is left out", () => {
  const kept = (cards: readonly Partial<Card>[], where = own) =>
    netlify(textsOf(archiveOf(cards.map((card, index) => cardWith({ id: `2021/09/15/a${index}`, ...card }))), where).get("_redirects") ?? "").map(
      ([from]) => from,
    );
  const at = (path: string) => ({ sourceUrl: `https://courier.example.org${path}` });

  test("other hosts, and addresses of several articles", () => {
    expect(kept([at("/a"), at("/b"), at("/B"), { sourceUrl: "https://other.example.org/c" }, { sourceUrl: null }])).toEqual(["/a"]);
  });

  test.each([
    "/",
    "/index.html",
    "/2021",
    "/2021/09/",
    "/2021/09/15/a0.html",
    "/2021/09/15/A0",
    "/authors/ada-finch",
    "/assets/style.css",
    "/feeds/newest.atom",
    "/robots.txt",
    "/sitemap.xml",
    "/404.html",
  ])("an address of the archive's own: %s", (path) => expect(kept([at(path)])).toEqual([]));

  test("the archive's own addresses are below its base URL", () => {
    const below = { ...own, baseUrl: "https://archive.example.org/old" };
    expect(kept([at("/2021/09/"), at("/old/2021/09/"), at("/old/assets/x")], below)).toEqual(["/2021/09/"]);
  });

  test.each(["/a*", "/:a", "/a$1", "/a|b", "/a%0Ab", "/a%22b", "/a%5Cb", "/a%E2%80%AEb", "/a%FFb", "/a'b", "//evil.example/x", "/a%24b"])(
    "what means something to a host: %s",
    (path) => expect(kept([at(path)])).toEqual([]),
  );

  test("without former hosts there are no files", () => {
    expect([...textsOf(archiveOf([cardWith()]), site).keys()].filter((path) => /redirects/.test(path))).toEqual([]);
  });
});

describe("nothing hostile gets in", () => {
  function check(text: string): void {
    const redirect = redirectFrom(`https://courier.example.org/x${text}`, `https://archive.example.org/${text}`);
    if (redirect === null) return;
    const { path, query, target: to } = redirect;
    const plain = redirectsFile([redirect], "n").split("\n");
    expect(plain).toHaveLength(query === "" ? 3 : 2);
    if (query === "") expect(plain[1]?.split(" ")).toEqual([path, to, "301"]);
    expect([...nginx(nginxMap([redirect], "n"))]).toEqual([[query === "" ? path : `${path}?${query}`, to]]);
    expect(`${path}${query}${to}`).not.toMatch(/[\s"'$\\{}|<>`^*]/);
    const rules = apacheRules([redirect], "n");
    expect(rules.trimEnd().split("\n")).toHaveLength(query === "" ? 3 : 4);
    expect(apache(rules, query === "" ? path : `${path}?${query}`)).toBe(to);
  }

  test("every character", () => {
    for (const [piece, text] of everyCharacter.entries()) {
      for (const character of text) {
        // Beyond the first scripts every character is percent-encoded: that is all there is to see.
        if (piece < 16) check(character);
        else if (!/^[\x21-\x7e]+$/.test(JSON.stringify(redirectFrom(`https://courier.example.org/x${character}`, character)))) throw new Error(character);
      }
    }
  });

  test("anything", () => {
    fc.assert(fc.property(hostileText, check), { numRuns: runs });
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => check(`${path}?${query}`)),
      { numRuns: runs },
    );
  });
});

test("the setting", () => {
  const read = (formerHosts: unknown) => readConfig(JSON.stringify({ formerHosts }), "tearsheet.config.json", "Tearsheet", undefined);
  expect(read(["https://www.Courier.example.org/news/", "b.example"]).config?.site.formerHosts).toEqual(["courier.example.org", "b.example"]);
  expect(read("courier.example.org").diagnostics[0]?.message).toBe("`formerHosts` has to be a list of names in square brackets.");
  expect(read([1]).diagnostics).toHaveLength(1);
});
