/** Watching: every change is told, a burst once, whatever becomes of folders meanwhile. Each test waits for what it expects, and for nothing else. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startWatching, type Watch } from "../src/io/watch.ts";
import { folderWith, temporaryFolder } from "./helpers/run.ts";

/** Watches the folder `seeds` of a root, and a file beside it. */
function watchIn(root: string, polls = false): { told: string[][]; until: (path: string) => Promise<void>; watch: Watch } {
  const told: string[][] = [];
  let look = () => {};
  const files = [{ folder: root, isMeant: (name: string) => name === "settings.json" }];
  const watch = startWatching(
    { trees: [join(root, "seeds")], files },
    {
      changed: (paths) => {
        told.push(paths.map((path) => path.slice(root.length + 1)));
        look();
      },
      over: () => {},
    },
    polls,
  );
  onTestFinished(() => watch.close());
  const until = (path: string) =>
    new Promise<void>((done) => {
      look = () => {
        if (told.flat().includes(path)) done();
      };
      look();
    });
  return { told, until, watch };
}

const tree = { "seeds/a.txt": "a", "seeds/deep/er/b.txt": "b", "seeds/.git/x": "x" };

describe.each([
  ["as the system tells", false],
  ["by looking again and again", true],
])("%s", (_name, polls) => {
  test("a file that is changed, new, renamed, gone, at any depth", async () => {
    const root = folderWith(tree);
    const { until, watch } = watchIn(root, polls);
    expect(watch.isPolling()).toBe(polls);
    writeFileSync(join(root, "seeds/a.txt"), "other");
    await until("seeds/a.txt");
    writeFileSync(join(root, "seeds/deep/er/c.txt"), "c");
    await until("seeds/deep/er/c.txt");
    renameSync(join(root, "seeds/deep/er/b.txt"), join(root, "seeds/deep/d.txt"));
    await until("seeds/deep/d.txt");
    rmSync(join(root, "seeds/deep/d.txt"));
    await until("seeds/deep/er/b.txt");
  });

  test("folders that come, go, are exchanged for others, and what changes in them afterwards", async () => {
    const root = folderWith(tree);
    const { until } = watchIn(root, polls);
    mkdirSync(join(root, "seeds/new/one/two"), { recursive: true });
    await until("seeds/new");
    writeFileSync(join(root, "seeds/new/one/two/a.txt"), "a");
    await until("seeds/new/one/two/a.txt");
    renameSync(join(root, "seeds/new"), join(root, "seeds/newer"));
    await until("seeds/newer");
    writeFileSync(join(root, "seeds/newer/one/b.txt"), "b");
    await until("seeds/newer/one/b.txt");
    // A folder of the same name is another folder.
    rmSync(join(root, "seeds/deep"), { recursive: true });
    mkdirSync(join(root, "seeds/deep/er"), { recursive: true });
    writeFileSync(join(root, "seeds/last.txt"), "x");
    await until("seeds/last.txt");
    writeFileSync(join(root, "seeds/deep/er/again.txt"), "x");
    await until("seeds/deep/er/again.txt");
  });

  test("the whole folder goes and comes again; a file beside it comes and changes", async () => {
    const root = folderWith(tree);
    const { until } = watchIn(root, polls);
    writeFileSync(join(root, "settings.json"), "{}");
    await until("settings.json");
    renameSync(join(root, "seeds"), join(root, "away"));
    mkdirSync(join(root, "seeds/inner"), { recursive: true });
    writeFileSync(join(root, "seeds/first.txt"), "x");
    await until(polls ? "seeds/first.txt" : "seeds");
    writeFileSync(join(root, "seeds/inner/x.txt"), "x");
    await until("seeds/inner/x.txt");
  });

  test("nothing behind a link, nothing hidden, nothing beside that is not meant", async () => {
    const root = folderWith(tree);
    const elsewhere = folderWith({ "out.txt": "x" });
    symlinkSync(elsewhere, join(root, "seeds/link"));
    const { told, until } = watchIn(root, polls);
    writeFileSync(join(elsewhere, "out.txt"), "y");
    writeFileSync(join(root, "seeds/.git/x"), "y");
    writeFileSync(join(root, "seeds/.a.txt.swp"), "y");
    writeFileSync(join(root, "other.json"), "y");
    writeFileSync(join(root, "seeds/a.txt"), "the last");
    await until("seeds/a.txt");
    expect(told.flat()).toEqual(["seeds/a.txt"]);
  });
});

test("a burst is told once", async () => {
  const root = folderWith(tree);
  const { told, until } = watchIn(root);
  for (let index = 0; index < 200; index += 1) writeFileSync(join(root, `seeds/${index}.txt`), "x");
  await until("seeds/199.txt");
  expect(told).toHaveLength(1);
  expect(told[0]).toHaveLength(200);
});

test("when a burst is over, that is said once", async () => {
  const root = folderWith(tree);
  const told: string[] = [];
  await new Promise<void>((done) => {
    const listener = {
      changed: ([path = ""]: readonly string[]) => {
        told.push(path.slice(root.length + 1));
        if (told.length === 1) writeFileSync(join(root, "seeds/deep/er/b.txt"), "other");
      },
      over: () => {
        told.push("over");
        done();
      },
    };
    const watch = startWatching({ trees: [join(root, "seeds")], files: [] }, listener, false, { quiet: 5, most: 50, over: 200 });
    onTestFinished(() => watch.close());
    writeFileSync(join(root, "seeds/a.txt"), "other");
  });
  expect(told).toEqual(["seeds/a.txt", "seeds/deep/er/b.txt", "over"]);
});

test("what is not there yet is waited for", async () => {
  const root = temporaryFolder();
  const { until } = watchIn(root);
  mkdirSync(join(root, "seeds"));
  await until("seeds");
  writeFileSync(join(root, "seeds/a.txt"), "x");
  await until("seeds/a.txt");
});
