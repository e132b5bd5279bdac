/**
 * A build has no powers (promise G22): no network, no other program, nothing written outside its output, its folder for temporary files, and what it keeps
 * beside them; nothing opened that is not its own, its owner's, or Node's. What the system was asked for is the witness.
 */
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, projectFolder } from "../helpers/run.ts";
import { type Asked, traced, whyNoStrace } from "../helpers/strace.ts";

const reason = whyNoStrace();
const program = join(projectFolder, "lib/bin/cli.js");

/** Articles that would like to have powers, beside the demonstration archive. */
const hostile = {
  "hostile/front.md": "---js\n{ title: require('node:child_process').execSync('touch /tmp/owned') }\n---\n\nText.\n",
  "hostile/tag.md": '---\ntitle: !!js/function "function () { return 1 }"\n---\n\nText.\n',
  "hostile/picture.md":
    "# A\n\nMay 1, 2020\n\n![one](http://127.0.0.1:9/a.jpg)\n\n![two](/etc/passwd.jpg)\n\n![three](../../../../etc/hostname.png)\n\nText of it.\n",
  "hostile/link.md":
    '# B\n\nMay 2, 2020\n\n<img src="http://127.0.0.1:9/b.png"> <script src="http://127.0.0.1:9/c.js"></script> <%= process.exit(7) %>\n\nText of it.\n',
  "hostile/link.meta.yml": "headline: <%= process.exit(7) %>\n",
};

/** A folder of work: the demonstration archive, hostile articles, a link out of the folder. */
function workplace(): { root: string; own: (path: string) => string } {
  const root = folderWith({ "tmp/.keep": "", ...Object.fromEntries(Object.entries(hostile).map(([path, text]) => [`seeds/${path}`, text])) });
  cpSync(join(projectFolder, "seeds"), join(root, "seeds"), { recursive: true });
  cpSync(join(projectFolder, "tearsheet.config.json"), join(root, "tearsheet.config.json"));
  symlinkSync("/etc/passwd", join(root, "seeds/hostile/passwd.txt"));
  symlinkSync("/etc", join(root, "seeds/hostile/etc"));
  return { root, own: (path) => join(root, path) };
}

/** What Node, its allocator and its calendar open as they please, later than at the start. */
const ofNode = ["/proc/self", "/proc/sys/vm/overcommit_memory", "/sys/fs/cgroup", "/dev/null", "/etc/localtime", "/usr/share/zoneinfo"];

/** By which a build is known to others, and whether one that is known still lives (`io/publishing/claim.ts`). */
const ofClaims = /^\/proc\/(?:sys\/kernel\/random\/boot_id|\d+\/stat)$/;

const isBelow = (path: string, folders: readonly string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

describe.skipIf(reason !== null)(`what the system is asked for${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  /** What Node itself opens, on this machine, to run nothing. */
  let known: ReadonlySet<string> | null = null;
  const bare = () => {
    known ??= new Set(traced(["-e", "0"], "/").read);
    return known;
  };

  const strangers = ({ read }: Asked, own: readonly string[]) =>
    read.filter((path) => !bare().has(path) && !ofClaims.test(path) && !isBelow(path, own) && !isBelow(path, ofNode));

  test.each([
    ["build, and build again", ["build"], ["build"]],
    ["check", ["check"]],
    ["inspect", ["inspect", "seeds/hostile/front.md", "seeds/hostile/picture.md", "--json"]],
    ["explain", ["explain", "seeds/hostile/link.md"]],
    ["bag", ["build"], ["bag", "keep"]],
  ])("%s", (_name, ...calls) => {
    const { root, own } = workplace();
    // What a build keeps: the archive and its workshop, the register of addresses, what the next build may use, and its folder for temporary files; a bag.
    const mayWrite = /^(?:\.?dist(?:\.[a-z-]+)?|tmp|keep|\.cache|\.keep\.unfinished-\w+|permalinks\.lock\.json(?:\.tearsheet-new)?)(?:\/|$)/;
    for (const call of calls) {
      const asked = traced([program, ...(call as string[])], root, { TMPDIR: own("tmp") });
      expect(asked.status, asked.err).toBeLessThan(2);
      expect(asked.sockets).toEqual([]);
      expect(asked.started).toEqual([]);
      expect(asked.written.filter((path) => !isBelow(path, [root]) || !mayWrite.test(path.slice(root.length + 1)))).toEqual([]);
      if (call[0] === "build") expect(asked.written.length).toBeGreaterThan(call === calls[0] ? 100 : 0);
      expect(strangers(asked, [projectFolder.replace(/\/$/, ""), root])).toEqual([]);
      expect(asked.read.filter((path) => path.startsWith(own("seeds/hostile/etc/")) || path === "/etc/passwd")).toEqual([]);
    }
  });

  test("control: a program that has powers is seen", () => {
    const { root, own } = workplace();
    const code = `
      const fs = require("node:fs");
      fs.writeFileSync("beside.txt", "x");
      fs.promises.mkdir("${own("made")}").then(() => fs.promises.rename("beside.txt", "made/inside.txt"));
      fs.readFileSync("/etc/passwd");
      require("node:child_process").execFileSync("true");
      require("node:net").connect(9, "127.0.0.1").on("error", () => {});
    `;
    const asked = traced(["-e", code], root);
    expect(asked.sockets.some((line) => /connect\(.*AF_INET/.test(line))).toBe(true);
    expect(asked.started.some((line) => /execve\(.*true/.test(line))).toBe(true);
    expect(asked.written).toEqual(expect.arrayContaining([own("beside.txt"), own("made"), own("made/inside.txt")]));
    expect(strangers(asked, [root])).toContain("/etc/passwd");
  });
});
