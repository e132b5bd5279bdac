/** XML held against a schema by libxml2, where it is installed (Debian: `libxml2-utils`). */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;

const schemas = { sitemap: ["--schema", "sitemap.xsd"], atom: ["--relaxng", "atom.rng"] } as const;

/** What is wrong with a file by its schema; empty where nothing is. */
export function schemaFaults(kind: keyof typeof schemas, xml: string): string {
  const [option, name] = schemas[kind];
  const schema = fileURLToPath(new URL(`../fixtures/schemas/${name}`, import.meta.url));
  const { status, stderr } = spawnSync("xmllint", ["--nonet", "--noout", option, schema, "-"], { input: xml, encoding: "utf8", maxBuffer: 1 << 28 });
  return status === 0 ? "" : stderr;
}
