/** G18: `verify` finds every damage, and none where there is none; `sha256sum --check` agrees on what it can see. */

import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyCopy } from "../../src/build/verify.ts";
import { folderCopy } from "../../src/io/published-copy.ts";
import { figure } from "../helpers/figures.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { folderWith, projectFolder, tearsheet } from "../helpers/run.ts";

/** Numbers that are the same each time. */
let seed = 7;
const below = (limit: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * limit);
};

type Damage = (root: string, path: string, other: string) => void;

const damages: Readonly<Record<string, Damage>> = {
  "a byte flipped": (root, path) => {
    const bytes = readFileSync(join(root, path));
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    writeFileSync(join(root, path), bytes);
  },
  "cut short": (root, path) => truncateSync(join(root, path), below(statSync(join(root, path)).size)),
  emptied: (root, path) => truncateSync(join(root, path), 0),
  longer: (root, path) => appendFileSync(join(root, path), "\n"),
  missing: (root, path) => rmSync(join(root, path)),
  added: (root, path) => writeFileSync(join(root, `${path}.bak`), "x"),
  "added, hidden": (root, path) => writeFileSync(join(root, path.replace(/[^/]*$/, ".x.html")), "x"),
  "exchanged for another": (root, path, other) => cpSync(join(root, other), join(root, path)),
  "a link to itself elsewhere": (root, path) => {
    renameSync(join(root, path), join(root, "..", "moved"));
    symlinkSync(join(root, "..", "moved"), join(root, path));
  },
  "a folder of its name": (root, path) => {
    rmSync(join(root, path));
    mkdirSync(join(root, path));
  },
  renamed: (root, path) => renameSync(join(root, path), join(root, `${path}x`)),
};

/** Whether `verify` finds fault with a copy. */
async function isFaulted(copy: string): Promise<boolean> {
  const found = await verifyCopy(folderCopy(copy), null, () => {}).catch(() => null);
  return found === null || found.isForged || found.missing.length + found.changed.length + (found.added ?? []).length > 0;
}

const count = lengthOf("DAMAGES", 1300, 66);

test(`${count} damages, each found; a whole copy has none`, async () => {
  const home = folderWith({});
  cpSync(join(projectFolder, "seeds"), join(home, "seeds"), { recursive: true });
  tearsheet(["build", "--quiet"], home);
  const dist = join(home, "dist");
  const files = (readdirSync(dist, { recursive: true }) as string[]).filter((path) => statSync(join(dist, path)).isFile()).sort();
  const isSame = (a: string, b: string) => readFileSync(join(dist, a)).equals(readFileSync(join(dist, b)));
  const copy = join(home, "copy");
  const mend = (path: string) => {
    rmSync(join(copy, path), { recursive: true, force: true });
    for (const extra of [`${path}.bak`, `${path}x`, path.replace(/[^/]*$/, ".x.html")]) rmSync(join(copy, extra), { force: true });
    rmSync(join(home, "moved"), { force: true });
    cpSync(join(dist, path), join(copy, path));
  };
  const kinds = Object.entries(damages);
  const missed: string[] = [];
  let falseAlarms = 0;
  let seenBySums = 0;
  cpSync(dist, copy, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const [name, damage] = kinds[index % kinds.length] as [string, Damage];
    const path = files[below(files.length)] ?? "";
    if (index % 50 === 0 && (await isFaulted(copy))) falseAlarms += 1;
    damage(copy, path, files.find((each) => !isSame(each, path)) ?? "");
    const isFound = await isFaulted(copy);
    const isSeen = spawnSync("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], { cwd: copy }).status !== 0;
    if (isSeen) seenBySums += 1;
    if (!isFound) missed.push(`${name}: ${path}${isSeen ? ", which sha256sum sees" : ""}`);
    mend(path);
  }
  figure("G18", `${count} damages, ${missed.length} missed, ${falseAlarms} false alarms; sha256sum saw ${seenBySums}`);
  expect([missed, falseAlarms]).toEqual([[], 0]);
});
