/** The program's own files: where it was installed, and its version. May import: nothing. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of the package: compiled code lies in `lib/bin` below it, bundled, and in folders of `lib`; in development in folders of `src`. */
export const programFolder = fileURLToPath(new URL("../..", import.meta.url));

export const shippedTemplates = join(programFolder, "templates");

/** `0.1.0` */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as { version: string }).version;
}

/** A file that comes with the program. */
export function programFile(path: string): Uint8Array {
  return readFileSync(join(programFolder, path));
}

/** What the program is, to the byte, and what it runs on: what it made before is what it would make again, if this is the same. SHA-256 in hexadecimal. */
export function programDigest(): string {
  const hash = createHash("sha256")
    .update(process.version)
    .update(readFileSync(join(programFolder, "package.json")));
  const own = fileURLToPath(new URL(".", import.meta.url));
  const code = basename(own) === "bin" ? own : dirname(own);
  for (const name of (readdirSync(code, { recursive: true }) as string[]).filter((each) => /\.[jt]s$/.test(each) && !each.endsWith(".d.ts")).sort())
    hash.update(name).update(readFileSync(join(code, name)));
  return hash.digest("hex");
}
