/** `permalinks.lock.json` → register of addresses, and back. May import: model, text, io/owner-files. */
import * as v from "valibot";
import { besideFolder, readTextOrReason } from "../io/owner-files.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Register } from "../model/register.ts";
import { isInside } from "../text/manifest.ts";
import { registerFileFor } from "./register-name.ts";

const about = "The addresses of this archive, which stay for ever. Written by every build: keep this file with the articles, and do not edit it.";

const entry = v.strictObject({
  file: v.string(),
  part: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  wish: v.optional(v.string()),
  source: v.optional(v.string()),
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  gone: v.optional(v.boolean(), false),
});
const schema = v.strictObject({
  about: v.optional(v.string()),
  version: v.literal(1),
  articles: v.record(v.pipe(v.string(), v.check(isInside)), entry),
});

export type OpenedRegister = RegisterResult & {
  readonly path: string;
  readonly isWritable: boolean;
  /** The file's text; null where there is none. */
  readonly source: string | null;
};

/**
 * The register of a folder of seeds: where it stands, and what it says.
 *
 * @param before as it was opened before: the same text is not read again
 */
export function openRegister(seeds: string, before: OpenedRegister | null = null): OpenedRegister {
  const { path, isWritable } = besideFolder(seeds, registerFileFor);
  const found = readTextOrReason(path);
  if (found !== null && "reason" in found)
    return { path, isWritable, source: null, register: null, diagnostic: problem(path, `The register of addresses cannot be read (${found.reason}).`, 1) };
  const source = found?.text ?? null;
  if (before !== null && before.register !== null && before.path === path && before.source === source) return { ...before, isWritable };
  return { path, isWritable, source, ...readRegister(source, path) };
}

export type RegisterResult = { readonly register: Register; readonly diagnostic: null } | { readonly register: null; readonly diagnostic: Diagnostic };

/** @param source the file's text; null where there is none yet */
export function readRegister(source: string | null, file: string): RegisterResult {
  if (source === null) return { register: [], diagnostic: null };
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\ufeff/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? source.length);
    return { register: null, diagnostic: problem(file, "The register of addresses is damaged: it is no JSON.", source.slice(0, offset).split("\n").length) };
  }
  const result = v.safeParse(schema, data);
  if (result.success) {
    const register = Object.entries(result.output.articles).map(([id, { file: seed, part, wish, source: sourceUrl, digest, gone }]) => ({
      ...{ id, file: seed, part, wish: wish ?? id, sourceUrl: sourceUrl ?? null, digest, isGone: gone },
    }));
    return { register, diagnostic: null };
  }
  const keys = (result.issues[0].path ?? []).map((item) => String(item.key));
  const at = keys.reduce((from, key) => Math.max(from, source.indexOf(JSON.stringify(key), from)), 0);
  const what = keys[0] === "version" ? "The register of addresses is of a newer Tearsheet" : `The register of addresses is damaged at \`${keys.join(" › ")}\``;
  return { register: null, diagnostic: problem(file, `${what}.`, source.slice(0, at).split("\n").length) };
}

/** An article a line, in the order of the addresses, so that a version control system shows what changed. */
export function printRegister(register: Register): string {
  const rows = register.map(({ id, file, part, wish, sourceUrl, digest, isGone }) => {
    const value = {
      file,
      ...(part === 0 ? {} : { part }),
      ...(wish === id ? {} : { wish }),
      ...(sourceUrl === null ? {} : { source: sourceUrl }),
      digest,
      ...(isGone ? { gone: true } : {}),
    };
    return `    ${JSON.stringify(id)}: ${JSON.stringify(value)}`;
  });
  return `{\n  "about": ${JSON.stringify(about)},\n  "version": 1,\n  "articles": {${rows.length === 0 ? "" : `\n${rows.join(",\n")}\n  `}}\n}\n`;
}

function problem(file: string, message: string, line: number): Diagnostic {
  return { code: "register-invalid", file, message, hint: codes["register-invalid"].advice, line, column: 1 };
}
