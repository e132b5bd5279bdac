/**
 * The articles of the published archive in their order, each with its key and with where the words are by which it was found: so the search index can be mended
 * (`search/mend-index.ts`). May import: model, io/cache.
 */
import { basename } from "node:path";
import type { Card } from "../../model/archive.ts";
import type { Past } from "../../model/page.ts";
import { BodyDamaged } from "./body-bytes.ts";
import type { BodyStore } from "./body-store.ts";
import { ifDiskAllows } from "./if-disk-allows.ts";
import { openLog } from "./log.ts";

export interface LineUp {
  /**
   * The articles as they were published; null where it is another archive that is published, or their bodies are in another store.
   *
   * @param manifest SHA-256 of the archive's manifest
   */
  of(manifest: string, bodies: BodyStore): Omit<Past, "text"> | null;
  save(articles: readonly Pick<Card, "key" | "body">[], manifest: string, bodies: BodyStore): void;
}

export const noLineUp: LineUp = { of: () => null, save: () => {} };

/** `key offset length sum` of the part of a body that holds the words. */
type Row = readonly [number: number, said: string];

/** @param key of all that reading depends on besides the seeds: under another one nothing is known */
export function openLineUp(path: string, key: string): LineUp {
  const log = openLog(path, `tearsheet line-up 1 ${key}`, (line): Row => {
    const space = line.indexOf(" ");
    return [Number(line.slice(0, space)), line.slice(space + 1)];
  });
  const known: string[] = [];
  let note = "";
  for (const section of log.take()) {
    note = section.note;
    for (const [number, said] of section.rows) {
      known[number] = said;
    }
  }
  const noteOf = (manifest: string, bodies: BodyStore, articles: number) => `${manifest} ${basename(bodies.path)} ${articles}`;
  return {
    of: (manifest, bodies) => {
      const articles = Number(note.slice(note.lastIndexOf(" ") + 1));
      if (note !== noteOf(manifest, bodies, articles) || known.length < articles) return null;
      return {
        keys: known.slice(0, articles).map((said) => said.slice(0, said.indexOf(" "))),
        search: (article) => {
          const [, offset, length, sum] = (known[article] ?? "").split(" ").map(Number) as [number, number, number, number];
          try {
            return bodies.search({ offset, lengths: [0, 0, 0, length], sums: [0, 0, 0, sum] });
          } catch (error) {
            if (error instanceof BodyDamaged) return null;
            throw error;
          }
        },
      };
    },
    save: (articles, manifest, bodies) => {
      const next = noteOf(manifest, bodies, articles.length);
      const now = articles.map(
        ({ key: own, body: { offset, lengths, sums } }) => `${own} ${offset + lengths[0] + lengths[1] + lengths[2]} ${lengths[3]} ${sums[3]}`,
      );
      const numbers = [...now.keys()];
      const changed = numbers.filter((number) => known[number] !== now[number]);
      if (changed.length === 0 && note === next) return;
      const printed = function* (some: readonly number[]) {
        for (const number of some) yield `${number} ${now[number]}`;
      };
      ifDiskAllows(() => log.save({ count: changed.length, lines: () => printed(changed) }, { count: now.length, lines: () => printed(numbers) }, next));
    },
  };
}
