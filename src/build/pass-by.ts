/** What becomes of the files of the seeds folder that are no articles. May import: model, io. */
import { type Found, type Kind, whyUnreadable } from "../io/seeds-folder.ts";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Fate } from "../model/seed.ts";

/** Files that are no seeds and no sidecars, by the paths that they have on the disk. */
export interface PassedBy {
  readonly fates: readonly Fate[];
  readonly diagnostics: readonly Diagnostic[];
  /** Pictures that can be published. */
  readonly pictures: readonly string[];
}

export function passBy(root: string, { files, hidden, refused }: Found): PassedBy {
  const diagnostics: Diagnostic[] = [...refused];
  const pathsOf = (kind: Kind) => files.flatMap((each) => (each.kind === kind ? [each.path] : []));
  const fates: Fate[] = [
    // A folder may be named like an article, and be shut besides: one fate all the same.
    ...new Map(refused.map(({ file, code }) => [file, { file, outcome: "refused", reason: code } as const])).values(),
    ...hidden.map((file) => ({ file, outcome: "ignored", reason: "file-hidden" }) as const),
  ];
  const pictures = pathsOf("picture").filter((file) => {
    const why = whyUnreadable(root, file);
    if (why !== null) diagnostics.push(refusalOf(file, "seed-unreadable", `The picture cannot be read (${why}).`));
    fates.push(why === null ? { file, outcome: "ignored", reason: "file-picture" } : { file, outcome: "refused", reason: "seed-unreadable" });
    return why === null;
  });
  for (const file of pathsOf("other")) {
    const diagnostic = passedOver(file);
    diagnostics.push(diagnostic);
    fates.push({ file, outcome: "ignored", reason: diagnostic.code });
  }
  return { fates, diagnostics, pictures };
}

/** A file of another kind: a document that may well be an article is worth a warning. */
function passedOver(file: string): Diagnostic {
  const isDocument = /\.(?:docx?|odt|rtf|pdf|pages|html?|mht(?:ml)?|eml|msg|epub|xml|wpd|tex)$/i.test(file);
  const code = isDocument ? "document-ignored" : "file-ignored";
  return {
    code,
    file,
    message: isDocument ? "Documents of this kind are not read: the article is not in the archive." : "The file is no article.",
    hint: codes[code].advice,
    line: null,
    column: null,
  };
}

/** A file that is not published, and why. */
export function refusalOf(file: string, code: Code, message: string): Diagnostic {
  return { code, file, message, hint: codes[code].advice, line: null, column: null };
}
