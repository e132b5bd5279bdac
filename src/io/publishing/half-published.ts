/** A publication that the disk stopped on its way. May import: nothing. */

/** The disk failed while the prepared files were put into place: every file is whole, and the next command goes on. */
export class HalfPublished extends Error {
  /** Whether it is published in releases: then readers find one whole archive, the old or the new. */
  readonly releases: boolean;
  constructor(cause: unknown, releases: boolean) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.releases = releases;
  }
}
