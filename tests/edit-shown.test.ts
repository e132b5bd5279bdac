/** After an edit, `tearsheet serve` prepares again only what is new. What it shows is what it would show if it had begun just now. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linkArchive } from "../src/archive/link.ts";
import { replaceArticle } from "../src/archive/replace.ts";
import { contentOf } from "../src/build/press.ts";
import { freshDesk } from "../src/build/read-entries.ts";
import { type ReadySite, readySite } from "../src/build/ready-site.ts";
import { openScratchStore } from "../src/io/cache/body-store.ts";
import { openKnowledge } from "../src/io/cache/cache.ts";
import type { Card } from "../src/model/archive.ts";
import type { Config } from "../src/model/config.ts";
import { plan } from "../src/outputs/plan.ts";
import { cardWith, hostileCard } from "./helpers/cards.ts";
import { chance, type Edited, editedArchive } from "./helpers/edits.ts";
import { temporaryFolder } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

test.each([1, 2, 3])("each page and file, after each of many edits (%i)", { timeout: 60_000 }, (seed) => {
  const random = chance(seed);
  const archive = editedArchive(temporaryFolder(), random);
  const serving = served(archive);
  const done: string[] = [];
  let quick = 0;
  for (let step = 0; step < 25; step += 1) {
    if (step > 0) done.push(archive.edit(random() < 0.6 ? (random() < 0.5 ? "change the body" : "change the beginning") : undefined));
    if (serving.refresh(random() < 0.7)) quick += 1;
    const fresh = ready(archive, freshDesk(openScratchStore()), null);
    expect(differences(serving.now(), fresh), done.join(", ")).toEqual([]);
  }
  // Where everything was prepared anew each time, this would show nothing.
  expect(quick).toBeGreaterThan(5);
});

function differences(now: ReadySite, fresh: ReadySite): string[] {
  const said = (site: ReadySite) => JSON.stringify([site.diagnostics, site.account]);
  const paths = [...plan(fresh.madeOf.from.prepared.archive, fresh.site, fresh.press.bodies).keys()];
  const different = paths.filter((path) => bytesAt(path, now) !== bytesAt(path, fresh));
  return said(now) === said(fresh) ? different : ["what is said", ...different];
}

/** As a session has it: what was read is kept as long as the house stays the same. */
function served(archive: Edited) {
  let state: ReadySite | null = null;
  let house = "";
  let desk = freshDesk(openScratchStore());
  const changed = changesIn(archive.folders.seeds);
  return {
    /** Whether the archive of before was used. @param isTold which files have changed, as the system would say */
    refresh: (isTold: boolean): boolean => {
      const paths = changed();
      const now = JSON.stringify(archive.config().house);
      if (now !== house) desk = { ...openKnowledge(null, now), threads: 1 };
      house = now;
      const before: ReadySite | null = state;
      state = ready(archive, desk, before, isTold ? paths : null);
      return before?.madeOf.from.prepared.archive.namedBy === state.madeOf.from.prepared.archive.namedBy;
    },
    now: (): ReadySite => state as ReadySite,
  };
}

/** Paths of what has changed in a folder since it was asked the last time. */
function changesIn(folder: string): () => readonly string[] {
  const look = () =>
    new Map(
      filesOf(folder).map((path) => {
        const { ino, size, mtimeNs, ctimeNs } = lstatSync(join(folder, path), { bigint: true });
        return [join(folder, path), [ino, size, mtimeNs, ctimeNs].join(" ")];
      }),
    );
  let before = look();
  return () => {
    const now = look();
    const paths = [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
    before = now;
    return paths;
  };
}

function ready(archive: Edited, desk: ReturnType<typeof freshDesk>, before: ReadySite | null, changed: readonly string[] | null = null): ReadySite {
  const config: Config = archive.config();
  const found = readySite(archive.folders, config, desk, () => {}, before, changed);
  if ("pageAt" in found) return found;
  throw new Error(found.message);
}

function bytesAt(path: string, { pageAt, heavyPageAt, press }: ReadySite): string {
  const page = pageAt(path) ?? heavyPageAt(path);
  if (page === undefined) return "not there";
  const content = contentOf(page, "copyOf" in page ? null : page.uses(), press);
  return content instanceof Uint8Array ? Buffer.from(content).toString("latin1") : [...content].join("");
}

const around = { pictures: new Set<string>(), tombstones: [] };
const registerOf = (cards: readonly Card[]) =>
  cards.map(({ id, file, sourceUrl, sha256 }) => ({ id, file, part: 0, wish: id, sourceUrl, digest: sha256.slice(0, 16), isGone: false }));
const linked = (cards: readonly Card[]) => linkArchive(cards, { ...around, register: registerOf(cards) });

/** Five articles, each with a file of its own; some name others. */
const someCards = fc.array(hostileCard, { minLength: 5, maxLength: 5 }).map((cards) =>
  cards.map((card, index): Card => {
    const other = cards[(index + 1) % cards.length]?.headline ?? null;
    const related = index % 2 === 0 ? [{ headline: other, url: null, article: null, after: 0 }] : [];
    return { ...card, ...{ related, id: `${card.id}-${index}`, file: `${index}.txt`, key: `key ${index}`, sha256: String(index).repeat(64) } };
  }),
);

test.each(Object.keys(cardWith()) as (keyof Card)[])("an article of which %s is another one is put into its place as linking would, or not at all", (field) => {
  const other = { sha256: "f".repeat(64), key: "key", body: { offset: 7, lengths: [1, 1, 1, 1], sums: [0, 0, 0, 0] }, wordCount: 7 } as Partial<Card>;
  fc.assert(
    fc.property(someCards, hostileCard, fc.nat({ max: 4 }), (cards, donor, place) => {
      const before = cards[place] as Card;
      const after = { ...before, key: "new key", [field]: other[field] ?? donor[field] };
      const replaced = replaceArticle(linked(cards), before, after);
      const all = cards.map((card) => (card === before ? after : card));
      if (replaced !== null) expect(replaced).toEqual(linked(all));
      else expect(["body", "lede", "deck", "wordCount", "kicker"]).not.toContain(field);
    }),
    { numRuns: 30 },
  );
});

test("a file that becomes the same as another one, or is so no more, is none of these", () => {
  const [one, two] = [cardWith({ key: "1", file: "1.txt" }), cardWith({ key: "2", file: "2.txt", id: "2021/09/15/other", sha256: "2".repeat(64) })];
  expect(replaceArticle(linked([one, two]), two, { ...two, key: "3", sha256: "3".repeat(64) })?.articles).toHaveLength(2);
  expect(replaceArticle(linked([one, two]), two, { ...two, key: "3", sha256: one.sha256 })).toBe(null);
  const same = { ...two, sha256: one.sha256 };
  expect(replaceArticle(linked([one, same]), same, { ...same, key: "3", sha256: "3".repeat(64) })).toBe(null);
});
