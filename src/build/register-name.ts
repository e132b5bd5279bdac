/** What the register of addresses is called. May import: nothing. */

export const registerFile = "permalinks.lock.json";

/**
 * The register's name beside a folder of seeds: two archives beside each other have each their own.
 *
 * @param seeds name of the folder
 */
export function registerFileFor(seeds: string): string {
  return seeds === "seeds" ? registerFile : `${seeds}.${registerFile}`;
}
