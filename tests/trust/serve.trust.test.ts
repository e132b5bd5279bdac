/** G20: the development server lets nothing out. G21: what it shows after any burst of edits is what a clean build writes. */

import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/build/build-site.ts";
import { beginningOf } from "../../src/build/unchanged.ts";
import { readSettings } from "../../src/commands/shared.ts";
import { sha256 } from "../../src/text/digest.ts";
import { figure } from "../helpers/figures.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { folderWith, tearsheet } from "../helpers/run.ts";
import { asBuilt, asWritten, bytesAt, type Listener, listen, type Response, raw, startServing } from "../helpers/serving.ts";
import { filesOf } from "../helpers/site.ts";

/** Numbers that are the same each time. */
let seed = Number(process.env["TEARSHEET_SEED"] ?? 21);
const below = (limit: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * limit);
};
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
const bursts = lengthOf("BURSTS", 1000, 8);

const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const articleOf = (name: string, day: number, words: string) =>
  `## The ${name} Report\n\nBy Jane Roe\n\nSeptember ${day}, 2021\n\nThe ${name} was seen on the quay in the morning, and ${words}.\n`;
const secret = "LEAK-7f3a9c";

/** What nobody may be given: beside the seeds, in them, hidden, kept back, behind links. */
const kept = {
  ".env": secret,
  "package.json": secret,
  "tearsheet.config.json": `{"title": "Papers", "publications": {"${secret}.example.org": "x"}}`,
  "redactions.yml": `- replace: "${secret}"\n`,
  "seeds/.hidden/a.txt": articleOf("hidden", 1, secret),
  "seeds/kept-back.md": `---\ntitle: Kept back\ndraft: true\n---\n\n${secret}\n`,
  "seeds/letter.pdf": secret,
  "seeds/unused.gif": secret,
  "seeds/a.meta.yml": `# ${secret}\nsection: Sea\n`,
  "templates/notes.txt": secret,
};

const ways = [
  ...[
    "..",
    "../..",
    "..%2f..",
    "%2e%2e",
    "%2e%2e%2f",
    "%252e%252e%252f",
    "..\\..",
    "..%5c",
    "%c0%ae%c0%ae/",
    "%e0%80%ae",
    "....//",
    "..;/",
    ".%00.",
    "./.",
    "~",
    "%7e",
  ],
  ...[
    "etc/passwd",
    ".env",
    "package.json",
    "seeds/kept-back.md",
    "seeds/a.txt",
    "seeds/.hidden/a.txt",
    "templates/layout.eta",
    "redactions.yml",
    ".git/config",
  ],
  ...[
    "index.html",
    "2021",
    "2021/09",
    "pictures/unused.gif",
    "pictures/../../seeds/unused.gif",
    "assets/style.css",
    ".tearsheet/overlay.js",
    "data/articles.jsonl",
  ],
  ...[
    "%",
    "%0",
    "%zz",
    "%00",
    "%0d%0aX: y",
    "%ff%fe",
    "%F0%9F%93%B0",
    "é",
    "\u0001",
    "\t",
    " ",
    "#",
    "?",
    "??x",
    ";a=b",
    "@",
    ":",
    "//",
    "\\",
    "*",
    "|",
    '"',
    "<script>",
    "C:/",
    "file:///etc/passwd",
  ],
] as const;
const methods = [
  "GET",
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "PATCH",
  "CONNECT",
  "PROPFIND",
  "get",
  "GETT",
  "G\u0000T",
  "",
  "PRI",
  "M-SEARCH",
];
const versions = ["HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "HTTP/9.9", "http/1.1", "HTTP/1.1 x", ""];
const odd = [
  ...["Range: bytes=5-1", "Range: bytes=-", "Range: bytes=0-,0-,0-,0-", "Range: bytes=99999999999999999999-", "Range: lines=1-2", "If-Range: x"],
  ...[
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: chunked, identity",
    "Transfer-Encoding: xchunked",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 1\r\nContent-Length: 2",
  ],
  ...[
    "Expect: 100-continue",
    "Expect: x",
    "Upgrade: websocket\r\nConnection: Upgrade",
    "Upgrade: h2c",
    "Accept-Encoding: gzip;q=x",
    "Cookie: a=b; a",
    "If-None-Match: *",
  ],
  ...[
    "X: \u0000",
    "X : y",
    " folded: x",
    "X: a\r\n b",
    ": x",
    "X",
    "X-Forwarded-Host: evil.example",
    "Forwarded: host=evil.example",
    "X-Original-URL: /.env",
    "X-Rewrite-URL: /.env",
  ],
  ...["Connection: keep-alive", "Connection: x, y", "Referer: http://evil.example/", "Accept: */*", "Sec-Fetch-Mode: navigate"],
];

/** Most requests are odd in one thing only, so that they come as far as that. */
const now = (one: number) => below(one) === 0;

function targetOf(port: number): string {
  if (now(8))
    return `/${pick(["", "index.html", "2021/09/15/the-ferry-report.html", "pictures/b.gif", "%69ndex.html", "2021/09/"])}${pick(["", "?x", "?%zz", "?/../.env"])}`;
  const all = Array.from({ length: 1 + below(5) }, () => pick(ways));
  // These end the address, or the request.
  const parts = now(6) ? all : all.filter((part) => !/[ #\t\u0001"<>é|\\]/.test(part));
  const path = `${"../".repeat(below(3) === 0 ? below(9) : 0)}${parts.join(pick(["/", "", "/", "%2f", "\\"]))}`;
  const kind = below(20);
  if (kind === 0) return `http://127.0.0.1:${port}/${path}`;
  if (kind === 1)
    return `${pick(["http://evil.example", "https://127.0.0.1", "HTTP://", "ftp://x", "//evil.example", "evil.example:443", "javascript:", "data:,"])}/${path}`;
  if (kind === 2)
    return pick(["*", "", path, `/${"a".repeat(below(20_000))}`, `/${"%2e%2e/".repeat(below(2000))}etc/passwd`, `/?${"x=y&".repeat(below(3000))}`]);
  return `/${path}`;
}

function requestOf(port: number): string {
  const headers = now(3) ? Array.from({ length: 1 + below(3) }, () => pick(odd)) : [];
  const hosts = now(20) ? pick([[], ["Host:"], ["Host: 127.0.0.1"], [`Host: 127.0.0.1:${port}`, "Host: evil.example"]]) : [`Host: 127.0.0.1:${port}`];
  const end = now(25) ? pick(["\n", "\r", "\r\r\n"]) : "\r\n";
  const whole = [
    `${now(8) ? pick(methods) : "GET"} ${targetOf(port)} ${now(15) ? pick(versions) : "HTTP/1.1"}`,
    ...hosts,
    ...headers,
    "Connection: close",
    "",
    now(12) ? "0\r\n\r\nGET /.env HTTP/1.1\r\n\r\n" : "",
  ].join(end);
  return now(25) ? whole.slice(0, below(whole.length)) : whole;
}

async function inTurns<T>(count: number, atOnce: number, run: (index: number) => Promise<T>): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let index = next++; index < count; index = next++) await run(index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

test("G20: raw requests, and not a byte of what is not published", async () => {
  const root = folderWith({
    ...kept,
    "seeds/a.txt": articleOf("ferry", 15, "all was well"),
    "seeds/b.md": "---\ntitle: Harbour\ndate: 2021-09-16\n---\n\n![x](b.gif)\n\nThe harbour lay still all day long.\n",
    "seeds/b.gif": pixel,
  });
  const { port, origin, isRunning, said, end } = await startServing(root);
  expect(tearsheet(["build", "--out", "../published"], root).status).toBe(0);
  const published = join(root, "../published");
  const allowed = new Set<string>();
  try {
    for (const path of [...filesOf(published), ".tearsheet/overlay.js", ".tearsheet/overlay.css"]) {
      const { status, body } = await bytesAt(origin, path);
      if (status === 200) allowed.add(sha256(body));
    }
  } finally {
    rmSync(published, { recursive: true, force: true });
  }
  const leaks: string[] = [];
  const failures: string[] = [];
  const statuses = new Map<number, number>();
  const judge = (request: string, { status, head, body }: Response) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const text = `${head}\r\n\r\n${body.toString("latin1")}`;
    if (/(?:^|\n)HTTP\/1\.1 5\d\d/.test(text)) failures.push(request);
    // A page of the archive, and nothing behind it; or a page or a word about what is not there.
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? body.length);
    const isHead = body.length === 0;
    const isKnown = status !== 200 || isHead || allowed.has(sha256(/^transfer-encoding: chunked/im.test(head) ? unchunked(body) : body.subarray(0, length)));
    const elsewhere = /^location: (?!\/[^/\\])/im.test(head);
    if (!isKnown || elsewhere || text.includes(secret) || text.includes("root:x:0") || /access-control-/i.test(head))
      leaks.push(`${request}\n→ ${text.slice(0, 300)}`);
  };
  const odds = lengthOf("REQUESTS", 9_000, 600);
  await inTurns(odds, 24, async () => {
    const request = requestOf(port);
    judge(request, await raw(port, Buffer.from(request, "latin1")));
  });
  // Whoever is not of here: 403, whatever else is asked.
  const foreign: readonly ((name: string) => string)[] = [
    (name) => `Host: ${name}`,
    (name) => `Host: ${name}:${port}`,
    (name) => `Host: 127.0.0.1:${port}\r\nOrigin: http://${name}`,
    (name) => `Host: localhost:${port}\r\nOrigin: https://${name}:${port}`,
    () => `Host: 127.0.0.1:${port}\r\nSec-Fetch-Site: ${pick(["cross-site", "same-site", "CROSS-SITE", "x"])}`,
  ];
  const names = [
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "xn--localhost",
    "0.0.0.0",
    "127.1",
    "2130706433",
    "[::]",
    "[::ffff:127.0.0.1]",
    "localhost.",
    "169.254.169.254",
    "127.0.0.2",
  ];
  const notRefused: string[] = [];
  await inTurns(1_060, 24, async () => {
    const request = `GET /${pick(["", "index.html", "data/articles.jsonl", ".tearsheet/events?page=index.html", "no"])} HTTP/1.1\r\n${pick(foreign)(pick(names))}\r\nConnection: close\r\n\r\n`;
    const response = await raw(port, request);
    judge(request, response);
    if (response.status !== 403) notRefused.push(`${request}→ ${response.status}`);
  });
  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status || "no answer"}: ${count}`);
  figure(
    "G20",
    `${odds + 1_060} raw requests (${told.join(", ")}): ${leaks.length} leaks, ${failures.length} of 5xx, ${isRunning() ? 0 : 1} exits; of 1,060 foreign ones ${notRefused.length} not refused`,
  );
  expect(leaks.slice(0, 3)).toEqual([]);
  expect(failures.slice(0, 3)).toEqual([]);
  expect(notRefused.slice(0, 3)).toEqual([]);
  expect(isRunning()).toBe(true);
  expect(said()).not.toContain("fault of the program");
  // The control: asked for as it should be, it answers, and there was something to leak.
  expect(statuses.get(200)).toBeGreaterThan(odds / 50);
  expect((await bytesAt(origin, "")).status).toBe(200);
  expect(readFileSync(join(root, ".env"), "utf8")).toBe(secret);
  expect(await end()).toBe(0);
});

/** What a body holds that came in chunks (RFC 9112, 7.1). */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, end).toString("latin1"), 16);
    if (end === -1 || !(size > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

test("G20: it listens on the loopback alone", async () => {
  const { port } = await startServing(folderWith({ "seeds/a.txt": articleOf("ferry", 15, "all was well") }));
  const others = Object.values(networkInterfaces()).flatMap((own) => (own ?? []).flatMap(({ address, internal }) => (internal ? [] : [address])));
  const opens = (host: string) =>
    new Promise<boolean>((done) => {
      const socket = connect(port, host);
      socket.on("connect", () => {
        socket.destroy();
        done(true);
      });
      socket.on("error", () => done(false));
    });
  const tried = [...others, "127.0.0.2", "::1"];
  const open = (await Promise.all(tried.map(opens))).filter(Boolean).length;
  figure("G20", `${tried.length} other addresses of this machine tried: ${open} open`);
  expect(open).toBe(0);
  expect(await opens("127.0.0.1")).toBe(true);
});

const things = ["Anchor", "Bell", "Crane", "Dock", "Eel", "Ferry", "Gull", "Hull", "Isle", "Jetty"];

/** One edit of a burst, in a folder of seeds. Each leaves the archive one that can be built. */
const edits: Readonly<Record<string, (root: string) => void>> = {
  write: (root) =>
    writeSeed(root, `${pick(["", "north/", "south/deep/"])}${pick(things)}.txt`, articleOf(pick(things), 1 + below(28), `number ${below(1e6)} came by`)),
  "write beside, and rename": (root) => {
    writeSeed(root, ".new.tmp", articleOf(pick(things), 1 + below(28), `number ${below(1e6)} was renamed`));
    renameSync(join(root, "seeds/.new.tmp"), join(root, "seeds", `${pick(things)}.txt`));
  },
  "half, then the rest": (root) => {
    const path = join(root, "seeds", `${pick(things)}.txt`);
    const text = articleOf(pick(things), 1 + below(28), `number ${below(1e6)} was written in two goes`);
    const at = below(text.length);
    writeFileSync(path, text.slice(0, at));
    appendFileSync(path, text.slice(at));
  },
  "byte for byte": (root) => {
    const path = join(root, "seeds", `${pick(things)}.txt`);
    rmSync(path, { force: true });
    for (const letter of articleOf(pick(things), 1 + below(28), "it took long")) appendFileSync(path, letter);
  },
  delete: (root) => someSeed(root, (path) => rmSync(path)),
  rename: (root) => someSeed(root, (path) => renameSync(path, join(root, "seeds", `${pick(things)}.txt`))),
  "a folder renamed": (root) => {
    const [from, to] = [join(root, "seeds/north"), join(root, "seeds/south")];
    if (!existsSync(from)) return;
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  },
  "a folder gone": (root) => rmSync(join(root, "seeds", pick(["north", "south"])), { recursive: true, force: true }),
  sidecar: (root) => writeSeed(root, `${pick(things)}.meta.yml`, pick([`section: ${pick(things)}\n`, `byline: ${pick(things)} Roe\n`, "autor: x\n"])),
  picture: (root) => {
    writeSeed(root, "picture.md", `---\ntitle: Picture ${below(9)}\ndate: 2021-10-0${1 + below(9)}\n---\n\n![x](picture.gif)\n\nA picture of it all.\n`);
    writeFileSync(join(root, "seeds/picture.gif"), Buffer.concat([pixel, Buffer.from([below(256)])]));
  },
  template: (root) => writeFileSync(join(root, "templates/trail.eta"), `<p>${pick(things)} ${below(1000)}</p>\n`),
  "template broken, then mended": (root) => {
    writeFileSync(join(root, "templates/not-found.eta"), "<% if (");
    rmSync(join(root, "templates/not-found.eta"));
  },
  style: (root) => writeFileSync(join(root, "templates/style.css"), `body { margin: ${below(100)}px }\n`),
  settings: (root) => writeFileSync(join(root, "tearsheet.config.json"), JSON.stringify({ title: `${pick(things)} Papers`, language: pick(["en", "de"]) })),
  authorities: (root) =>
    below(2) === 0
      ? writeFileSync(join(root, "authorities.yml"), `- person: ${pick(things)} Roe\n  variants: { en: ${pick(things)} Doe }\n  wikidata: Q${1 + below(99)}\n`)
      : rmSync(join(root, "authorities.yml"), { force: true }),
  redactions: (root) =>
    below(2) === 0 ? writeFileSync(join(root, "redactions.yml"), `- replace: "${pick(things)}"\n`) : rmSync(join(root, "redactions.yml"), { force: true }),
};

function writeSeed(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, "seeds", path)), { recursive: true });
  writeFileSync(join(root, "seeds", path), content);
}

function someSeed(root: string, use: (path: string) => void): void {
  const files = (readdirSync(join(root, "seeds"), { recursive: true }) as string[]).filter((path) => path.endsWith(".txt") && !path.includes("zz-")).sort();
  if (files.length > 3) use(join(root, "seeds", pick(files)));
}

/** Writes an article of its own and waits until it is shown. What was changed before is read by the rebuild that is after that one at the latest. */
async function seen(root: string, origin: string, reader: Listener, number: number): Promise<void> {
  writeSeed(root, "zz-last.txt", `## Last of All\n\nJanuary 1, 2000\n\nThis is what was written last, and the number of it is ${number}x.\n`);
  for (;;) {
    await reader.until(() => true);
    if ((await bytesAt(origin, "2000/01/01/last-of-all.html")).body.includes(`${number}x`)) return;
  }
}

/** A clean build of a copy, elsewhere. */
function cleanBuild(root: string): string {
  const copy = folderWith({});
  for (const name of ["seeds", "templates", "tearsheet.config.json", "redactions.yml", "authorities.yml"])
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
  const folders = { seeds: join(copy, "seeds"), templates: join(copy, "templates"), out: join(copy, "dist") };
  const { config } = readSettings({ seeds: folders.seeds, config: join(copy, "tearsheet.config.json") });
  if (config === null) throw new Error("The settings cannot be used.");
  const built = buildSite(
    folders,
    config,
    { releases: false, allowRemovals: true },
    { beginning: beginningOf(folders.seeds, folders.templates, null), cache: null, threads: 1 },
    () => {},
    () => {},
  );
  if (built.outcome !== "built") throw new Error("It was not built.");
  return copy;
}

test(`G21: ${bursts} bursts of edits, and every path is as a clean build writes it`, async () => {
  const start = Object.fromEntries(things.map((thing, index) => [`seeds/${thing}.txt`, articleOf(thing, index + 1, "that was the beginning")]));
  const root = folderWith({ ...start, "templates/x": "", "tearsheet.config.json": "{}" });
  const { origin, isRunning } = await startServing(root);
  const reader = listen(origin, "2000/01/01/last-of-all.html");
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const fetched = (path: string) =>
    new Promise<{ status: number; body: Buffer }>((done, fail) => {
      get(`${origin}/${path.split("/").map(encodeURIComponent).join("/")}`, { agent }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => done({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
      }).on("error", fail);
    });
  const ever = new Set<string>();
  const wrong: string[] = [];
  let [made, compared] = [0, 0];
  for (let burst = 0; burst < bursts && wrong.length < 5; burst += 1) {
    const kinds = Array.from({ length: 1 + below(8) }, () => pick(Object.keys(edits)));
    for (const kind of kinds) {
      edits[kind]?.(root);
      made += 1;
      // Now and then it is read in between.
      if (below(4) === 0) await seen(root, origin, reader, made * 10);
    }
    await seen(root, origin, reader, burst * 10 + 1);
    await seen(root, origin, reader, burst * 10 + 2);
    const copy = cleanBuild(root);
    const paths = filesOf(join(copy, "dist")).filter((path) => path !== "manifest-sha256.txt");
    const here = new Set(paths);
    for (const path of paths) ever.add(path);
    await Promise.all(
      [...ever].map(async (path) => {
        const { status, body } = await fetched(path);
        compared += 1;
        const isSame = here.has(path) ? status === 200 && asBuilt(path, body) === asWritten(join(copy, "dist"), path) : status === 404;
        if (!isSame) wrong.push(`burst ${burst} (${kinds.join(", ")}): ${path} ${status}`);
      }),
    );
    rmSync(copy, { recursive: true, force: true });
  }
  agent.destroy();
  figure("G21", `${bursts} bursts, ${made} edits, ${compared} files compared with a clean build: ${wrong.length} differ`);
  expect(wrong).toEqual([]);
  expect(isRunning()).toBe(true);
}, 14_400_000);
