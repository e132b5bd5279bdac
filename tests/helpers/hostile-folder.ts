/**
 * A folder of everything that has been seen to upset a program that reads folders, and what has to become of each. All of it is made here, on
 * the disk; what the system will not make (a device, without its superuser) is left out and named.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, linkSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file's outcome and the reason for it. */
export type Expected = readonly ["published" | "refused" | "ignored", string | null];

export interface HostileFolder {
  /** By the path that the ledger has to print. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly kinds: readonly string[];
  /** Kinds that could not be made here, with the reason. */
  readonly leftOut: readonly string[];
  /** Stands in every file outside of the folder that something inside leads to. */
  readonly secret: string;
}

const published: Expected = ["published", null];
const refused = (reason: string): Expected => ["refused", reason];
const ignored = (reason: string): Expected => ["ignored", reason];

/** An article of its own words. */
export function goodArticle(name: string): string {
  return `## ${name} Returns to Service\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ${name} came back on Wednesday, and the harbour was full of people.\n`;
}

interface Making {
  /** Writes a file. The ledger shows its path as it is, or as `shown`. */
  file(path: string | Uint8Array, content: string | Uint8Array, outcome: Expected, shown?: string): void;
  /** Something that is there already. */
  note(path: string, outcome: Expected): void;
  /** A path in the folder, as the system has it. */
  at(path: string): string;
  run(command: string, ...words: string[]): boolean;
  /** A file outside of the folder, with the secret in it. */
  readonly outside: string;
  /** How many there are in a file of them. */
  readonly blankLines: number;
  readonly outsideFolder: string;
}

const good = goodArticle("Ferry");
const front = (source: string, mark = "---") => `${mark}\n${source}\n${mark}\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n`;
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** Kind → what makes it. A maker returns false where the system does not let it. */
const kinds: Readonly<Record<string, (make: Making) => boolean | undefined>> = {
  // Links.
  "a link to itself": (make) => link(make, "itself.txt", "itself.txt"),
  "links in a ring": (make) => link(make, "ring-1.txt", "ring-2.txt") || link(make, "ring-2.txt", "ring-1.txt"),
  "a link to the folder it lies in": (make) => link(make, "deep/here", "."),
  "a link to the folder above": (make) => link(make, "deep/above", ".."),
  "a link to a file outside": (make) => link(make, "outside.txt", make.outside),
  "a link to a folder outside": (make) => link(make, "outside-folder", make.outsideFolder),
  "a link to a folder of the system": (make) => link(make, "system.txt", "/etc"),
  "a link to nothing": (make) => link(make, "nothing.txt", "nowhere.txt"),
  "a link to an article inside": (make) => link(make, "inside.md", "good-link.txt", "good-link.txt"),
  "a link named like a picture, which an article names": (make) => {
    make.file("with-link.md", `${goodArticle("Pier")}\n![The pier](photo-link.jpg)\n`, published);
    return link(make, "photo-link.jpg", make.outside);
  },
  "a link as a sidecar": (make) => {
    make.file("corrected.txt", good, refused("seed-unreadable"));
    return link(make, "corrected.meta.yml", make.outside);
  },
  "a hidden link": (make) => {
    symlinkSync(make.outside, make.at(".hidden-link.txt"));
    make.note(".hidden-link.txt", ignored("file-hidden"));
    return undefined;
  },
  "two names of one file": (make) => {
    make.file("name-1.txt", good, published);
    linkSync(make.at("name-1.txt"), make.at("name-2.txt"));
    make.note("name-2.txt", published);
    return undefined;
  },
  // What is no file.
  "a pipe": (make) => make.run("mkfifo", "pipe.txt") && noted(make, "pipe.txt", refused("seed-not-a-file")),
  "a pipe named like a picture": (make) => {
    make.file("with-pipe.md", `${goodArticle("Quay")}\n![The quay](pipe.jpg)\n`, published);
    return make.run("mkfifo", "pipe.jpg") && noted(make, "pipe.jpg", ignored("file-ignored"));
  },
  "a pipe without an ending": (make) => make.run("mkfifo", "pipe") && noted(make, "pipe", ignored("file-ignored")),
  "a pipe as a sidecar": (make) => {
    make.file("piped.txt", good, refused("seed-unreadable"));
    return make.run("mkfifo", "piped.meta.yml") && noted(make, "piped.meta.yml", refused("seed-not-a-file"));
  },
  "a socket": (make) => make.run(process.execPath, "-e", socketScript, "socket.txt") && noted(make, "socket.txt", refused("seed-not-a-file")),
  "a device of characters": (make) => make.run("mknod", "zero.txt", "c", "1", "5") && noted(make, "zero.txt", refused("seed-not-a-file")),
  "a device of blocks": (make) => make.run("mknod", "disk.md", "b", "7", "0") && noted(make, "disk.md", refused("seed-not-a-file")),
  "a folder named like an article": (make) => {
    make.file("folder.txt/article.txt", good, published);
    return noted(make, "folder.txt", refused("seed-not-a-file"));
  },
  "a folder named like a picture": (make) => writes(make, "folder.jpg/article.txt", good, published),
  "a folder as a sidecar": (make) => {
    make.file("foldered.txt", good, refused("seed-unreadable"));
    make.file("foldered.meta.yml/article.txt", good, published);
    return noted(make, "foldered.meta.yml", refused("seed-not-a-file"));
  },
  "an empty folder": (make) => void mkdirSync(make.at("empty-folder")),
  // What may not be read.
  "a file that may not be read": (make) => shut(make, "shut.txt", refused("seed-unreadable")),
  "a picture that may not be read": (make) => shut(make, "shut.jpg", refused("seed-unreadable")),
  "a sidecar that may not be read": (make) => {
    make.file("shut-off.txt", good, refused("seed-unreadable"));
    return shut(make, "shut-off.meta.yml", ignored("file-sidecar"));
  },
  "a folder that may not be read": (make) => shutFolder(make, "shut", 0o000, refused("seed-unreadable"), null),
  "a folder that may be listed and not entered": (make) => shutFolder(make, "shut-listed", 0o444, null, refused("seed-unreadable")),
  "a folder that may be entered and not listed": (make) => shutFolder(make, "shut-entered", 0o111, refused("seed-unreadable"), null),
  // Names.
  "a name in Latin-1": (make) => writes(make, latin1("caf\xe9.txt"), good, refused("name-not-utf8"), "caf\\xe9.txt"),
  "a folder with a name in Latin-1": (make) => {
    const folder = Buffer.concat([Buffer.from(`${make.at("caf")}`), Buffer.from([0xe9])]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from("/a.txt")]), good);
    return noted(make, "caf\\xe9", refused("name-not-utf8"));
  },
  "a name with half a pair": (make) =>
    writes(make, Buffer.from([0xed, 0xa0, 0x80, 0x2e, 0x74, 0x78, 0x74]), good, refused("name-not-utf8"), "\\xed\\xa0\\x80.txt"),
  "a name written too long": (make) => writes(make, Buffer.from([0xc0, 0xaf, 0x2e, 0x6d, 0x64]), good, refused("name-not-utf8"), "\\xc0\\xaf.md"),
  "a hidden name in Latin-1": (make) => writes(make, latin1(".caf\xe9.txt"), good, ignored("file-hidden"), ".caf\\xe9.txt"),
  "a name with a replacement character": (make) => writes(make, "caf\ufffd.txt", good, published),
  "names that look alike but for case": (make) =>
    writes(make, "Case.txt", goodArticle("Upper"), published) ?? writes(make, "case.txt", goodArticle("Lower"), published),
  "names that Unicode holds equal": (make) =>
    writes(make, "caf\u00e9.txt", goodArticle("Nfc"), published) ?? writes(make, "cafe\u0301.txt", goodArticle("Nfd"), published),
  "a name with a line end": (make) => writes(make, "line\nend.txt", good, published),
  "a picture with a line end in its name": (make) => {
    make.file("with-line-end.md", `${goodArticle("Jetty")}\n![The jetty](<photo%0Aend.jpg>)\n`, published);
    return writes(make, "photo\nend.jpg", jpeg, ignored("file-picture"));
  },
  "a name that commands a terminal": (make) => writes(make, "\u001b[2J\u0007.txt", good, published),
  "a name that turns the direction of writing": (make) => writes(make, "photo\u202egpj.txt", good, published),
  "a name that pretends to end": (make) => writes(make, "nul%00\u2400.txt", good, published),
  "a name with a backslash": (make) => {
    make.file("back/slash.txt", goodArticle("Slash"), published);
    return writes(make, "back\\slash.txt", goodArticle("Backslash"), published);
  },
  "a picture with a backslash in its name": (make) => {
    make.file("with-backslash.md", `${goodArticle("Mole")}\n![The mole](back%5Cslash.jpg)\n`, published);
    return writes(make, "back\\slash.jpg", jpeg, ignored("file-picture"));
  },
  "a name that leads upwards": (make) => writes(make, "%2e%2e%2f%2e%2e%2fetc.txt", good, published),
  "a name of dots": (make) => writes(make, "....txt", good, ignored("file-hidden")),
  "names that Windows reserves": (make) => writes(make, "con.txt", good, published) ?? writes(make, "aux.md", good, published),
  "a name that ends in a space": (make) => writes(make, "space.txt ", good, ignored("file-ignored")),
  "a name like an option": (make) => writes(make, "--json.txt", good, published),
  "a name of wild cards": (make) => writes(make, "*?[a].txt", good, published),
  "a name of 255 bytes": (make) => writes(make, `${"n".repeat(251)}.txt`, good, published),
  "a picture with a name of 255 bytes": (make) => {
    make.file("with-long-name.md", `${goodArticle("Weir")}\n![The weir](${"p".repeat(251)}.jpg)\n`, published);
    return writes(make, `${"p".repeat(251)}.jpg`, jpeg, ignored("file-picture"));
  },
  "a name of joined pictures": (make) => writes(make, "👩‍👩‍👧‍👦.txt", good, published),
  "a name of nothing but an ending": (make) => writes(make, ".txt", good, ignored("file-hidden")),
  "an ending in capitals": (make) => writes(make, "CAPITALS.TXT", good, published),
  "200 folders within each other": (make) => writes(make, `${"d/".repeat(200)}deep.txt`, goodArticle("Deep"), published),
  "a hidden file": (make) => writes(make, ".DS_Store", good, ignored("file-hidden")),
  "a hidden folder": (make) => {
    mkdirSync(make.at(".git/objects"), { recursive: true });
    writeFileSync(make.at(".git/objects/a.txt"), good);
    return noted(make, ".git", ignored("file-hidden"));
  },
  // Bytes.
  "an empty file": (make) => writes(make, "empty.txt", "", refused("seed-empty")),
  "white space only": (make) => writes(make, "blank.md", " \n\t\r\n\n", refused("seed-empty")),
  "nothing that prints": (make) => writes(make, "unseen.txt", "\ufeff\u00a0\u200b\u2060\u00ad\n", refused("seed-empty")),
  "one byte": (make) => writes(make, "byte.txt", Buffer.of(0xff), refused("encoding-unknown")),
  "a program": (make) => writes(make, "program.txt", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(4000)]), refused("seed-binary")),
  "a picture named like an article": (make) => writes(make, "picture.txt", Buffer.concat([jpeg, Buffer.alloc(500, 1)]), refused("seed-binary")),
  "UTF-16 without a mark": (make) => writes(make, "utf-16.txt", Buffer.from(good, "utf16le"), published),
  "UTF-16 with a mark, of an odd length": (make) =>
    writes(make, "utf-16-odd.txt", Buffer.concat([Buffer.from(`\ufeff${good}`, "utf16le"), Buffer.of(0x41)]), refused("seed-binary")),
  "UTF-8 with a mark": (make) => writes(make, "mark.txt", `\ufeff${good}`, published),
  "UTF-8 that is cut short": (make) => writes(make, "cut.txt", Buffer.from(`${good}Le café: É`).subarray(0, -1), refused("encoding-unknown")),
  "control characters": (make) => writes(make, "controls.txt", good.replace("harbour", "har\u0007bo\u001bur\u0000"), published),
  "ends of lines of old Macintoshes": (make) => writes(make, "mac.txt", good.replaceAll("\n", "\r"), published),
  "one line of 4 MB": (make) => writes(make, "one-line.txt", `${good}\n${"word ".repeat(800_000)}\n`, published),
  "one word of 2 MB": (make) => writes(make, "one-word.txt", `${good}\n${"w".repeat(2_000_000)}\n`, published),
  "blank lines without end": (make) => writes(make, "blank-lines.txt", `${good}${"\n".repeat(make.blankLines)}The end.\n`, published),
  "nothing but blank lines": (make) => writes(make, "only-blank-lines.md", "\n".repeat(make.blankLines), refused("seed-empty")),
  "more lines than any article has": (make) => writes(make, "long.txt", Buffer.alloc(1_000_002, "a\n\n"), refused("seed-too-long")),
  "more than 16 MB": (make) => writes(make, "large.txt", Buffer.alloc(16 * 1024 * 1024 + 1, "a "), refused("seed-too-large")),
  "a terabyte of nothing": (make) => {
    closeSync(openSync(make.at("sparse.txt"), "w"));
    truncateSync(make.at("sparse.txt"), 2 ** 40);
    return noted(make, "sparse.txt", refused("seed-too-large"));
  },
  "Markdown that its parser cannot bear": (make) => writes(make, "bomb.md", `${good}\n${"> ".repeat(4000)}x\n${"*a ".repeat(9000)}\n`, published),
  // Front matter.
  "a front matter of 1 MB": (make) => writes(make, "front-large.md", front(`title: A\nx: ${"y".repeat(1_000_000)}`), refused("front-matter-too-large")),
  "a front matter that nothing closes": (make) => writes(make, "front-open.md", `---\ntitle: A\n\n${good}`, published),
  "a key twice": (make) => writes(make, "front-twice.md", front("title: A\ntitle: B"), refused("front-matter-invalid")),
  "a bomb of aliases": (make) => writes(make, "front-bomb.md", front("title: A\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]"), refused("front-matter-invalid")),
  "an anchor without an alias": (make) => writes(make, "front-anchor.md", front("title: &a A"), published),
  "a list within lists": (make) => writes(make, "front-deep.md", front(`title: A\nx: ${"[".repeat(20_000)}`), refused("front-matter-invalid")),
  "TOML that is none": (make) => writes(make, "front.md", front("title = A", "+++"), refused("front-matter-invalid")),
  "TOML with dotted keys without end": (make) =>
    writes(make, "front-dots.md", front(`title = "A"\n${"a.".repeat(5000)}a = 1`, "+++"), refused("front-matter-invalid")),
  "a front matter that wants to be run": (make) =>
    writes(make, "front-run.md", "---js\n{ title: process.exit(3) }\n---\n\nText.\n", refused("front-matter-engine")),
  "a tag that wants to be run": (make) => writes(make, "front-tag.md", front("title: !!js/function 'function () {}'"), refused("front-matter-invalid")),
  "half a pair in JSON": (make) => writes(make, "front-half.md", front('{"title": "A \\ud800 B\\u0000\\u001b"}'), published),
  "a key that is a prototype": (make) => writes(make, "front-proto.md", front("title: A\n__proto__: {headline: B}\nconstructor: x\ntoString: y"), published),
  "a draft": (make) => writes(make, "draft.md", front("title: A\ndraft: true"), ignored("draft-ignored")),
  // Sidecars.
  "a sidecar alone": (make) => writes(make, "alone.meta.yml", "byline: A\n", ignored("sidecar-alone")),
  "a sidecar that is broken": (make) => {
    make.file("broken.txt", good, refused("sidecar-invalid"));
    return writes(make, "broken.meta.yml", "byline: [\n", ignored("sidecar-invalid"));
  },
  "a sidecar that is no text": (make) => {
    make.file("binary-side.txt", good, refused("sidecar-invalid"));
    return writes(make, "binary-side.meta.yml", Buffer.of(0, 255, 254, 0), ignored("sidecar-invalid"));
  },
  "two sidecars of one article": (make) => {
    make.file("two.txt", good, refused("sidecar-invalid"));
    make.file("two.meta.yml", "byline: A\n", ignored("file-sidecar"));
    return writes(make, "two.txt.meta.yml", "byline: B\n", ignored("file-sidecar"));
  },
  "one sidecar of two articles": (make) => {
    make.file("both.txt", good, refused("sidecar-invalid"));
    make.file("both.md", good, refused("sidecar-invalid"));
    return writes(make, "both.meta.yml", "byline: A\n", ignored("file-sidecar"));
  },
  // What is no article.
  "a document of a word processor": (make) => writes(make, "letter.docx", "PK", ignored("document-ignored")),
  "a drawing that could run": (make) => writes(make, "drawing.svg", "<svg onload='x()'/>", ignored("file-ignored")),
  "a page": (make) => writes(make, "page.html", "<script>x()</script>", ignored("document-ignored")),
  "a file without an ending": (make) => writes(make, "README", good, ignored("file-ignored")),
};

const jpeg = Buffer.from([255, 216, 255, 224]);
/** A socket stays where it is when its owner is killed. */
const socketScript = `require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;

/** Makes the folder. `root` has to be empty; `outside` is a folder beside it. */
export function makeHostileFolder(root: string, outside: string, blankLines: number): HostileFolder {
  const secret = "the-words-that-lie-outside";
  mkdirSync(join(outside, "folder"), { recursive: true });
  for (const file of ["secret.txt", "folder/secret.txt"]) writeFileSync(join(outside, file), goodArticle(secret));
  const expected = new Map<string, Expected>();
  const at = (path: string) => join(root, path);
  const make: Making = {
    at,
    blankLines,
    outside: join(outside, "secret.txt"),
    outsideFolder: join(outside, "folder"),
    note: (path, outcome) => void expected.set(path, outcome),
    file: (path, content, outcome, shown) => {
      const target = typeof path === "string" ? at(path) : Buffer.concat([Buffer.from(`${root}/`), path]);
      if (typeof path === "string") mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(target, content);
      expected.set(shown ?? String(path), outcome);
    },
    // A process that is killed has done what it was for.
    run: (command, ...words) => {
      const { status, signal } = spawnSync(command, words, { cwd: root });
      return status === 0 || signal === "SIGKILL";
    },
  };
  const leftOut = Object.entries(kinds).flatMap(([kind, maker]) => (maker(make) === false ? [kind] : []));
  return { expected, kinds: Object.keys(kinds), leftOut, secret };
}

function noted(make: Making, path: string, outcome: Expected): undefined {
  make.note(path, outcome);
}

function writes(make: Making, path: string | Uint8Array, content: string | Uint8Array, outcome: Expected, shown?: string): undefined {
  make.file(path, content, outcome, shown);
}

function link(make: Making, path: string, target: string, article?: string): undefined {
  mkdirSync(dirname(make.at(path)), { recursive: true });
  if (article !== undefined) make.file(article, goodArticle("Linked"), published);
  symlinkSync(target, make.at(path));
  make.note(path, refused("seed-not-a-file"));
}

function shut(make: Making, path: string, outcome: Expected): undefined {
  make.file(path, path.endsWith(".yml") ? "byline: A\n" : good, outcome);
  chmodSync(make.at(path), 0);
}

/** A folder with an article, whose rights are taken. */
function shutFolder(make: Making, path: string, mode: number, folder: Expected | null, article: Expected | null): undefined {
  mkdirSync(make.at(path));
  writeFileSync(make.at(`${path}/article.txt`), good);
  chmodSync(make.at(path), mode);
  if (folder !== null) make.note(path, folder);
  if (article !== null) make.note(`${path}/article.txt`, article);
}
