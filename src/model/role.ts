/** What a line of a seed is there for. Each line has exactly one role; a line is never dropped. May import: nothing. */

export const roles = [
  "front-matter",
  "headline",
  "kicker",
  "deck",
  "byline",
  "date",
  "updated",
  "dateline",
  "caption",
  "credit",
  "body",
  "subheading",
  "list",
  "quotation",
  "related-label",
  "related-headline",
  "source",
  "publication",
  "section",
  "tags",
  "language",
  "correction",
  "note",
  "boilerplate",
  "legal-notice",
  "end-mark",
  "separator",
  "blank",
] as const;

export type Role = (typeof roles)[number];
