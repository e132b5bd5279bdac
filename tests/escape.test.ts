/** Our own escape functions, for any Unicode at all: what they promise, and nothing less. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCode } from "../src/io/compile-code.ts";
import { cleanText, cleanValue } from "../src/text/clean.ts";
import { escapeHtml } from "../src/text/html.ts";
import { webLinksIn, withLinks } from "../src/text/html-links.ts";
import { cellsOf, cutToCells, escapeUnseen } from "../src/text/terminal.ts";
import { hostOf, relativeHref, safeUrl, urlKey } from "../src/text/url.ts";
import { makeTheme } from "../src/theme/theme.ts";

const runs = Number(process.env["TEARSHEET_RUNS"] ?? 2000);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."<>&\"'` =/\\:;#x0123456789abjvsrt\t\n\r\0\u001b\u009b\u00ad\u202e\u2028\ufeff\ud800"), maxLength: 30 }),
);

/** What a browser makes of the entities that `escapeHtml` writes. */
const unescaped = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "");

describe("HTML", () => {
  test("an escaped text ends no text and no quoted attribute, and reads back as it was", () => {
    fc.assert(
      fc.property(text, (each) => {
        const html = escapeHtml(each);
        expect(html).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(unescaped(html)).toBe(each);
      }),
      { numRuns: runs },
    );
  });

  test("whatever a template prints is escaped, whatever it is", () => {
    const theme = makeTheme(
      [{ name: "a", file: "a.eta", source: '<p title="<%= it.title %>"><%= it.title %></p>' }],
      { months: [], dates: { day: "", month: "" }, thousands: "", counts: {}, texts: {} },
      "en",
      compileCode,
    );
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "<%= 1 %>", "<%~ it.title %>", "$&", "$'")), (title) => {
        expect(theme.render("a", { title }, [])).toBe(`<p title="${escapeHtml(title)}">${escapeHtml(title)}</p>`);
      }),
      { numRuns: runs },
    );
  });

  test.each(["body", "__blocks", "pieces", "t"])("a page may not have a property named %s", (name) => {
    const theme = makeTheme(
      [{ name: "a", file: "a.eta", source: "x" }],
      { months: [], dates: { day: "", month: "" }, thousands: "", counts: {}, texts: {} },
      "en",
      compileCode,
    );
    expect(() => theme.render("a", { title: "", [name]: "<b>" }, [])).toThrow(name);
  });
});

describe("addresses", () => {
  test("a safe one has a scheme of the list in any reading, and nothing that ends an attribute or cannot be seen", () => {
    const scheme = fc.constantFrom(
      "http://",
      "https://",
      "HTTPS://",
      "ftp://",
      "mailto:",
      "tel:",
      "javascript:",
      "data:",
      "vbscript:",
      "blob:",
      "file://",
      "//",
      "/\\",
      "https:",
      "java\tscript:",
      "\u0001javascript:",
      "",
    );
    fc.assert(
      fc.property(
        fc.tuple(scheme, text).map(([start, rest]) => start + rest),
        (each) => {
          const url = safeUrl(each);
          if (url === null) return;
          for (const base of ["https://archive.example/a/b.html", "http://archive.example/", "file:///archive/a.html"])
            expect(["http:", "https:", "mailto:", "tel:", "ftp:"]).toContain(new URL(url, base).protocol);
          // The same address wherever it stands: absolute, and no relative one in disguise.
          expect(new URL(url, "https://archive.example/").href).toBe(new URL(url).href);
          expect(url).not.toMatch(/[\s<>"\\\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
          expect(each).toContain(url);
        },
      ),
      { numRuns: runs * 2 },
    );
  });

  test.each([
    ["https://courier.example.org/2021/09/15/a?b=c&d=é#f", true],
    ["http://пример.example/а", true],
    ["mailto:desk@courier.example.org", true],
    ["tel:+441234567", true],
    ["ftp://ftp.example.org/a", true],
    ["javascript:alert(1)", false],
    ["JaVaScRiPt:alert(1)", false],
    ["java\tscript:alert(1)", false],
    ["data:text/html,x", false],
    ["vbscript:x", false],
    ["blob:https://x.example/1", false],
    ["file:///etc/passwd", false],
    ["//evil.example/", false],
    ["/\\evil.example/", false],
    ["https:evil.example", false],
    ["https:/evil.example", false],
    ["https://x.example/\u202egnp.exe", false],
    ["../a.html", false],
  ])("%j may be linked: %s", (url, isSafe) => {
    expect(safeUrl(url)).toBe(isSafe ? url : null);
  });

  const standard = (url: string): URL | null => {
    try {
      return new URL(url);
    } catch {
      return null;
    }
  };

  test("an address is read the same however often: `URL.canParse` of Node.js 20 is not so", () => {
    for (let time = 0; time < 40_000; time += 1) if (hostOf("https://www.café.example/a") !== "xn--caf-dma.example") expect(time).toBe("never");
  });

  test("what is known to be plain without being parsed is what the parser says of it", () => {
    const label = fc.string({ unit: fc.constantFrom(..."abcwxnz019-"), maxLength: 6 });
    const host = fc
      .array(fc.oneof(label, fc.constantFrom("www", "example", "org", "xn--p1ai", "0x7f", "1")), { minLength: 1, maxLength: 5 })
      .map((labels) => labels.join("."));
    const path = fc.string({ unit: fc.constantFrom(..."/ab.~%2F?&=#@:;,!$'()*+[]_^`{|}\\\"<> é"), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom("https://", "http://", "HTTP://", "https:/", ""),
        host,
        fc.constantFrom("/", "", ":80/", "//"),
        path,
        (scheme, name, slash, rest) => {
          const url = scheme + name + slash + rest;
          const parsed = standard(url);
          const isWeb = parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname !== "";
          expect(hostOf(url)).toBe(isWeb ? parsed.hostname.replace(/^www\./, "") : null);
          if (!/\s$/.test(url)) expect(urlKey(url)).toBe(urlKey(`${url}#`));
          if (/^https?:\/\//i.test(url) && !/[\s<>"\\]/.test(url)) expect(safeUrl(url)).toBe(parsed === null ? null : url);
        },
      ),
      { numRuns: runs * 2 },
    );
  });

  test("a relative address leads from one file of the site to the other, whatever their names, and never elsewhere", () => {
    const part = fc
      .string({ unit: fc.constantFrom(..."ab:/\\?#%&\"'<> \n\u202e\u{1f600}é.".replace("/", "")), minLength: 1, maxLength: 8 })
      .filter((each) => !/^\.+$/.test(each));
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(path, path, (from, to) => {
        const page = `https://archive.example/below/${from.split("/").map(encodeURIComponent).join("/")}`;
        const url = new URL(relativeHref(from, to), page);
        expect(url.origin).toBe("https://archive.example");
        expect(decodeURIComponent(url.pathname)).toBe(`/below/${to}`);
      }),
      { numRuns: runs },
    );
  });
});

describe("links in finished HTML", () => {
  test("are exchanged in tags alone, and those to other sites say so", () => {
    const html =
      '<p><a href="https://a.example/">a</a> <code>x href="https://a.example/"</code> <a title="t" href="https://b.example/?x&#x26;y">b</a> <a href="#text-x">c</a></p>';
    expect(webLinksIn(html)).toEqual(["https://a.example/", "https://b.example/?x&y"]);
    expect(withLinks(html, { "https://a.example/": '../"x"' })).toBe(
      '<p><a href="../&quot;x&quot;">a</a> <code>x href="https://a.example/"</code> <a title="t" href="https://b.example/?x&#x26;y" rel="external noopener noreferrer">b</a> <a href="#text-x">c</a></p>',
    );
    expect(withLinks('<a href="https://__proto__/">a</a>', {})).toContain('href="https://__proto__/"');
  });
});

describe("terminals", () => {
  test("a line has nothing that commands, turns, ends or hides", () => {
    fc.assert(
      fc.property(text, (each) => {
        const line = escapeUnseen(each);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u);
        expect(line.isWellFormed()).toBe(true);
        expect(cellsOf(cutToCells(line, 20))).toBeLessThanOrEqual(20);
      }),
      { numRuns: runs },
    );
  });
});

describe("what no output can hold", () => {
  test("is taken out, and nothing else", () => {
    fc.assert(
      fc.property(text, (each) => {
        const cleaned = cleanText(each);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Noncharacter_Code_Point}/u);
        expect(cleaned).toHaveLength(
          each.length - [...each].filter((character) => character.length === 2 && /\p{Noncharacter_Code_Point}/u.test(character)).length,
        );
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleanValue(each)).not.toMatch(/[\v\f]/);
      }),
      { numRuns: runs },
    );
  });

  test("all 66 noncharacters, all controls", () => {
    for (let plane = 0; plane <= 16; plane += 1)
      for (const low of [0xfffe, 0xffff]) expect(cleanText(String.fromCodePoint(plane * 0x10000 + low))).toBe("\ufffd");
    for (let code = 0xfdd0; code <= 0xfdef; code += 1) expect(cleanText(String.fromCodePoint(code))).toBe("\ufffd");
    expect(cleanText("a\tb\nc\rd\u0085e \u{1f600} é 漢")).toBe("a\tb\nc\rd\u0085e \u{1f600} é 漢");
  });
});
