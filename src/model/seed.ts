/** What the disk holds before anything is read. May import: the model only. */
import type { Code } from "./codes.ts";
import type { Redaction } from "./redaction.ts";

/** The three outcomes of an input file. Every file of the seeds folder has exactly one. */
export type Outcome = "published" | "refused" | "ignored";

/** What became of one file (or hidden folder, or folder that cannot be opened) of the seeds folder. */
export interface Fate {
  /** Relative to the seeds folder, with `/` whatever the system. */
  readonly file: string;
  readonly outcome: Outcome;
  /** Why it is not published; null where it is. */
  readonly reason: Code | null;
}

/** Defaults of a folder of seeds, from the configuration. The nearest folder wins, field by field. */
export interface FolderDefaults {
  readonly language?: string | undefined;
  readonly publication?: string | undefined;
  readonly section?: string | undefined;
  /** The encoding of the folder's files that have no byte order mark (a name of `text/encodings.ts`). Without it, it is found out. */
  readonly encoding?: string | undefined;
  /** How `03/04/2019` is meant in this folder. */
  readonly dateOrder?: "day-month" | "month-day" | undefined;
}

/** The habits of an archive's owner: what reading one file may know besides the file itself. Plain data. */
export interface House {
  /** BCP 47: the language of a text too short to tell. */
  readonly language: string;
  /** Folder path (`""` is the seeds folder itself) to its defaults. */
  readonly folders: Readonly<Record<string, FolderDefaults>>;
  /** Host of a source URL, without `www.`, to the publication's name. */
  readonly publications: Readonly<Record<string, string>>;
  /** Where articles are published at the path of their original address: the hosts that this counts for, without `www.`; none: all. */
  readonly permalinksFrom?: readonly string[];
  /** The archive is to have no search: no word is weighed for it. */
  readonly isUnsearched?: true;
  /** What is taken back. None where it is left out. */
  readonly redactions?: readonly Redaction[];
}
