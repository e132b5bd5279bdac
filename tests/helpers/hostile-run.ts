/** Checks and builds a hostile folder, and holds every file of it against what has to become of it. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { type Expected, goodArticle, type HostileFolder, makeHostileFolder } from "./hostile-folder.ts";
import { tearsheet, temporaryFolder } from "./run.ts";
import { filesOf } from "./site.ts";

export interface LedgerLine {
  readonly file: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly articles: readonly string[];
}

/** The superuser may read everything: the program is run as somebody else then. */
export const nobody = process.getuid?.() === 0 ? 65534 : undefined;

/** Makes the folder among so many good articles, runs `check` and two builds, and checks what became of each file. `blankLines`: in one file. */
export function surviveHostileFolder(goodArticles: number, blankLines: number): HostileFolder {
  const root = temporaryFolder();
  const seeds = join(root, "seeds");
  mkdirSync(seeds);
  mkdirSync(join(root, "dist"));
  const hostile = makeHostileFolder(seeds, join(root, "outside"), blankLines);
  const expected = new Map<string, Expected>(hostile.expected);
  for (let index = 0; index < goodArticles; index += 1) {
    const path = `good/${index % 10}/${index}.txt`;
    mkdirSync(join(seeds, dirname(path)), { recursive: true });
    writeFileSync(join(seeds, path), goodArticle(`Ferry ${index}`));
    expected.set(path, ["published", null]);
  }
  for (const folder of [root, join(root, "dist")]) chmodSync(folder, 0o777);

  const checked = tearsheet(["check", "--json"], root, {}, nobody);
  expect(checked.status, checked.err).toBe(1);
  const { files, read, published, refused, ignored } = JSON.parse(checked.out) as { files: LedgerLine[] } & Record<string, number>;
  expect(Object.fromEntries(files.map(({ file, outcome, reason }) => [file, [outcome, reason]]))).toEqual(Object.fromEntries(expected));
  const count = (wanted: string) => [...expected.values()].filter(([outcome]) => outcome === wanted).length;
  expect({ read, published, refused, ignored }).toEqual({
    read: expected.size,
    published: count("published"),
    refused: count("refused"),
    ignored: count("ignored"),
  });
  expect(files).toHaveLength(expected.size);

  for (const isFirst of [true, false]) {
    const built = tearsheet(["build", "--json"], root, {}, nobody);
    expect(built.status, built.err).toBe(1);
    const sums = JSON.parse(built.out) as Record<string, number>;
    expect(sums).toMatchObject({ read, published, refused, ignored, ...(isFirst ? {} : { written: 0, removed: 0 }) });
  }
  for (const { outcome, articles } of files) {
    expect(articles.length > 0).toBe(outcome === "published");
    for (const id of articles) expect(existsSync(join(root, "dist", `${id}.html`)), id).toBe(true);
  }
  for (const path of filesOf(join(root, "dist"))) {
    const text = readFileSync(join(root, "dist", path), "utf8");
    expect(text.includes(hostile.secret), path).toBe(false);
    // What HTML, XML and terminals cannot bear came in by names, bytes and escapes, and went out nowhere.
    if (!path.startsWith("pictures/")) expect(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u.exec(text)?.[0], path).toBeUndefined();
  }
  // The folder can be removed again.
  for (const path of ["shut", "shut-listed", "shut-entered"]) chmodSync(join(seeds, path), 0o700);
  return hostile;
}
