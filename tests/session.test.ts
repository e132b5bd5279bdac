/** What `tearsheet serve` keeps between two changes: it prepares what it is told of, and finds out what nobody told. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../src/build/config.ts";
import { openSession } from "../src/build/session.ts";
import { folderWith } from "./helpers/run.ts";

const articles = { "seeds/ferry.txt": "Ferry\n\nThe ferry runs again.\n", "seeds/deep/bridge.txt": "Bridge\n\nThe bridge is shut.\n" };
const nothing = () => {};

function serve() {
  const root = folderWith(articles);
  const at = (path: string) => join(root, path);
  let settings = "{}";
  const session = openSession({
    seeds: at("seeds"),
    templates: at("templates"),
    settings: () => readConfig(settings, "tearsheet.config.json", "Tearsheet", undefined),
    cache: null,
    nonce: "n",
  });
  onTestFinished(() => session.close());
  session.refresh(nothing, null);
  const write = (path: string, text: string) => {
    mkdirSync(join(at(path), ".."), { recursive: true });
    writeFileSync(at(path), text);
    return at(path);
  };
  const shown = () => Buffer.from(session.view("undated/ferry.html").body as Uint8Array).toString();
  const set = (text: string) => {
    settings = text;
  };
  return { at, session, write, shown, set };
}

test("a file that it is told of is read again, and another one is overlooked until it looks", () => {
  const { session, write, shown } = serve();
  expect(session.hasOverlooked()).toBe(false);
  const ferry = write("seeds/ferry.txt", "Ferry\n\nThe ferry stays in port.\n");
  expect(session.refresh(nothing, [ferry]).outcome).toBe("ready");
  expect(shown()).toContain("stays in port");
  write("seeds/new.txt", "New\n\nNobody told of this.\n");
  expect(session.hasOverlooked()).toBe(true);
  expect(session.refresh(nothing, null).articles).toBe(3);
  expect(session.hasOverlooked()).toBe(false);
});

test("an editor's own files are not overlooked", () => {
  const { session, write } = serve();
  session.refresh(nothing, [write("seeds/ferry.txt", "Ferry\n\nThe ferry stays in port.\n")]);
  write("seeds/.ferry.txt.swp", "x");
  expect(session.hasOverlooked()).toBe(false);
});

test("what it knows of and could not prepare is not overlooked, and is prepared when it can be", () => {
  const { session, set, write, shown } = serve();
  session.refresh(nothing, []);
  set("{");
  expect(session.refresh(nothing, [write("seeds/ferry.txt", "Ferry\n\nThe ferry stays in port.\n")]).outcome).toBe("kept");
  expect(session.hasOverlooked()).toBe(false);
  set("{}");
  expect(session.refresh(nothing, []).outcome).toBe("ready");
  expect(shown()).toContain("stays in port");
});

test("a folder that went away without a word is said when it looks, and is read when it comes again", () => {
  const { at, session, shown } = serve();
  session.refresh(nothing, [at("seeds/ferry.txt")]);
  renameSync(at("seeds"), at("away"));
  expect(session.hasOverlooked()).toBe(true);
  expect(session.refresh(nothing, null)).toMatchObject({ outcome: "kept", problems: [{ message: expect.stringContaining("ENOENT") }] });
  expect(session.hasOverlooked()).toBe(false);
  expect(shown()).toContain("runs again");
  renameSync(at("away"), at("seeds"));
  rmSync(at("seeds/deep"), { recursive: true });
  expect(session.refresh(nothing, [at("seeds")])).toMatchObject({ outcome: "ready", articles: 1 });
});
