/** The package as a user gets it: packed, installed in an empty folder that holds only seeds, and run. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, projectFolder, temporaryFolder } from "./helpers/run.ts";

const npm = (words: readonly string[], cwd: string) =>
  execFileSync("npm", [...words, "--loglevel=error", "--no-audit", "--no-fund"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

test("npm pack, npm install, npx tearsheet build", () => {
  const packed = temporaryFolder();
  const [info] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", packed], projectFolder)) as {
    filename: string;
    files: { path: string }[];
  }[];
  const paths = info?.files.map(({ path }) => path) ?? [];
  expect(
    paths.filter(
      (path) =>
        !/^(?:lib\/.*\.(?:js|d\.ts)|lib\/bin\/LICENSES\.txt|templates\/.*\.(?:eta|css|js|json|svg)|overlay\/(?:overlay|style-guide)\.(?:js|css)|schema\/article\.schema\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(
          path,
        ),
    ),
  ).toEqual([]);

  const root = folderWith({
    "seeds/ferry.txt": "## Ferry Returns\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n",
  });
  writeFileSync(join(root, "package.json"), "{}");
  npm(["install", "--prefer-offline", join(packed, info?.filename ?? "")], root);
  const said = execFileSync("npx", ["--no-install", "tearsheet", "build", "--json"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  expect(JSON.parse(said)).toMatchObject({ read: 1, published: 1 });
  expect(readFileSync(join(root, "dist/2021/09/15/ferry-returns.html"), "utf8")).toContain("The ferry came back on Wednesday");
  expect(existsSync(join(root, "dist/assets/style.css"))).toBe(true);
  expect(existsSync(join(root, "dist/data/article.schema.json"))).toBe(true);

  const record = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      'import { readSeed } from "tearsheet"; console.log(readSeed("a.txt", Buffer.from("## A\\n\\nText of it."), { language: "en", folders: {}, publications: {} }).articles[0].article.headline)',
    ],
    { cwd: root, encoding: "utf8" },
  );
  expect(record).toBe("A\n");
}, 300_000);

test("the package asks for the Node that it needs", () => {
  const { engines } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { engines: { node: string } };
  expect(engines.node).toBe(">=20.20.0");
});
