/** `tearsheet verify`: a published copy against its manifest. May import: io, build, text, commands. */
import { type Damage, type Verification, verifyCopy } from "../build/verify.ts";
import { isFolder } from "../io/owner-files.ts";
import { folderCopy, SiteFailure, siteCopy } from "../io/published-copy.ts";
import { escapeUnseen } from "../text/terminal.ts";
import { CallProblem, many, progressLine } from "./call.ts";
import type { Command, Terminal } from "./command.ts";

/** Files of a kind that are named for people; `--json` names all. */
const mostNamed = 50;

export const verify: Command = {
  name: "verify",
  summary: "hold a published copy (a folder, or a site) against its manifest",
  usage: "tearsheet verify DIR|URL [options]",
  options: {
    fingerprint: { type: "string", value: "HEX", summary: "the fingerprint that the archive is known to have" },
    quiet: { type: "boolean", summary: "print nothing; the exit status tells" },
    json: { type: "boolean", summary: "print the findings as one JSON object on standard output" },
  },
  run: async (values, [target, ...others], terminal) => {
    if (target === undefined || others.length > 0) throw new CallProblem("`verify` takes one folder, or the web address of one copy.");
    const known = typeof values["fingerprint"] === "string" ? values["fingerprint"].trim().toLowerCase() : null;
    if (known !== null && !/^[0-9a-f]{64}$/.test(known)) throw new CallProblem("A fingerprint has 64 digits from 0 to f. Check the one after --fingerprint.");
    const isSite = /^https?:\/\//i.test(target);
    if (!isSite && !isFolder(target)) throw new CallProblem(`There is no folder ${target}.`);
    const isQuiet = values["quiet"] === true;
    const watched: Terminal = isQuiet ? { ...terminal, isTty: false } : terminal;
    const found = await reading(() => verifyCopy(isSite ? siteCopy(target) : folderCopy(target), known, progressLine(watched, "Checking")));
    if (found === null) throw new CallProblem(`${target} has no manifest-sha256.txt: it is no copy of an archive, or not a whole one.`);
    if (values["json"] === true) terminal.out(`${JSON.stringify({ ...found, whole: isWhole(found) })}\n`);
    else if (!isQuiet) terminal.err(told(found, target, known));
    return isWhole(found) ? 0 : 1;
  },
};

async function reading<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SiteFailure) throw new CallProblem(`The copy cannot be read. ${error.message}. Try again when the site is well.`);
    throw error;
  }
}

function isWhole({ isForged, missing, changed, added }: Verification): boolean {
  return !isForged && missing.length === 0 && changed.length === 0 && (added ?? []).length === 0;
}

function told(found: Verification, target: string, known: string | null): string {
  const { files, fingerprint, isForged, missing, changed, added } = found;
  const lines = [
    ...listOf("missing", missing),
    ...listOf("changed", changed),
    ...listOf("added", added ?? []),
    ...(isForged ? [forged(fingerprint, known)] : []),
    ...(added === null ? ["Files that were added cannot be seen from outside: a copy in a folder tells more."] : []),
  ];
  const sum = isWhole(found)
    ? `${target} is whole: ${many(files, "file")}, each as it was published.`
    : `${target} is not whole: of ${many(files, "file")} ${missing.length} missing, ${changed.length} changed${added === null ? "" : `; ${added.length} added`}. Copy the archive again from a good copy${(added ?? []).length > 0 ? ", and remove what was added, unless you put it there" : ""}.`;
  return `${[...lines, sum, `Fingerprint: ${fingerprint ?? "none"}`].join("\n")}\n`;
}

function listOf(word: string, damages: readonly Damage[]): string[] {
  const named = damages
    .slice(0, mostNamed)
    .map(({ path, headline }) => `${word}  ${escapeUnseen(path)}${headline === null ? "" : `  “${escapeUnseen(headline)}”`}`);
  return damages.length > mostNamed ? [...named, `${word}  … and ${damages.length - mostNamed} more (--json names all)`] : named;
}

function forged(fingerprint: string | null, known: string | null): string {
  return known !== null && fingerprint !== known
    ? "The fingerprint is another than the one you gave: this is another state of the archive, or its manifest was changed as well."
    : "The manifest does not make the fingerprint that it states: it was changed after the archive was published.";
}
