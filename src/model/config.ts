/** The owner's settings, defaults filled in. Plain data. May import: the model only. */

import type { Authorities } from "./authority.ts";
import type { Site } from "./page.ts";
import type { House } from "./seed.ts";

export interface Config {
  readonly site: Site;
  readonly house: House;
  /** What the owner knows of names. Nothing where it is left out. */
  readonly authorities?: Authorities;
}

/** What the file of settings is called. */
export const configFile = "tearsheet.config.json";
