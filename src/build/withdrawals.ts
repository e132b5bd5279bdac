/** Which articles of the archive the owner withdraws, and which entries of `redactions.yml` did nothing. May import: model, text, parse. */
import type { Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { isAddress } from "../parse/withholding.ts";
import { namesFile, namesId } from "../text/withhold/names.ts";

/** What an article was before anything was withheld: an entry may name it by that. */
export interface Origin {
  /** The path of its seed, as it is on the disk. */
  readonly path: string;
  /** The id that it wished for. */
  readonly id: string;
}

/**
 * The entry that withdraws each article, by its place in the list. Where two files are the same byte for byte, both are meant: the copy would say
 * what was taken back.
 *
 * @param ids of the articles, as they are published
 * @param idsBefore as they would be if nothing were withheld
 */
export function withdrawnBy(
  redactions: readonly Redaction[],
  cards: readonly Card[],
  origins: readonly Origin[],
  ids: readonly string[],
  idsBefore: readonly string[],
): ReadonlyMap<number, Redaction> {
  const entries = redactions.filter(({ kind }) => kind === "withdraw");
  const withdrawn = new Map<number, Redaction>();
  if (entries.length === 0) return withdrawn;
  const isMeant = ({ target }: Redaction, index: number) =>
    isAddress(target) ? namesId(target, ids[index] ?? "") || namesId(target, idsBefore[index] ?? "") : namesFile(target, origins[index]?.path ?? "");
  const digests = new Map<string, Redaction>();
  for (const [index, card] of cards.entries()) {
    const entry = entries.find((each) => isMeant(each, index));
    if (entry === undefined) continue;
    withdrawn.set(index, entry);
    digests.set(copyKey(card), entry);
  }
  for (const [index, card] of cards.entries()) {
    const entry = digests.get(copyKey(card));
    if (entry !== undefined && !withdrawn.has(index)) withdrawn.set(index, entry);
  }
  return withdrawn;
}

/** Of the articles of one file, each is its own. */
function copyKey({ sha256, headline, lede }: Card): string {
  return `${sha256}\n${headline}\n${lede}`;
}

export function sayWithdrawn(file: string, id: string): Diagnostic {
  const message = `The article at ${id} is withdrawn: \`redactions.yml\` says so.`;
  return { code: "article-withdrawn", file, message, hint: codes["article-withdrawn"].advice, line: null, column: null };
}

/** Entries that found nothing. The words themselves are not said again. */
export function sayUnused(redactions: readonly Redaction[], used: ReadonlySet<Redaction>, widened: ReadonlySet<Redaction>): Diagnostic[] {
  return redactions.flatMap((redaction): Diagnostic[] => {
    const { kind, file, line } = redaction;
    const report = (message: string, hint: string = codes["redaction-unused"].advice) => [
      { code: "redaction-unused" as const, file, message, hint, line, column: 1 },
    ];
    if (widened.has(redaction))
      return report(
        "There is no article of the name behind `in:`. To be safe, the words are withheld in all articles.",
        "Write the article's address, or the path of its file below the seeds folder.",
      );
    if (used.has(redaction)) return [];
    return kind === "withdraw"
      ? report("There is no article of the name behind `withdraw:`.", "Write the article's address, or the path of its file below the seeds folder.")
      : report(`The words behind \`${kind}:\` were not found.`);
  });
}
