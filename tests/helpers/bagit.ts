/** A checker of bags, written from RFC 8493 and from nothing of the program. */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All that is wrong with a bag; nothing where it is complete and valid (section 3). */
export function bagProblems(bag: string): string[] {
  const problems: string[] = [];
  const all = (readdirSync(bag, { recursive: true }) as string[]).filter((path) => {
    const stat = lstatSync(join(bag, path));
    if (!stat.isFile() && !stat.isDirectory()) problems.push(`${path} is neither file nor folder`);
    return stat.isFile();
  });
  const tags = all.filter((path) => !path.startsWith("data/"));
  const payload = all.filter((path) => path.startsWith("data/"));
  for (const tag of tags) problems.push(...textProblems(bag, tag));

  // 2.1.1
  if (textOf(bag, "bagit.txt") !== "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") problems.push("bagit.txt is not that of BagIt 1.0 in UTF-8");

  // 2.1.3 and 2.2.1
  const manifests = tags.filter((path) => /^manifest-[a-z0-9]+\.txt$/.test(path));
  const tagManifests = tags.filter((path) => /^tagmanifest-[a-z0-9]+\.txt$/.test(path));
  if (manifests.length === 0) problems.push("there is no payload manifest");
  for (const manifest of manifests) problems.push(...manifestProblems(bag, manifest, payload));
  const inTagManifest = tags.filter((path) => !tagManifests.includes(path));
  for (const manifest of tagManifests) problems.push(...manifestProblems(bag, manifest, inTagManifest));

  // 2.2.2
  const info = bagInfo(bag);
  const bytes = payload.reduce((sum, path) => sum + lstatSync(join(bag, path)).size, 0);
  if (info.get("Payload-Oxum") !== `${bytes}.${payload.length}`)
    problems.push(`Payload-Oxum is ${info.get("Payload-Oxum")}, and ${bytes}.${payload.length} is there`);
  if (!/^\d{4}-\d\d-\d\d$/.test(info.get("Bagging-Date") ?? "")) problems.push("Bagging-Date is no date");
  return problems;
}

/** `bag-info.txt`: label → value. Throws where a line is not of its form. */
export function bagInfo(bag: string): Map<string, string> {
  return new Map(
    textOf(bag, "bag-info.txt")
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const [, label, value] = /^([^:\s][^:]*): (\S.*)$/.exec(line) ?? [];
        if (label === undefined || value === undefined) throw new Error(`bag-info.txt: ${line}`);
        return [label, value];
      }),
  );
}

function manifestProblems(bag: string, manifest: string, files: readonly string[]): string[] {
  const algorithm = /-([a-z0-9]+)\.txt$/.exec(manifest)?.[1] ?? "";
  const problems: string[] = [];
  const listed = new Set<string>();
  for (const line of textOf(bag, manifest).split("\n").slice(0, -1)) {
    const [, digest, name] = /^([0-9a-f]+)[ \t]+(\S(?:.*\S)?)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined) {
      problems.push(`${manifest}: "${line}" is no line of a manifest`);
      continue;
    }
    if (/%(?!0A|0D|25)/i.test(name)) problems.push(`${manifest}: ${name} has a bare per cent sign`);
    const path = name.replace(/%(0A|0D|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (/^[/~]|(?:^|\/)\.\.?(?:\/|$)/.test(path)) problems.push(`${manifest}: ${path} leads elsewhere`);
    if (listed.has(path)) problems.push(`${manifest}: ${path} is listed twice`);
    listed.add(path);
    if (!files.includes(path)) problems.push(`${manifest}: ${path} is missing`);
    else if (
      createHash(algorithm)
        .update(readFileSync(join(bag, path)))
        .digest("hex") !== digest
    )
      problems.push(`${manifest}: ${path} was changed`);
  }
  return [...problems, ...files.filter((path) => !listed.has(path)).map((path) => `${manifest}: ${path} is not listed`)];
}

function textOf(bag: string, path: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(join(bag, path)));
}

function textProblems(bag: string, path: string): string[] {
  const text = textOf(bag, path);
  return [
    ...(text.startsWith("\ufeff") ? [`${path} begins with a byte order mark`] : []),
    ...(text.includes("\r") || !text.endsWith("\n") ? [`${path} has line ends of other kinds`] : []),
  ];
}
