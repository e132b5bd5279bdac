/** No byte of a seed commands the terminal of whoever reads it, wherever it stands: text, front matter, keys, names, settings. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, tearsheet } from "./helpers/run.ts";

/** Clears, colours, titles, answers, eight-bit controls, turned and hidden words, ends of line, bells, backspaces. */
const commands = [
  "\u001b[2J",
  "\u001b]0;title\u0007",
  "\u001b]8;;https://evil.example\u001b\\",
  "\u009b31m",
  "\u009d0;x\u009c",
  "\u0090x",
  "\u202eevil",
  "\u2066x",
  "\u061c",
  "\r overwritten",
  "\b\b\b",
  "\u0007",
  "\u007f",
  "\u2028",
  "\u2029",
  "\u{e0041}",
  "\ufeff",
  "\n forged: line",
];
const all = commands.join("x");
/** In YAML and JSON an escape may say what the file itself could not hold. */
const escaped = JSON.stringify(all).replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
const inLine = all.replaceAll("\n", "");
/** A file's name: not even a slash and NUL are forbidden to speak of. */
const named = commands.slice(0, 8).join("").replaceAll("/", "_");

const seeds: Readonly<Record<string, string>> = {
  "seeds/text.txt": `## Ferry ${inLine}\n\nBy Jane ${inLine}\n\n03/04/2019 ${inLine}\n\nThe ferry ${inLine} came.\n\nSource: javascript:${inLine}\n\nRelated: ${inLine}\n`,
  "seeds/front.md": `---\ntitle: ${escaped}\nauthor: ${escaped}\ndate: ${escaped}\nurl: "javascript:${inLine.replace(/[^ -~]/g, "")}"\n${escaped}: x\nfigures: [{src: ${escaped}}]\nrelated: [${escaped}]\n---\n\nText ${inLine}.\n`,
  "seeds/broken.md": `---\ntitle: "${inLine}\n: [ ${inLine}\n---\n\nText.\n`,
  "seeds/unknown.md": `---\n${inLine.replace(/[^\u202e\u0080-\u009f ]/g, "")}titel: x\n---\n\nText.\n`,
  "seeds/side.txt": "## Ferry\n\nThe ferry came back.\n",
  "seeds/side.meta.yml": `titel${inLine}: x\n`,
  [`seeds/${named}.txt`]: "The ferry came back.\n",
  [`seeds/${named}/${named}.md`]: "---\nbroken: [\n---\n",
  [`seeds/${named}.docx`]: "x",
  "seeds/line\nbreak\u001b[2J.txt": "",
  "tearsheet.config.json": `{"title": ${escaped}, "folders": {${escaped}: {"section": ${escaped}}}}`,
};

/** What stands in the output and may not; the line ends of the program's own lines are no part of it. */
const unprinted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

describe("an archive that wants to command the terminal", () => {
  const calls: readonly (readonly string[])[] = [
    ["build"],
    ["build", "--json"],
    ["check"],
    ["check", "--strict"],
    ["inspect", ...Object.keys(seeds).filter((path) => /\.(?:txt|md)$/.test(path))],
    ...Object.keys(seeds)
      .filter((path) => /\.(?:txt|md)$/.test(path))
      .map((path) => ["explain", path]),
    ["build", "--seeds", `no${inLine}`],
    ["inspect", `no${inLine}`],
    [`bu${inLine}`],
    ["build", `--${inLine}`],
    ["build", "--config", `no${all}`],
  ];

  test("prints nothing but words", () => {
    const folder = folderWith(seeds);
    for (const words of calls) {
      const safe = words.map((word) => word.replaceAll("\0", ""));
      const { out, err } = tearsheet(safe, folder);
      expect(unprinted.exec(err), `${JSON.stringify(words)}\n${JSON.stringify(err)}`).toBeNull();
      // JSON escapes by itself what a terminal would obey.
      if (!words.includes("--json")) expect(unprinted.exec(out), `${JSON.stringify(words)}\n${JSON.stringify(out)}`).toBeNull();
      expect(`${out}${err}`).not.toMatch(/^ ?forged: line/m);
    }
  }, 240_000);

  test("somebody else's file in the way is named in a line", () => {
    const folder = folderWith({ "seeds/a.txt": "## Ferry\n\nThe ferry came back.\n", "dist/index.html": "x" });
    writeFileSync(join(folder, "tearsheet.config.json"), "{");
    expect(unprinted.exec(tearsheet(["build"], folder).err)).toBeNull();
  });
});
