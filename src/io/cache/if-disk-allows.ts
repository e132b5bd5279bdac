/** What only the next build has any use of. May import: nothing. */

/**
 * Does what may be left undone: a disk that refuses costs the next build time, and is no fault of this one.
 *
 * @returns what the work gave; null where the disk refused
 * @throws whatever is no error of the system
 */
export function ifDiskAllows<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
