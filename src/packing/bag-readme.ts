/** The `README.txt` of a bag: for somebody who finds it when nobody is left to ask. May import: nothing. */

export interface BagFacts {
  readonly title: string;
  /** Of Tearsheet. */
  readonly version: string;
  /** How the same archive is built again, in `data/`; null where the sources are withheld. */
  readonly command: string | null;
  /** Whether the sources hold what the owner took back. */
  readonly hasRedactions: boolean;
  /** Of the archive; null where its manifest names none. */
  readonly fingerprint: string | null;
}

/** The text, in lines of at most 78 characters (but for the title and the command). */
export function bagReadme({ title, version, command, hasRedactions, fingerprint }: BagFacts): string {
  const heading = title.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return [
    heading,
    "=".repeat(Math.min(78, [...heading].length)),
    "",
    "This folder is a bag: an archive of newspaper articles, packed for keeping",
    "by the rules of BagIt 1.0 (RFC 8493). No program is needed to read it.",
    "",
    "To read the archive",
    "  Open data/site/index.html in a web browser. The pages need no server, no",
    "  network and no script. All links lead within data/site/.",
    "",
    "To see that nothing is missing or changed",
    "  In this folder: sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt",
    "  or any program that checks bags. Each line of these files is the SHA-512 of",
    "  a file and its path (in which %25, %0A, %0D stand for %, line feed, return).",
    "  The list of the pages alone, with SHA-256: data/site/manifest-sha256.txt.",
    ...(fingerprint === null ? [] : ["  Fingerprint of the archive:", `  ${fingerprint}`]),
    "",
    "What is where",
    "  data/site/     the archive as it was published",
    "  data/records/  every article as a line of JSON, and the JSON Schema that",
    "                 says what the fields mean",
    ...(command === null ? withheld : sources(command, version, hasRedactions)),
    "",
  ].join("\n");
}

const withheld = ["", "The sources (the files that the articles were read from) are withheld, since", "some of what they hold may not be published."];

const sources = (command: string, version: string, hasRedactions: boolean) => [
  "  data/seeds/    the sources: the files that the articles were read from, as",
  "                 they were, to the byte",
  "  data/templates/, data/tearsheet.config.json, data/permalinks.lock.json,",
  "  data/redactions.yml, as far as they are there: the owner's page templates,",
  "                 settings, register of addresses, and what was taken back.",
  ...(hasRedactions ? ["", "  What data/redactions.yml takes back is still in data/seeds/. Do not publish", "  this bag."] : []),
  "",
  "To build the archive again from its sources",
  `  Tearsheet ${version} made it: a free program (MIT licence) for Node.js 20.20 or`,
  "  newer, published as the npm package `tearsheet`. With it:",
  "",
  `    cd data && ${command}`,
  "",
  "  writes data/dist/, which is data/site/ again, file by file, to the byte. (It",
  "  adds to the bag; move data/dist/ away before you check the bag again.)",
];
