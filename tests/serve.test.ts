/** `tearsheet serve`: the same bytes as a build, shown to nobody else, and a change is seen at once, in a real browser too. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./helpers/chromium.ts";
import { folderWith, projectFolder, tearsheet, tearsheetAside } from "./helpers/run.ts";
import { asBuilt, ask, asWritten, bytesAt, listen, raw, type Serving, serveUntilEnded, startServing } from "./helpers/serving.ts";
import { filesOf } from "./helpers/site.ts";

const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const ferry = "## Ferry Returns\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n";
const ferryPage = "2021/09/15/ferry-returns.html";
const picture = "---\ntitle: Harbour\ndate: 2021-09-16\n---\n\n![The harbour](harbour.gif)\n\nThe harbour was empty on Thursday. All went home.\n";
const seeds = { "seeds/ferry.txt": ferry, "seeds/harbour.md": picture, "seeds/harbour.gif": pixel };

/** One for all questions that change nothing. */
let still: Serving;
let stillFolder = "";
beforeAll(async () => {
  stillFolder = mkdtempSync(join(tmpdir(), "tearsheet-serve-"));
  mkdirSync(join(stillFolder, "seeds"));
  for (const [path, content] of Object.entries(seeds)) writeFileSync(join(stillFolder, path), content);
  still = await serveUntilEnded(stillFolder);
});
afterAll(async () => {
  await still?.end();
  rmSync(stillFolder, { recursive: true, force: true });
});

describe("what is served", () => {
  test.each([
    ["", []],
    [" with a base URL", ["--base-url", "https://archive.example.org/papers"]],
  ])("is every file of a build, byte for byte%s", async (_name, words) => {
    const root = folderWith({});
    for (const path of ["seeds", "tearsheet.config.json", "authorities.yml", "permalinks.lock.json"])
      cpSync(join(projectFolder, path), join(root, path), { recursive: true });
    const { origin } = await startServing(root, ["--port", "0", ...words]);
    expect(tearsheet(["build", ...words], root).status).toBe(0);
    const paths = filesOf(join(root, "dist")).filter((path) => path !== "manifest-sha256.txt");
    expect(paths.length).toBeGreaterThan(150);
    for (const path of paths) {
      const { status, body } = await bytesAt(origin, path);
      expect(status, path).toBe(200);
      expect(asBuilt(path, body), path).toBe(asWritten(join(root, "dist"), path));
    }
  });

  test("nothing is written: neither an archive nor a register", async () => {
    const root = folderWith(seeds);
    const { origin, end } = await startServing(root);
    await bytesAt(origin, ferryPage);
    expect(await end()).toBe(0);
    expect(filesOf(root)).toEqual(Object.keys(seeds).sort());
  });

  test("folders, the front page, what is not there, and what only a build makes", async () => {
    const { port, origin } = still;
    expect((await ask(port, "/")).body.toString()).toContain("<code>known once the archive is built</code>");
    expect((await ask(port, "/2021/09/")).status).toBe(200);
    const moved = await ask(port, "/2021/09?x=1");
    expect([moved.status, /^Location: (.*)$/m.exec(moved.head)?.[1]]).toEqual([302, "/2021/09/"]);
    const missing = await ask(port, "/no/such/page.html");
    expect(missing.status).toBe(404);
    expect(missing.body.toString()).toContain('data-page="no/such/page.html"');
    expect(missing.body.toString()).toContain("<h1>");
    const manifest = await bytesAt(origin, "manifest-sha256.txt");
    expect([manifest.status, manifest.body.toString()]).toEqual([404, "manifest-sha256.txt is made when the archive is built: run `tearsheet build`.\n"]);
    const head = await ask(port, `/${ferryPage}`, {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    // A range is nobody's right (RFC 9110, 14.2).
    expect((await ask(port, "/assets/style.css", { Range: "bytes=5-1" })).status).toBe(200);
  });

  test.each([
    ["index.html", "text/html; charset=utf-8"],
    ["assets/style.css", "text/css; charset=utf-8"],
    ["assets/icon.svg", "image/svg+xml"],
    ["pictures/harbour.gif", "image/gif"],
    ["data/articles.jsonl", "application/x-ndjson"],
    ["data/articles.csv", "text/csv; charset=utf-8"],
    ["feeds/newest.atom", "application/atom+xml"],
    ["_headers", "text/plain; charset=utf-8"],
    [".htaccess", "text/plain; charset=utf-8"],
  ])("%s as %s, to be taken for nothing else and kept by nobody", async (path, type) => {
    const { port } = still;
    const { status, head } = await ask(port, `/${path}`);
    expect(status).toBe(200);
    expect(head).toContain(`\r\nContent-Type: ${type}\r\n`);
    expect(head).toContain("\r\nCache-Control: no-store\r\n");
    expect(head).toContain("\r\nX-Content-Type-Options: nosniff\r\n");
    expect(head).toContain("frame-ancestors 'self'");
    expect(head).not.toContain("Access-Control");
  });
});

describe("who may ask, and how", () => {
  const lines = (port: number, ...headers: string[]) =>
    ["Connection: close", ...headers].map((line) => `${line.replaceAll("PORT", String(port))}\r\n`).join("");

  test.each([
    ["no percent sign that means nothing", "/%E0%A4%A", 400, []],
    ["no half of a character", "/%ff", 400, []],
    ["no way up", "/../../etc/passwd", 404, []],
    ["no way up in disguise", "/%2e%2e/%2e%2e%2fetc%2fpasswd", 404, []],
    ["no absolute path", "//etc/passwd", 404, []],
    ["no file of the seeds folder", "/seeds/ferry.txt", 404, []],
    ["no file of the program", "/.tearsheet/overlay.js/../../package.json", 404, []],
    ["no slash in disguise", `/${ferryPage.replaceAll("/", "%2F")}`, 404, []],
    ["no NUL", `/${ferryPage}%00`, 404, []],
    ["another host in the address", "http://evil.example/index.html", 403, []],
    ["its own in the address", "http://localhost:PORT/index.html", 200, []],
    ["an address of a proxy", "evil.example:443", 400, []],
    ["a page of its own", "/", 200, ["Origin: http://127.0.0.1:PORT", "Sec-Fetch-Site: same-origin"]],
    ["a bookmark", "/", 200, ["Sec-Fetch-Site: none"]],
    ["a page of another site", "/", 403, ["Sec-Fetch-Site: cross-site"]],
    ["a page of another port", "/", 403, ["Sec-Fetch-Site: same-site"]],
    ["a page of another origin", "/", 403, ["Origin: http://evil.example"]],
    ["a page of no origin", "/", 403, ["Origin: null"]],
    ["a page of a secure origin", "/", 403, ["Origin: https://127.0.0.1:PORT"]],
  ])("%s", async (_name, target, status, headers) => {
    const { port } = still;
    const answer = await raw(port, `GET ${target.replaceAll("PORT", String(port))} HTTP/1.1\r\n${lines(port, "Host: 127.0.0.1:PORT", ...headers)}\r\n`);
    expect(answer.status).toBe(status);
    expect(answer.body.toString("latin1")).not.toMatch(/root:|"license"/);
  });

  test.each([
    ["127.0.0.1:PORT", 200],
    ["localhost:PORT", 200],
    ["LOCALHOST:PORT", 200],
    ["[::1]:PORT", 200],
    ["evil.example", 403],
    ["evil.example:PORT", 403],
    ["127.0.0.1", 403],
    ["127.0.0.1:1", 403],
    ["127.0.0.1.evil.example:PORT", 403],
    ["localhost:PORT@evil.example", 403],
    ["", 403],
  ])("a host named %j: %i", async (host, status) => {
    const { port } = still;
    expect((await raw(port, `GET / HTTP/1.1\r\n${lines(port, `Host: ${host}`)}\r\n`)).status).toBe(status);
    expect((await raw(port, `GET / HTTP/1.1\r\n${lines(port, `Host: ${host}`, "Host: 127.0.0.1:PORT")}\r\n`)).status).toBe(400);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])("nothing can be sent: %s", async (method) => {
    const { port } = still;
    const { status, head } = await ask(port, "/", {}, method);
    expect(status).toBe(405);
    expect(head).toContain("Allow: GET, HEAD");
  });

  test("a picture below a folder that has become a link is not followed out of the seeds folder", async () => {
    const root = folderWith({ "seeds/in/a.md": picture, "seeds/in/harbour.gif": pixel, "out/harbour.gif": "a secret", "templates/x": "" });
    const { port, until } = await startServing(root);
    expect((await ask(port, "/pictures/in/harbour.gif")).status).toBe(200);
    // Nothing new can be prepared meanwhile: the archive as it was knows the picture.
    writeFileSync(join(root, "templates/front.eta"), "<% if (");
    await until(/does not compile/);
    renameSync(join(root, "seeds/in"), join(root, "was"));
    symlinkSync(join(root, "out"), join(root, "seeds/in"));
    const { status, body } = await ask(port, "/pictures/in/harbour.gif");
    expect([status, body.includes("a secret")]).toEqual([404, false]);
  });
});

describe("a change", () => {
  test("of an article, a template, the settings, a sidecar, the redactions, the authorities, a picture: the page that shows it hears of it, and no other", async () => {
    const root = folderWith(seeds);
    const { origin } = await startServing(root);
    const ferryReader = listen(origin, ferryPage);
    const harbourReader = listen(origin, "2021/09/16/harbour.html");
    let own = (await ferryReader.until(() => true)).digest;
    let other = (await harbourReader.until(() => true)).digest;
    const change = async (path: string, content: string | Uint8Array, changed: readonly ["own" | "same", "own" | "same"]) => {
      mkdirSync(join(root, path, ".."), { recursive: true });
      const [ownBefore, otherBefore] = [own, other];
      writeFileSync(join(root, path), content);
      own = (await ferryReader.until(({ digest }) => (changed[0] === "own" ? digest !== ownBefore : true))).digest;
      other = (await harbourReader.until(({ digest }) => (changed[1] === "own" ? digest !== otherBefore : true))).digest;
      expect([own === ownBefore ? "same" : "own", other === otherBefore ? "same" : "own"], path).toEqual(changed);
    };
    await change("seeds/ferry.txt", ferry.replace("Wednesday", "Sunday"), ["own", "same"]);
    await change("seeds/ferry.meta.yml", "section: Sea\n", ["own", "own"]);
    await change("templates/style.css", "body { margin: 0 }", ["own", "own"]);
    await change("redactions.yml", '- replace: "full of people"\n', ["own", "same"]);
    await change("authorities.yml", "- person: Jane Roe\n  wikidata: Q42\n", ["own", "same"]);
    await change("tearsheet.config.json", '{"title": "Papers"}', ["own", "own"]);
    await change("seeds/harbour.gif", Buffer.concat([pixel, Buffer.from([0])]), ["same", "own"]);
    await change("templates/trail.eta", "<p>here</p>", ["own", "own"]);
  });

  test("half a file is read again when it is whole", async () => {
    const root = folderWith(seeds);
    const { origin } = await startServing(root);
    const reader = listen(origin, "2021/10/01/mine.html");
    await reader.until(() => true);
    writeFileSync(join(root, "seeds/mine.txt"), "## Mine\n\nOctober 1, 2021\n\nThe mine is cl");
    const half = await reader.until(() => true);
    writeFileSync(join(root, "seeds/mine.txt"), "osed, and nobody knows for how long it will be so.\n", { flag: "a" });
    await reader.until(({ digest }) => digest !== half.digest);
    expect((await bytesAt(origin, "2021/10/01/mine.html")).body.toString()).toContain("The mine is closed, and nobody knows");
  });
});

describe("what is wrong is shown, with its place, and the archive as it was stays", () => {
  const broken: readonly (readonly [string, string, string, RegExp, RegExp])[] = [
    ["a template", "templates/front.eta", "<h1>\n<% if ( %>\n", /does not compile/, /if \(/],
    ["the settings", "tearsheet.config.json", '{\n  "titel": "x"\n}\n', /no setting `titel`/, /"titel": "x"/],
    ["settings that are no JSON", "tearsheet.config.json", '{\n  "title": "x",\n}\n', /no JSON/, /\}/],
    ["a front matter", "seeds/harbour.md", "---\ntitle: a: b: c\ndate: 2021-09-16\n---\n\nText of it all.\n", /front matter/i, /a: b: c/],
    ["a sidecar", "seeds/ferry.meta.yml", "autor: Jane\n", /autor/, /autor: Jane/],
    ["the register", "permalinks.lock.json", '{"version": 1, "articles": {"a": 1}}\n', /damaged/, /"a": 1/],
  ];

  test.each(broken)("%s", async (_name, path, content, message, line) => {
    const root = folderWith({ ...seeds, "templates/x": "" });
    const { origin, said, until } = await startServing(root);
    const reader = listen(origin, ferryPage);
    expect((await reader.until(() => true)).count).toBe(0);
    const before = seeds[path as keyof typeof seeds];
    writeFileSync(join(root, path), content);
    const { problems } = await reader.until((state) => state.count > 0);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.file).toMatch(path.endsWith(".meta.yml") ? /^seeds\/ferry/ : new RegExp(path));
    expect(problems[0]?.hint).not.toBe("");
    if (path.startsWith("templates") || path.endsWith(".json") || path.endsWith(".md"))
      expect(problems[0]?.frame.find(({ isMeant }) => isMeant)?.text).toMatch(line);
    await until(message);
    expect(said()).toContain(problems[0]?.message);
    if (!path.startsWith("seeds/ferry")) expect((await bytesAt(origin, ferryPage)).status).toBe(200);
    if (before === undefined) rmSync(join(root, path));
    else writeFileSync(join(root, path), before);
    await reader.until((state) => state.count === 0);
  });

  test("a list of redactions that cannot be followed: without its lines", async () => {
    const root = folderWith({ ...seeds, "redactions.yml": "[]\n" });
    const { origin, said, until } = await startServing(root);
    const reader = listen(origin, ferryPage);
    await reader.until(() => true);
    writeFileSync(join(root, "redactions.yml"), '- replce: "Jane Roe"\n');
    const { problems } = await reader.until((state) => state.count > 0);
    await until(/redactions\.yml/);
    expect(JSON.stringify(problems) + said()).not.toContain("Jane Roe");
  });

  test("a template that fails on one page: said of that page, which is shown as the templates of before made it", async () => {
    const root = folderWith({ ...seeds, "templates/x": "" });
    const { origin } = await startServing(root);
    await bytesAt(origin, ferryPage);
    const reader = listen(origin, ferryPage);
    const front = listen(origin, "index.html");
    const { digest } = await reader.until(() => true);
    await front.until(() => true);
    writeFileSync(join(root, "templates/trail.eta"), "<p>\n<%= it.nothing.at.all %>\n</p>\n");
    const failing = await reader.until((state) => state.count > 0);
    expect(failing.problems[0]).toMatchObject({ file: "templates/trail.eta", line: 2 });
    expect(failing.digest).toBe(digest);
    expect((await front.until(() => true)).count).toBe(0);
    expect((await bytesAt(origin, ferryPage)).status).toBe(200);
    rmSync(join(root, "templates/trail.eta"));
    await reader.until((state) => state.count === 0);
  });

  test("begun with what is broken: the page says why, and is the archive when it is mended", async () => {
    const root = folderWith({ ...seeds, "tearsheet.config.json": '{"titel": "<script>alert(1)</script>"' });
    const { origin } = await startServing(root);
    const { status, body } = await bytesAt(origin, "");
    expect(status).toBe(500);
    expect(body.toString()).toContain("tearsheet.config.json:1");
    expect(body.toString()).not.toContain("<script>alert");
    const reader = listen(origin, "index.html");
    const { digest } = await reader.until(() => true);
    writeFileSync(join(root, "tearsheet.config.json"), "{}");
    await reader.until((state) => state.digest !== digest);
    expect((await bytesAt(origin, "")).status).toBe(200);
  });

  test("the seeds folder goes, and comes again", async () => {
    const root = folderWith(seeds);
    const { origin, isRunning } = await startServing(root);
    const reader = listen(origin, ferryPage);
    await reader.until(() => true);
    renameSync(join(root, "seeds"), join(root, "away"));
    const gone = await reader.until(({ count }) => count > 0);
    expect(gone.problems[0]?.message).toMatch(/ENOENT/);
    expect((await bytesAt(origin, ferryPage)).status).toBe(200);
    renameSync(join(root, "away"), join(root, "seeds"));
    await reader.until(({ count }) => count === 0);
    expect(isRunning()).toBe(true);
  });
});

describe("beginning and end", () => {
  test("a port that is taken: the next one, or where it was asked for, a word", async () => {
    const root = folderWith(seeds);
    const other = createServer();
    const taken = await new Promise<number>((done) => {
      // The usual one may be in use on this machine: that does as well.
      other.once("error", () => done(4321));
      other.listen(4321, "127.0.0.1", () => done(4321));
    });
    try {
      const { port, end } = await startServing(root, []);
      expect(port).toBeGreaterThan(taken);
      await end();
      const { status, err } = tearsheet(["serve", "--port", String(taken)], root);
      expect([status, err]).toEqual([2, expect.stringContaining("Port 4321 is taken")]);
    } finally {
      other.close();
    }
  });

  test.each([
    [["--port", "x"], "is no port"],
    [["--port", "70000"], "is no port"],
    [["--seeds", "nowhere"], "There is no folder nowhere"],
    [["--config", "none.json"], "There is no file none.json"],
    [["article.txt"], "takes no file"],
  ])("%j is answered with what to do", (words, answer) => {
    const { status, err, out } = tearsheet(["serve", ...words], folderWith(seeds));
    expect([status, err, out]).toEqual([2, expect.stringContaining(answer), ""]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends it with 0, while pages listen, and nothing is left behind", async (signal) => {
    const root = folderWith({ ...seeds, "tmp/x": "" });
    rmSync(join(root, "tmp/x"));
    const child = tearsheetAside(["serve", "--port", "0"], root, { TMPDIR: join(root, "tmp"), TMP: join(root, "tmp"), TEMP: join(root, "tmp") });
    const origin = await new Promise<string>((done) =>
      child.stderr?.on("data", (part: Buffer) => {
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(part.toString())?.[0];
        if (address !== undefined) done(address);
      }),
    );
    const reader = listen(origin, "index.html");
    await reader.until(() => true);
    writeFileSync(join(root, "seeds/new.txt"), ferry);
    await reader.until(() => true);
    const ended = new Promise((done) => child.on("exit", done));
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(readdirSync(join(root, "tmp"))).toEqual([]);
  });
});

describe("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function open(address: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<{ page: Page; faults: string[] }> {
    const page = await (await browser.newContext(options)).newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(address);
    return { page, faults };
  }

  test("an edit appears by itself, at the same place of the page; a page that has not changed stays", async () => {
    const long = `${ferry}\n${"The harbour master wrote it all down in his book.\n\n".repeat(120)}`;
    const root = folderWith({ ...seeds, "seeds/ferry.txt": long });
    const { origin } = await startServing(root);
    const { page, faults } = await open(`${origin}/${ferryPage}`);
    const { page: other } = await open(`${origin}/2021/09/16/harbour.html`);
    await other.evaluate(() => Object.assign(window, { isSame: true }));
    await page.evaluate(() => scrollTo(0, 1500));
    writeFileSync(join(root, "seeds/ferry.txt"), long.replace("full of people", "full of gulls"));
    await page.getByText("full of gulls").first().waitFor({ state: "attached" });
    await page.waitForFunction(() => scrollY === 1500);
    // What both hear of is one rebuild: the other page has heard of the next one when this page has.
    writeFileSync(join(root, "seeds/ferry.txt"), long.replace("full of people", "full of boats"));
    await page.getByText("full of boats").first().waitFor({ state: "attached" });
    expect(await other.evaluate(() => "isSame" in window)).toBe(true);
    expect(faults).toEqual([]);
  });

  test.each([
    ["wide, light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" as const }],
    ["a telephone, dark", { viewport: { width: 320, height: 640 }, colorScheme: "dark" as const }],
  ])("the overlay has the code frame, is a dialog, closes with Escape, and goes when it is mended: %s", async (_name, options) => {
    const root = folderWith({ ...seeds, "templates/x": "" });
    const { origin } = await startServing(root);
    const { page, faults } = await open(`${origin}/${ferryPage}`, options);
    const dialog = page.getByRole("alertdialog");
    writeFileSync(join(root, "templates/front.eta"), '<h1>x</h1>\n<b title="<img src=x onerror=alert(1)>"><% if ( %>\n<p>y</p>\n');
    await dialog.waitFor();
    expect(await dialog.getAttribute("aria-labelledby")).toBe("title");
    expect(await dialog.locator("h2").innerText()).toBe("1 error");
    expect(await dialog.innerText()).toContain("templates/front.eta, line 2");
    expect(await dialog.locator("mark").innerText()).toContain('> 2 | <b title="<img src=x onerror=alert(1)>">');
    expect(await dialog.locator("img").count()).toBe(0);
    expect(await dialog.innerText()).toContain("What to do:");
    // The archive is still there, behind it, and nothing is wider than the window.
    expect(await page.locator("h1").innerText()).toBe("Ferry Returns");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    expect(await contrastOf(page)).toBeGreaterThan(4.5);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    const badge = page.getByRole("button", { name: "1 error" });
    await badge.waitFor();
    // It stays closed on the next page, and can be had again.
    await page.goto(`${origin}/2021/09/16/harbour.html`);
    await badge.click();
    await dialog.waitFor();
    rmSync(join(root, "templates/front.eta"));
    await dialog.waitFor({ state: "detached" });
    expect(await badge.count()).toBe(0);
    expect(faults).toEqual([]);
  });

  /** The least contrast of a text of the overlay with what is behind it (WCAG 2.2). */
  function contrastOf(page: Page): Promise<number> {
    return page.evaluate(() => {
      const luminance = (color: string) => {
        const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
          const value = Number(part) / 255;
          return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const dialog = document.querySelector("tearsheet-overlay")?.shadowRoot?.querySelector("dialog") as Element;
      const behind = (element: Element): string => {
        const color = getComputedStyle(element).backgroundColor;
        return color === "rgba(0, 0, 0, 0)" && element.parentElement !== null ? behind(element.parentElement) : color;
      };
      const texts = [...dialog.querySelectorAll("*")].filter((element) => [...element.childNodes].some((node) => node.nodeType === 3));
      const contrasts = texts.map((element) => {
        const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
      return Math.min(...contrasts);
    });
  }

  test("a page that cannot be shown says why, and is shown when it can be", async () => {
    const root = folderWith({ ...seeds, "templates/trail.eta": "<%= it.nothing.at.all %>" });
    const { origin } = await startServing(root);
    const { page } = await open(`${origin}/${ferryPage}`);
    expect(await page.locator("h1").innerText()).toBe("This page cannot be shown yet");
    await page.getByRole("alertdialog").getByText("The template fails").waitFor();
    rmSync(join(root, "templates/trail.eta"));
    await page.getByText("The ferry came back").first().waitFor();
    expect(await page.getByRole("alertdialog").count()).toBe(0);
  });

  test("what an article slips in is refused as in the published page", async () => {
    const root = folderWith(seeds);
    const { origin } = await startServing(root);
    const { page, faults } = await open(`${origin}/${ferryPage}`);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 'run'" })));
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("script"), { src: "http://127.0.0.1:9/other.js" })));
    expect(await page.title()).not.toBe("run");
    // Each by the page's own policy, and by the header's.
    expect(faults.filter((fault) => fault.includes("Content Security Policy") && fault.includes("nonce"))).toHaveLength(4);
  });
});
