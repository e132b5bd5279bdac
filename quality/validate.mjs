/**
 * `npm run validate`: the Nu HTML Checker (vnu) over every page of the demonstration archive. Exit status 1 where it finds an error or a warning. It needs Java 11 or newer.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import vnu from "vnu-jar";

const site = join(import.meta.dirname, "..", process.argv[2] ?? "dist");

/** Of a file on a disk it cannot tell whose its style and scripts are (`'self'`), and it takes linked data, which runs nothing, for a script. */
const isOfPolicy = ({ message }) => /Content Security Policy/.test(message);

const { status, stdout, stderr, error } = spawnSync("java", ["-jar", vnu.vnuJar ?? vnu, "--skip-non-html", "--format", "json", "--stdout", site], {
  encoding: "utf8",
  maxBuffer: 2 ** 28,
});
if (error !== undefined || !stdout.startsWith("{"))
  throw new Error(`The checker did not run (is there a Java?): ${error?.message ?? stderr}`, { cause: status });
const { messages } = JSON.parse(stdout);
const found = messages.filter((message) => !isOfPolicy(message));
for (const { url, lastLine, type, subType, message } of found) process.stdout.write(`${url}:${lastLine}: ${subType ?? type}: ${message}\n`);
process.stdout.write(`${found.length} messages of the Nu HTML Checker.\n`);
process.exitCode = found.length === 0 ? 0 : 1;
