/**
 * TABLE: every diagnostic there is. A code is never renamed: people search for it.
 *
 * How a message speaks: say what was found and where, in the owner's words; then what to do. Full sentences; no blame.
 * May import: nothing.
 */

export type Severity = "error" | "warning" | "info";

interface CodeEntry {
  readonly severity: Severity;
  /** What to do about it, when the finder has no better advice. */
  readonly advice: string;
}

const table = {
  // The file as a whole: it is refused, and the others are published.
  "seed-unreadable": { severity: "error", advice: "Check that the file exists and that you may read it." },
  "seed-not-a-file": { severity: "error", advice: "Only regular files are read. Put the article itself here, or rename the folder." },
  "seed-changing": { severity: "error", advice: "Build again when nobody writes into the file any more." },
  "name-not-utf8": { severity: "error", advice: "Rename the file or folder, in letters that your system shows." },
  "seed-too-long": {
    severity: "error",
    advice:
      "An article is at most 300,000 lines. If the file holds several articles, put a line of `=====` between them; if it holds none, move it out of the seeds folder.",
  },
  "seed-too-large": { severity: "error", advice: "An article is at most 16 MB. Split the file, or move it out of the seeds folder." },
  "seed-empty": { severity: "error", advice: "Put the article's text into the file, or remove the file." },
  "seed-binary": { severity: "error", advice: "Save the article as plain text (UTF-8)." },
  "encoding-unknown": {
    severity: "error",
    advice: "Open the file in an editor and save it again as UTF-8, or set `encoding` for its folder in the configuration.",
  },
  "front-matter-invalid": { severity: "error", advice: "Mend this line. A value with a colon or a quotation mark in it must stand in quotes." },
  "front-matter-engine": { severity: "error", advice: "Write the front matter in YAML between two lines of `---`, or in TOML between two lines of `+++`." },
  "front-matter-too-large": { severity: "error", advice: "A front matter is at most 64 KB. Move the text below it." },
  "sidecar-invalid": { severity: "error", advice: "Mend the sidecar, or remove it to publish the article as it was read." },
  "reading-failed": { severity: "error", advice: "This is a fault of the program. Please report it with the file." },
  // The file as a whole: it is published all the same.
  "encoding-assumed": {
    severity: "warning",
    advice: "Check the page. To make it certain, save the file as UTF-8, or set `encoding` for its folder in the configuration.",
  },
  "text-damaged": { severity: "warning", advice: "Compare with the original, and type the right characters." },
  "control-character": { severity: "warning", advice: "Remove it: it is kept as “\ufffd” until then." },
  "bidi-control": { severity: "warning", advice: "Remove it, unless it has to be there: it can make a text say something else than it seems to." },
  "seed-large": { severity: "warning", advice: "Check that the file is one article, and not many in one file." },
  "markdown-as-text": { severity: "warning", advice: "Check the page. To have its Markdown read, make the file smaller or simpler." },
  "several-articles": { severity: "info", advice: "Nothing to do, if that is right; else put each article into a file of its own." },
  "article-unsure": {
    severity: "warning",
    advice: "If it is an article of its own, put it into a file of its own, or print its byline and date below its headline.",
  },
  "redaction-incomplete": {
    severity: "error",
    advice: "Take the words out of the file or its sidecar by hand, or withdraw the article: it is not published as long as they can be found in it.",
  },
  "article-withdrawn": { severity: "info", advice: "Nothing to do. To publish it again, remove its entry from `redactions.yml`." },
  "article-redacted": { severity: "info", advice: "Nothing to do: `redactions.yml` says so." },
  "picture-withheld": { severity: "warning", advice: "To publish it, give it another name, and remove what is stored in the file beside the picture." },
  // A file that is passed over.
  "document-ignored": { severity: "warning", advice: "Save it as plain text (UTF-8) or Markdown, and put that beside it." },
  "file-ignored": { severity: "info", advice: "Nothing to do, if it is no article." },
  // Why a file is no article, where nobody need be told: only the list of all files says it.
  "file-hidden": { severity: "info", advice: "Nothing to do, if it may stay hidden; else take the dot from its name." },
  "file-picture": { severity: "info", advice: "Nothing to do: it is published with the articles that name it." },
  "file-sidecar": { severity: "info", advice: "Nothing to do: it corrects the article beside it." },
  // A part of the file.
  "headline-missing": { severity: "warning", advice: "Put the headline on the first line, or in the front matter as `headline:`." },
  "body-missing": { severity: "warning", advice: "Check that the text of the article is in the file." },
  "date-missing": { severity: "warning", advice: "Write the date on a line of its own below the headline, or in the front matter as `date:`." },
  "date-impossible": { severity: "warning", advice: "Correct the date. Until then the article stands among the undated ones." },
  "date-ambiguous": { severity: "warning", advice: "Write the month as a word, or set `dateOrder` for the folder in the configuration." },
  "date-settled": { severity: "info", advice: "Nothing to do, if that is the day." },
  "date-year-inferred": { severity: "info", advice: "Nothing to do, if that is the year." },
  "date-differs-from-address": { severity: "warning", advice: "Check which day is right: papers often publish on the web the evening before." },
  "date-far-from-address": { severity: "error", advice: "One of the two is wrong, or the address is that of another article. Correct it." },
  "date-unreadable": { severity: "warning", advice: "Write it as `2021-09-15`." },
  "claims-differ": { severity: "warning", advice: "Leave the one that is right." },
  "claim-passed-over": { severity: "info", advice: "Nothing to do, if the one that was taken is right." },
  "byline-assumed": { severity: "info", advice: "Check whether this is who wrote the article." },
  "caption-assumed": { severity: "info", advice: "Check whether this line is the caption of a picture or the beginning of the text." },
  "credit-unsure": { severity: "info", advice: "Check the caption and the credit." },
  "source-without-url": { severity: "info", advice: "Put the address of the original on the line below." },
  "url-unsafe": { severity: "warning", advice: "Only http, https, mailto, tel and ftp addresses become links; this one is kept as text." },
  "front-matter-unknown": { severity: "info", advice: "Nothing to do, if the archive need not know it." },
  "draft-ignored": { severity: "info", advice: "Remove `draft: true` to publish it." },
  // What only the archive as a whole can tell.
  "related-missing": { severity: "info", advice: "Nothing to do, unless the archive should have that article." },
  "related-ambiguous": { severity: "warning", advice: "Give the address of the one that is meant." },
  "duplicate-article": { severity: "warning", advice: "Remove one of the two, if they are the same article." },
  "picture-missing": { severity: "info", advice: "Put the picture beside the article, under that name." },
  "picture-link": { severity: "info", advice: "Nothing to do, unless readers need it: put the address on a line of its own then." },
  "sidecar-alone": { severity: "warning", advice: "Give it the name of its article (`ferry.txt` has `ferry.meta.yml`), or remove it." },
  // The owner's own files.
  "folder-unknown": { severity: "warning", advice: "Write the folder's path as it is below the seeds folder, in the same case." },
  "config-invalid": { severity: "error", advice: "Correct the configuration and build again." },
  "strings-missing": { severity: "warning", advice: "Put a table of strings in that language into your templates folder." },
  "register-invalid": {
    severity: "error",
    advice: "Put back the last good copy of this file. Without it articles may get other addresses; only if there is no copy, remove the file.",
  },
  "register-not-kept": {
    severity: "warning",
    advice: "Allow writing there: without the register, a change of headline or date moves an article to another address.",
  },
  "articles-gone": {
    severity: "warning",
    advice: "Nothing to do, if they were taken away on purpose: a notice stands at their addresses.",
  },
  "redactions-invalid": { severity: "error", advice: "Mend `redactions.yml`. Nothing is built as long as it cannot be followed." },
  "redaction-unused": { severity: "warning", advice: "Check the spelling, in each form in which it may be printed; or remove the entry." },
  "authorities-invalid": { severity: "error", advice: "Mend `authorities.yml`. Until then the archive is built without what cannot be read in it." },
  "authority-invalid": { severity: "warning", advice: "Mend the entry. Until then it is left out." },
  "authority-twice": { severity: "warning", advice: "Put all names of one person, agency or place into one entry. Until then this entry is left out." },
  "authority-withheld": {
    severity: "warning",
    advice: "Remove the entry from `authorities.yml`, or the name from `redactions.yml`. Until then the entry is left out.",
  },
  "authority-unused": { severity: "info", advice: "Check the spelling, in each form in which it may be printed; or leave it for articles to come." },
  "template-invalid": { severity: "error", advice: "Correct the template, or remove it to use the one that comes with Tearsheet." },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof table;

export const codes: Readonly<Record<Code, CodeEntry>> = table;
