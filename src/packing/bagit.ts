/** BagIt 1.0 (RFC 8493): the tag files of a bag, from what is in it. May import: text/digest. */
import { sha512 } from "../text/digest.ts";

/** A file of the bag's payload. */
export interface PayloadFile {
  /** Relative to the bag, with `/`: begins with `data/`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-512 of its bytes, in lower-case hexadecimal. */
  readonly sha512: string;
}

/** A line of `bag-info.txt`: label and value. */
export type BagLine = readonly [label: string, value: string];

/**
 * All tag files of a bag, by name: `bagit.txt`, `bag-info.txt`, `manifest-sha512.txt`, those that are given, and `tagmanifest-sha512.txt`, which
 * lists the others. The same payload in whatever order gives the same bytes.
 *
 * @param info what `bag-info.txt` says, in order; `Payload-Oxum` (section 2.2.2) is added behind it
 * @param more further tag files: name → text
 */
export function tagFiles(payload: readonly PayloadFile[], info: readonly BagLine[], more: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const oxum = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`;
  const listed = new Map([
    ["bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"],
    ["bag-info.txt", infoText([...info, ["Payload-Oxum", oxum]])],
    ...more,
    ["manifest-sha512.txt", manifestText(payload.map(({ path, sha512: digest }) => [path, digest] as const))],
  ]);
  return new Map([...listed, ["tagmanifest-sha512.txt", manifestText([...listed].map(([path, text]) => [path, sha512(text)] as const))]]);
}

/** A path as manifests write it (section 2.1.3): what would end the line, and the sign that begins an escape, and those only. */
export function manifestName(path: string): string {
  return path.replace(/[%\r\n]/g, (sign) => (sign === "%" ? "%25" : sign === "\r" ? "%0D" : "%0A"));
}

function manifestText(rows: readonly (readonly [path: string, digest: string])[]): string {
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${manifestName(path)}\n`)
    .join("");
}

/** One line for each (section 2.2.2): a value has no line ends, and says something. */
function infoText(lines: readonly BagLine[]): string {
  return lines
    .map(([label, value]) => [label, value.replace(/[\s\p{Cc}]+/gu, " ").trim()] as const)
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}: ${value}\n`)
    .join("");
}
