/**
 * Archive → bag: the published site, the records, and what the site was built from; proved by building it again from just that. May import: model,
 * text, io, packing, build.
 */
import { type BagFolder, openBag, scratch } from "../io/bag-folder.ts";
import { joinPath, readTextIfAny } from "../io/owner-files.ts";
import { threadsHere } from "../io/pool.ts";
import { programVersion } from "../io/program.ts";
import type { Config } from "../model/config.ts";
import { bagReadme } from "../packing/bag-readme.ts";
import { type BagLine, type PayloadFile, tagFiles } from "../packing/bagit.ts";
import { type Manifest, manifestPath, readManifest } from "../text/manifest.ts";
import { buildSite, type Progress } from "./build-site.ts";
import { defaultTitle } from "./config.ts";
import { type LeftOut, packSite, packSources, redactionsFile, type Sources } from "./pack-bag.ts";
import { beginningOf } from "./unchanged.ts";

export interface BagOrder extends Sources {
  /** The published archive. */
  readonly out: string;
  /** Where the bag goes: a place that is free. */
  readonly target: string;
  /** For the public: without anything that the articles were read from. */
  readonly isRedacted: boolean;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** What builds the archive again, called where the settings are. */
  readonly command: string;
}

export type MadeBag =
  | {
      readonly outcome: "made";
      readonly files: number;
      readonly bytes: number;
      readonly articles: number;
      readonly fingerprint: string | null;
      /** Files of the seeds folder that are not in the bag, and why. */
      readonly leftOut: readonly LeftOut[];
    }
  /** There is nothing to pack, or not what it should be. Nothing was written. `problem` says what to do. */
  | { readonly outcome: "refused"; readonly problem: string };

/** Makes a bag, whole or not at all. Throws the system's error where the disk fails. */
export function makeBag(order: BagOrder, config: Config, progress: Progress): MadeBag {
  const bag = openBag(order.target);
  try {
    const manifest = readManifest(readTextIfAny(joinPath(order.out, manifestPath)) ?? "");
    if (manifest.files.size === 0) return refused(`There is no archive in ${order.out} (no ${manifestPath}). Run \`tearsheet build\` first.`);
    const site = packSite(bag, order.out, manifest, progress);
    if (site.damaged.length > 0)
      return refused(`${order.out} is not as it was published: ${some(site.damaged)}. Run \`tearsheet build\`, which writes what is missing or changed.`);
    const root = order.isRedacted ? `${scratch}/sources` : "data";
    const sources = packSources(bag, root, order);
    const proof = prove(bag, root, config);
    if ("failure" in proof) return refused(`${proof.failure} Mend it, and run \`tearsheet build\` first.`);
    const different = differences(manifest, proof.manifest);
    if (different.length > 0)
      return refused(
        `${order.out} is not what these articles, settings and templates give now: ${some(different)}. Run \`tearsheet build\` first, with the same options.`,
      );
    const payload = [...site.payload, ...(order.isRedacted ? [] : sources.payload)];
    for (const [name, text] of tagFilesOf(order, config, { payload, manifest, articles: proof.articles })) bag.write(name, text);
    bag.finish();
    const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
    const { fingerprint } = manifest;
    return { outcome: "made", files: payload.length, bytes, articles: proof.articles, fingerprint, leftOut: order.isRedacted ? [] : sources.leftOut };
  } finally {
    bag.close();
  }
}

/** Builds the archive again from what was packed, and from nothing else. */
function prove(bag: BagFolder, root: string, config: Config): { manifest: Manifest; articles: number } | { failure: string } {
  const out = bag.at(`${scratch}/proof`);
  const folders = { seeds: bag.at(`${root}/seeds`), templates: bag.at(`${root}/templates`), out };
  const built = buildSite(
    folders,
    config,
    { releases: false, allowRemovals: true },
    { beginning: beginningOf(folders.seeds, folders.templates, null), cache: null, threads: threadsHere() },
    () => {},
    () => {},
  );
  if (built.outcome !== "built") return { failure: built.diagnostics[0]?.message ?? "The archive cannot be built." };
  return { manifest: readManifest(readTextIfAny(joinPath(out, manifestPath)) ?? ""), articles: built.articles };
}

/** In what two archives differ, in words; nothing where they are one and the same. */
function differences(published: Manifest, proof: Manifest): string[] {
  const paths = [...new Set([...published.files.keys(), ...proof.files.keys()])].sort();
  const different = paths.filter((path) => published.files.get(path) !== proof.files.get(path));
  const isOther = published.fingerprint !== null && proof.fingerprint !== null && published.fingerprint !== proof.fingerprint;
  return different.length === 0 && isOther
    ? ["the fingerprint differs"]
    : different.map((path) => `${path} ${wordFor(published.files.get(path), proof.files.get(path))}`);
}

function wordFor(published: string | undefined, proof: string | undefined): string {
  return published === undefined ? "would be new" : proof === undefined ? "would be gone" : "would differ";
}

interface Packed {
  readonly payload: readonly PayloadFile[];
  readonly manifest: Manifest;
  readonly articles: number;
}

function tagFilesOf(order: BagOrder, { site }: Config, { payload, manifest: { fingerprint }, articles }: Packed): ReadonlyMap<string, string> {
  const version = programVersion();
  const command = order.isRedacted ? null : order.command;
  const hasRedactions = payload.some(({ path }) => path === `data/${redactionsFile}`);
  const readme = bagReadme({ title: site.title, version, command, hasRedactions, fingerprint });
  const info: BagLine[] = [
    ["Source-Organization", site.title === defaultTitle ? "" : site.title],
    ["External-Description", site.description],
    ["External-Identifier", site.baseUrl ?? ""],
    ["Bagging-Date", order.date],
    ["Bag-Software-Agent", `Tearsheet ${version}`],
    ["Tearsheet-Version", version],
    ["Tearsheet-Fingerprint", fingerprint ?? ""],
    ["Tearsheet-Articles", String(articles)],
    ["Tearsheet-Sources", order.isRedacted ? "withheld" : "included"],
    ["Tearsheet-Rebuild", command === null ? "" : `cd data && ${command}`],
  ];
  return tagFiles(payload, info, new Map([["README.txt", readme]]));
}

function refused(problem: string): MadeBag {
  return { outcome: "refused", problem };
}

/** The first three of a list, and how many more there are. */
function some(words: readonly string[]): string {
  return `${words.slice(0, 3).join(", ")}${words.length > 3 ? ` and ${words.length - 3} more` : ""}`;
}
