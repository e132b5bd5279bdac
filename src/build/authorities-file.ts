/** Where `authorities.yml` lies. May import: io. */
import { joinPath, namesIn, real, splitPath } from "../io/owner-files.ts";

export const authoritiesFile = "authorities.yml";

/** Names of files that are most likely meant to be one. */
const lookalike = /^\.?authorit(?:y|ies)(?:\.(?:ya?ml|json|toml|txt))*$/i;

/** Whether a change of a file of that name may be one of what is known of names. */
export function isAboutAuthorities(name: string): boolean {
  return lookalike.test(name);
}

/** The file beside the seeds folder, else that in the folder of the settings; null where there is none. One counts: a bag has one place for it. */
export function findAuthorities(seeds: string, config: string): string | null {
  const folder = foldersOf(seeds, config).find((each) => namesIn(each).includes(authoritiesFile));
  return folder === undefined ? null : joinPath(folder, authoritiesFile);
}

/** Files that look like one and are not read, beside the seeds, in them, or beside the settings. */
export function strayAuthorities(seeds: string, config: string): string[] {
  const beside = foldersOf(seeds, config).flatMap((folder) =>
    namesIn(folder)
      .filter((name) => lookalike.test(name) && name !== authoritiesFile)
      .map((name) => joinPath(folder, name)),
  );
  const inside = namesIn(seeds)
    .filter((name) => lookalike.test(name))
    .map((name) => joinPath(seeds, name));
  return [...new Set([...beside, ...inside])];
}

/** Folders in which it may lie, the first to be asked first. */
export function foldersOf(seeds: string, config: string): string[] {
  const folders = [splitPath(config).folder, splitPath(real(seeds)).folder, splitPath(seeds).folder];
  return [...new Map(folders.map((folder) => [real(folder), folder])).values()].reverse();
}
