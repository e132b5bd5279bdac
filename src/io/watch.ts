/**
 * Watches folders. What it says is a hint that something changed, and never what: whoever is told reads again. May import: io/poll.
 *
 * One watch a folder, and none a file: where the system has no watch for a whole tree (Linux), a watch a file would be as many as there are
 * articles, which costs seconds and 100 MB at 10,000, and more watches than many systems allow.
 */
import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { poll } from "./poll.ts";

export interface Watched {
  /** Folders, with all that is in them but what is hidden. They need not be there yet. */
  readonly trees: readonly string[];
  /** Single files, by folder and name. They need not be there either. */
  readonly files: readonly { readonly folder: string; readonly isMeant: (name: string) => boolean }[];
}

export interface Watch {
  /** Whether the system lets nothing be watched (any more), so that it is looked again and again. */
  isPolling(): boolean;
  close(): void;
}

/**
 * Milliseconds. A burst of changes is told of when it has been quiet for so long; one that does not end, after so long. When nothing came for so long after
 * that, it is over.
 */
export interface Pace {
  readonly quiet: number;
  readonly most: number;
  readonly over: number;
}

const usual: Pace = { quiet: 25, most: 250, over: 3000 };

/** Who is told. */
export interface Listener {
  /** Paths that changed, as far as the system says which: once a burst. */
  changed(paths: readonly string[]): void;
  /** Nothing has changed for a while, after something had: the time to see whether the system told everything. */
  over(): void;
}

/** Where the system itself watches a tree as a whole. */
const hasTrees = process.platform === "darwin" || process.platform === "win32";

/**
 * Begins to watch. What changes after this returns is told; a folder that comes later is watched before anybody is told of it.
 *
 * @param polls look again and again from the start, as for a drive on the network, which tells nothing
 */
export function startWatching(watched: Watched, listener: Listener, polls = false, pace: Pace = usual): Watch {
  const gathered = gather(listener, pace);
  let polling: { close(): void } | null = polls ? poll(watched, gathered.add) : null;
  const watching = polls
    ? null
    : watchAll(watched, gathered.add, () => {
        watching?.close();
        polling ??= poll(watched, gathered.add);
      });
  return {
    isPolling: () => polling !== null,
    close: () => {
      watching?.close();
      polling?.close();
      gathered.close();
    },
  };
}

/** Waits until a burst is over. */
function gather(listener: Listener, { quiet, most, over }: Pace): { add(path: string): void; close(): void } {
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let end: NodeJS.Timeout | null = null;
  let isClosed = false;
  let latest = 0;
  const tell = () => {
    timer = null;
    const told = [...paths].sort();
    paths.clear();
    listener.changed(told);
    if (!isClosed) end = setTimeout(() => listener.over(), over);
  };
  return {
    add: (path) => {
      const now = performance.now();
      if (end !== null) clearTimeout(end);
      if (timer === null) latest = now + most;
      else clearTimeout(timer);
      paths.add(path);
      timer = setTimeout(tell, Math.min(quiet, Math.max(0, latest - now)));
    },
    close: () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      if (end !== null) clearTimeout(end);
    },
  };
}

/** @param giveUp is called where the system has no watches left */
function watchAll({ trees, files }: Watched, add: (path: string) => void, giveUp: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let isClosed = false;
  const open = (key: string, folder: string, isTree: boolean, onEvent: (name: string | null) => void) => {
    if (isClosed || watchers.has(key)) return;
    try {
      const watcher = watch(folder, { recursive: isTree && hasTrees }, (_kind, name) => onEvent(name));
      watchers.set(key, watcher);
      // A folder that goes away under its watch: the folder above tells of it.
      watcher.on("error", () => drop(key));
    } catch (error) {
      if (["ENOSPC", "EMFILE", "ENFILE"].includes((error as NodeJS.ErrnoException).code ?? "")) giveUp();
    }
  };
  const drop = (key: string) => {
    watchers.get(key)?.close();
    watchers.delete(key);
  };
  const dropTree = (folder: string) => {
    for (const key of [...watchers.keys()]) if (key === folder || key.startsWith(join(folder, "/"))) drop(key);
  };
  /** First the watch, then what is in the folder: nothing can come in between. */
  const watchTree = (folder: string) => {
    open(folder, folder, true, (name) => onChange(folder, name));
    if (!hasTrees) for (const inner of foldersIn(folder)) watchTree(join(folder, inner));
  };
  const onChange = (folder: string, name: string | null) => {
    if (name?.split(/[/\\]/).some((part) => part.startsWith(".")) === true) return;
    const path = name === null ? folder : join(folder, name);
    // The folder of that name may be another one than before.
    if (!hasTrees && name !== null && (watchers.has(path) || lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true)) {
      dropTree(path);
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) watchTree(path);
    }
    add(path);
  };
  for (const tree of trees) {
    // The tree itself may go, and come again.
    open(`above ${tree}`, dirname(tree), false, (name) => {
      if (name !== null && name !== basename(tree)) return;
      dropTree(tree);
      if (isThere(tree)) watchTree(tree);
      add(tree);
    });
    if (isThere(tree)) watchTree(tree);
  }
  for (const [index, { folder, isMeant }] of files.entries()) {
    open(`file ${index}`, folder, false, (name) => {
      if (name === null || isMeant(name)) add(name === null ? folder : join(folder, name));
    });
  }
  return {
    close: () => {
      isClosed = true;
      for (const key of [...watchers.keys()]) drop(key);
    },
  };
}

function isThere(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** No links: what they lead to is not read either. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith(".") ? [entry.name] : []));
  } catch {
    return [];
  }
}
