/** An archive that is edited at random, as its owners would, and built after each edit: once with all that was kept, once from nothing. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readAuthorities } from "../../src/build/authorities.ts";
import { type BuiltSite, buildSite, type Progress } from "../../src/build/build-site.ts";
import { readConfig } from "../../src/build/config.ts";
import { readRedactions, withRedactions } from "../../src/build/redactions.ts";
import { beginningOf } from "../../src/build/unchanged.ts";
import type { Config } from "../../src/model/config.ts";
import { soughtOf } from "../../src/text/withhold/withhold.ts";
import { filesOf } from "./site.ts";

/** Chance that a seed decides: 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Edited {
  readonly folders: { readonly seeds: string; readonly templates: string };
  /** The settings as they are now, with all that lies beside the seeds. */
  config(): Config;
  /** Makes one edit, any unless it is named, and says what it did. */
  edit(name?: string): string;
  /** Builds both ways. Returns in what the archives differ: nothing, as it should be. */
  compare(): string[];
  /** How many files the last build with a cache wrote. */
  written(): number;
}

const words = "harbour council ferry budget strike bridge school flood market tram vote museum".split(" ");
const people = ["Ada Finch", "Bo Marsh", "Cora Wren", "Dan Holt", "AFP"];
const picture = Buffer.from("89504e470d0a1a0a", "hex");

/** @param root an empty folder */
export function editedArchive(root: string, random: () => number): Edited {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const seeds = join(root, "seeds");
  const at = (path: string) => join(seeds, path);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  };
  const all = () => (existsSync(seeds) ? filesOf(seeds) : []);
  const articles = () => all().filter((path) => /\.(?:md|txt)$/.test(path));
  const headline = () => `${pick(words)} ${pick(words)} ${pick(words)}`.replace(/^./, (letter) => letter.toUpperCase());
  const number = () => Math.floor(random() * 28) + 1;
  const text = (): string => {
    const date = `201${Math.floor(random() * 3)}-0${Math.floor(random() * 3) + 1}-${String(number()).padStart(2, "0")}`;
    const other = articles().length === 0 ? "Nothing" : headlineIn(readFileSync(at(pick(articles())), "utf8"));
    const body = `The ${pick(words)} and the ${pick(words)} of ${pick(words)} were there.\n\nNobody said a word about the ${pick(words)}.`;
    if (random() < 0.5)
      return `---\nheadline: ${headline()}\ndate: ${date}\nbyline: By ${pick(people)}\ntopics: [${pick(words)}, ${pick(words)}]\nsection: ${pick(["World", "Local"])}\n---\n\n![${pick(words)}](picture.png)\n\n${body}\n\nEdited by ${pick(people)}\n`;
    const printed = random() < 0.2 ? `0${Math.floor(random() * 9) + 1}/0${Math.floor(random() * 9) + 1}/2011` : date;
    return `${headline()}\n\nBy ${pick(people)}\n\n${printed}\n\n${body}\n\nRelated: ${other}\n\nSource: https://paper.example/${number()}\n`;
  };
  const change = (path: string, edit: (text: string) => string) => write(path, edit(readFileSync(at(path), "utf8")));
  const settings = { title: "The Archive", folders: {} as Record<string, { section: string }> };
  const edits: Record<string, () => void> = {
    add: () => write(`${pick(["a", "b", "c/d"])}/${pick(words)}-${number()}.${pick(["md", "txt"])}`, text()),
    replace: () => write(pick(articles()), text()),
    "change the body": () =>
      change(pick(articles()), (old) => old.replace(/Nobody said|Somebody said/, (said) => (said === "Nobody said" ? "Somebody said" : "Nobody said"))),
    "change the beginning": () =>
      change(pick(articles()), (old) => old.replace(/were (?:all |both )?there\./, () => `were ${pick(["", "all ", "both "])}there.`)),
    "change the headline": () => change(pick(articles()), (old) => old.replace(headlineIn(old), headline())),
    "the same size and time": () => {
      const path = pick(articles());
      const { atime, mtime } = statSync(at(path));
      change(path, (old) => old.replace(/harbour|council/, (word) => (word === "harbour" ? "council" : "harbour")));
      utimesSync(at(path), atime, mtime);
    },
    "remove a seed": () => rmSync(at(pick(articles()))),
    rename: () => renameSync(at(pick(articles())), join(seeds, `moved-${number()}.${pick(["md", "txt"])}`)),
    "set another clock": () => utimesSync(at(pick(articles())), 1e9 * random() * 3, 1e9 * random() * 3),
    "add a sidecar": () => write(`${pick(articles()).replace(/\.[^.]*$/, "")}.meta.yml`, `headline: ${headline()}\n`),
    "remove sidecars": () => {
      for (const path of all()) if (path.endsWith(".meta.yml")) rmSync(at(path));
    },
    "change a picture": () => write(`${pick(["a", "b", "c/d"])}/picture.png`, Buffer.concat([picture, Buffer.from([number()])])),
    "remove pictures": () => {
      for (const path of all()) if (path.endsWith(".png")) rmSync(at(path));
    },
    "break a seed": () => write(`${pick(["a", "b"])}/broken.md`, "---\nheadline: [\n---\n\nText.\n"),
    "other settings": () => {
      settings.title = `The ${pick(words)}`;
      if (random() < 0.5) settings.folders = random() < 0.5 ? { a: { section: pick(words) } } : {};
    },
    "a template": () => {
      mkdirSync(join(root, "templates"), { recursive: true });
      writeFileSync(join(root, "templates", "neighbours.eta"), `<p>${pick(words)}</p>\n`);
    },
    "a font and a logo": () => {
      mkdirSync(join(root, "templates", "fonts"), { recursive: true });
      writeFileSync(join(root, "templates", "fonts", `${pick(["text", "head"])}.woff2`), pick(words));
      writeFileSync(join(root, "templates", "logo.svg"), `<svg xmlns="http://www.w3.org/2000/svg"><title>${pick(words)}</title></svg>`);
    },
    "no template": () => rmSync(join(root, "templates"), { recursive: true, force: true }),
    redact: () =>
      writeFileSync(join(root, "redactions.yml"), `- replace: ${pick(["Ada Finch", "Bo Marsh", "harbour"])}\n  with: N. N.\n- withdraw: ${pick(articles())}\n`),
    "list authorities": () => {
      const [name, variant] = [pick(people), pick([...people, "A. Finch", "Ada Wren"])];
      writeFileSync(
        join(root, "authorities.yml"),
        `${random() < 0.5 ? "# moved\n" : ""}- person: ${name}\n${name === variant ? "" : `  variants: { en: ${variant} }\n`}  wikidata: Q${number()}\n- agency: ${pick(people)}\n  note: ${pick(words)}\n`,
      );
    },
    "list no authorities": () => rmSync(join(root, "authorities.yml"), { force: true }),
    "redact nothing": () => rmSync(join(root, "redactions.yml"), { force: true }),
    "damage the cache": () => damage(join(root, "cache"), random),
    "lose the cache": () => rmSync(join(root, "cache"), { recursive: true, force: true }),
    "lose a page": () => {
      const pages = existsSync(join(root, "kept")) ? filesOf(join(root, "kept")) : [];
      if (pages.length > 0) rmSync(join(root, "kept", pick(pages)));
    },
    "be cut short": () => {
      const stop = Math.floor(random() * 60);
      let calls = 0;
      const cut: Progress = () => {
        calls += 1;
        if (calls > stop) throw new Cut();
      };
      try {
        run("kept", join(root, "cache"), cut);
      } catch (error) {
        if (!(error instanceof Cut)) throw error;
      }
    },
    nothing: () => {},
  };
  const config = (): Config => {
    const { config: read, diagnostics } = readConfig(
      JSON.stringify({ ...settings, baseUrl: "https://archive.example" }),
      "settings.json",
      "Tearsheet",
      undefined,
    );
    if (read === null) throw new Error(JSON.stringify(diagnostics));
    return withAuthorities(withheldFrom(read));
  };
  const withheldFrom = (read: Config): Config => {
    const file = join(root, "redactions.yml");
    if (!existsSync(file)) return read;
    const found = readRedactions(readFileSync(file, "utf8"), file, seeds);
    const withheld = "redactions" in found ? withRedactions(read, found.redactions, "settings.json") : null;
    if (withheld === null || !("house" in withheld)) throw new Error(JSON.stringify(found));
    return withheld;
  };
  const withAuthorities = (read: Config): Config => {
    const file = join(root, "authorities.yml");
    return existsSync(file) ? { ...read, authorities: readAuthorities(readFileSync(file, "utf8"), file, soughtOf(read.house.redactions ?? [])) } : read;
  };
  let built: BuiltSite | null = null;
  const run = (out: string, cache: string | null, onPublish: Progress) => {
    const means = { beginning: beginningOf(seeds, join(root, "templates"), null), cache, threads: 1 };
    return buildSite(
      { seeds, out: join(root, out), templates: join(root, "templates") },
      config(),
      { releases: false, allowRemovals: true },
      means,
      () => {},
      onPublish,
    );
  };
  const register = join(root, "permalinks.lock.json");
  for (let count = 0; count < 14; count += 1) edits["add"]?.();
  return {
    folders: { seeds, templates: join(root, "templates") },
    config,
    edit: (wanted) => {
      const name = wanted ?? pick(Object.keys(edits));
      if (articles().length < 6) edits["add"]?.();
      edits[name]?.();
      return name;
    },
    compare: () => {
      const before = existsSync(register) ? readFileSync(register) : null;
      built = run("kept", join(root, "cache"), () => {});
      const after = readFileSync(register, "utf8");
      if (before === null) rmSync(register);
      else writeFileSync(register, before);
      rmSync(join(root, "clean"), { recursive: true, force: true });
      const clean = run("clean", null, () => {});
      const said = JSON.stringify(built.diagnostics) === JSON.stringify(clean.diagnostics) ? [] : ["the diagnostics differ"];
      return [...said, ...(readFileSync(register, "utf8") === after ? [] : ["the register differs"]), ...differences(join(root, "kept"), join(root, "clean"))];
    },
    written: () => (built?.outcome === "built" ? built.published.written : -1),
  };
}

class Cut extends Error {}

function headlineIn(text: string): string {
  return (/^headline: (.*)$/m.exec(text)?.[1] ?? text.split("\n", 1)[0] ?? "").trim() || "Nothing";
}

function differences(a: string, b: string): string[] {
  const paths = new Set([...filesOf(a), ...filesOf(b)]);
  return [...paths].filter((path) => {
    const [left, right] = [join(a, path), join(b, path)];
    return !existsSync(left) || !existsSync(right) || !readFileSync(left).equals(readFileSync(right));
  });
}

/** Does to some file of a folder what disks, people and other programs do. */
export function damage(folder: string, random: () => number): void {
  const files = existsSync(folder) ? filesOf(folder) : [];
  const path = files[Math.floor(random() * files.length)];
  if (path === undefined) return;
  const file = join(folder, path);
  const { size } = statSync(file);
  const bytes = readFileSync(file);
  const place = Math.floor(random() * size);
  const kinds = [
    () => truncateSync(file, place),
    () => rmSync(file),
    () => appendFileSync(file, "something else\n"),
    () => {
      if (size > 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(file, bytes);
    },
    () => writeFileSync(file, Buffer.concat([bytes.subarray(0, place), Buffer.alloc(Math.min(512, size - place)), bytes.subarray(place + 512)])),
    () => writeFileSync(file, readFileSync(join(folder, files[Math.floor(random() * files.length)] ?? path))),
    () => writeFileSync(file, Buffer.concat([bytes, bytes])),
  ];
  kinds[Math.floor(random() * kinds.length)]?.();
}
