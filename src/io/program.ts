/** The program's own files: where it was installed, and its version. May import: nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: compiled code lies in `lib/` below it, in development in `src/`. */
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
