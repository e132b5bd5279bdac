/** Where an archive is published: the folder itself, or a link to the newest of its releases; and the workshop beside it. May import: io/may-write. */
import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { mayWrite } from "../may-write.ts";

export interface Place {
  /** The output as it was named, with the links above it followed: a folder, or the link to a release. */
  readonly out: string;
  /** The folder that holds the published files now; there may be none yet. */
  readonly root: string;
  /** Beside the output, on the same file system: where a build prepares what it is going to publish. */
  readonly workshop: string;
  /** The folder of releases, where the archive is published in such; else null. */
  readonly releases: string | null;
}

/** The output is a link that leads elsewhere than to a release of its own. */
export class LinkElsewhere extends Error {
  readonly target: string;
  constructor(target: string) {
    super(`The output is a link to ${target}.`);
    this.target = target;
  }
}

/**
 * Finds out where an output is published. Makes the folder above it, where there is none.
 *
 * @param wantsReleases whether it is to be published in releases; an output that was stays so
 * @throws `LinkElsewhere` where it is to be published in releases and is a link of the owner's own
 */
export function placeOf(named: string, wantsReleases: boolean): Place {
  const absolute = resolve(named);
  if (!existsSync(dirname(absolute))) mkdirSync(dirname(absolute), { recursive: true });
  const out = join(realpathSync(dirname(absolute)), basename(absolute));
  const releases = `${out}.releases`;
  const isLink = lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (!isLink && !wantsReleases) return { out, root: out, workshop: workshopOf(out), releases: null };
  // A link whose release is gone leads nowhere, and to nobody else's folder.
  if (!isLink || !existsSync(out)) return { out, root: out, workshop: workshopOf(out), releases: wantsReleases || existsSync(releases) ? releases : null };
  const target = realpathSync(out);
  if (existsSync(releases) && dirname(target) === realpathSync(releases)) return { out, root: target, workshop: workshopOf(out), releases };
  if (wantsReleases) throw new LinkElsewhere(target);
  return { out: target, root: target, workshop: workshopOf(target), releases: null };
}

/**
 * `.dist.tearsheet` beside `dist`; inside it where the folder above is another file system or may not be written: files are put into place by a
 * rename, which works within one file system only.
 */
function workshopOf(out: string): string {
  const parent = dirname(out);
  const isThere = existsSync(out);
  const isApart = isThere && statSync(out).dev !== statSync(parent).dev;
  return isApart || (isThere && !mayWrite(parent)) ? join(out, ".tearsheet") : join(parent, `.${basename(out)}.tearsheet`);
}
