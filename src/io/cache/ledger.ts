/** Of what each published file was made, by a key: one that would be made of the same again need not be. May import: io/cache, io/machine. */
import { bootOf } from "../machine.ts";
import { ifDiskAllows } from "./if-disk-allows.ts";
import { openLog } from "./log.ts";

export interface Ledger {
  /**
   * From path to key, for the files of a published archive; empty where it is not the one that the ledger knows, or where the machine was started again
   * since, and the files may not have reached the disk.
   *
   * @param manifest SHA-256 of the archive's manifest
   */
  keysOf(manifest: string): ReadonlyMap<string, string>;
  /** @param isOnDisk whether the files were synced to the disk when they were published */
  save(keys: ReadonlyMap<string, string>, manifest: string, isOnDisk: boolean): void;
}

export const noLedger: Ledger = { keysOf: () => new Map(), save: () => {} };

type Row = readonly [key: string, path: string];

export function openLedger(path: string): Ledger {
  const log = openLog(path, "tearsheet ledger 1", (line): Row => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]);
  const keys = new Map<string, string>();
  let note = "";
  for (const section of log.take()) {
    note = section.note;
    for (const [key, name] of section.rows) {
      if (key === "-") keys.delete(name);
      else keys.set(name, key);
    }
  }
  const print = (name: string, key: string) => `${key} ${name}`;
  return {
    keysOf: (manifest) => (note === `${manifest} disk` || note === `${manifest} ${bootOf()}` ? keys : new Map()),
    save: (now, manifest, isOnDisk) => {
      const next = `${manifest} ${isOnDisk ? "disk" : (bootOf() ?? "unknown")}`;
      const gone = [...keys.keys()].filter((name) => !now.has(name));
      const changed = [...now].filter(([name, key]) => keys.get(name) !== key);
      if (gone.length + changed.length === 0 && note === next) return;
      const printed = function* (rows: Iterable<readonly [string, string]>) {
        for (const [name, key] of rows) yield print(name, key);
      };
      const edits = [...gone.map((name) => [name, "-"] as const), ...changed];
      ifDiskAllows(() => log.save({ count: edits.length, lines: () => printed(edits) }, { count: now.size, lines: () => printed(now) }, next));
    },
  };
}
