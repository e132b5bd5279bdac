/** G9: reading always ends, and with bounds. G14: a date never shifts, wherever the machine stands. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figure } from "../helpers/figures.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { projectFolder } from "../helpers/run.ts";

const run = (script: string, words: readonly string[], environment: Record<string, string> = {}, flags: readonly string[] = []) =>
  spawnSync(process.execPath, [...flags, join(projectFolder, "tests/trust", script), ...words], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 26,
  });

describe("pathological documents", async () => {
  const { cases } = (await import(join(projectFolder, "scripts/bench-cases.mjs"))) as { cases: readonly { name: string }[] };
  const sizes = [100_000, 1_000_000, 4_000_000].slice(0, lengthOf("SIZES", 3, 1));
  let [slowest, largest, asText] = ["", "", 0];
  let [worst, most] = [0, 0];

  test.each(cases.map(({ name }) => name))("%s", (name) => {
    for (const size of sizes) {
      const { status, stdout, stderr } = run("read-one.mjs", [name, String(size)], {}, ["--max-old-space-size=512"]);
      expect(status, stderr).toBe(0);
      const { bytes, cpu, peak, before, outcome, isText } = JSON.parse(stdout);
      const share = cpu / (5000 + (30_000 * bytes) / 1e6);
      if (share > worst) [worst, slowest] = [share, `${name}, ${bytes} bytes: ${Math.round(cpu)} ms`];
      if (peak - before > most) [most, largest] = [peak - before, `${name}, ${bytes} bytes: ${Math.round(peak - before)} MB`];
      if (isText) asText += 1;
      expect(outcome).not.toBe("ignored");
      expect(share, `${name}, ${bytes} bytes: ${cpu} ms`).toBeLessThan(1);
      expect(peak - before, `${name}, ${bytes} bytes`).toBeLessThan(512);
    }
  });

  test("figures", () => {
    figure("G9", `${cases.length} kinds of documents, ${sizes.length} sizes to 4 MB: none beyond 5 s + 30 s a MB and 512 MB; ${asText} read as text`);
    figure("G9", `nearest to the bound: ${slowest} (${Math.round(worst * 100)} %); most memory: ${largest}`);
  });
});

test("100,000 dates over eight zones", () => {
  const zones = [
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Europe/Moscow",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
  ];
  const each = String(lengthOf("DATES", 12_500, 500));
  const wrong = zones.flatMap((zone) => {
    const { stdout, stderr } = run("dates-in-zone.mjs", [each], { TZ: zone });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.pop(), stderr).toBe(each);
    return lines.map((line) => `${zone}: ${line}`);
  });
  figure("G14", `${Number(each) * zones.length} dates over ${zones.length} zones, ${wrong.length} wrong`);
  expect(wrong.slice(0, 10)).toEqual([]);
});
