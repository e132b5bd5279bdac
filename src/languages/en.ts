/** English. */
import type { Language } from "./language.ts";

export const english: Language = {
  tag: "en",
  name: "English",
  script: "Latn",
  direction: "ltr",
  stopWords: [
    "the", "and", "of", "that", "was", "is", "for", "with", "it", "he", "she", "they", "his", "her", "their", "were", "has",
    "have", "had", "been", "be", "are", "this", "which", "who", "from", "by", "not", "but", "said", "will", "would", "to", "its",
    "after", "an", "at", "as", "on", "or", "when", "there", "what", "about", "into", "than", "more", "out", "up", "could",
  ],
  tellingLetters: "",
  letters: ["éüöáñèçóíäàêïæø"],
  months: [
    ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"],
    ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
  ],
  weekdays: [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ],
  date: {
    published: ["published", "published on", "published at", "posted", "posted on", "first published", "first published on", "printed", "issued", "date published", "publication date"],
    updated: ["updated", "updated on", "updated at", "last updated", "last updated on", "modified", "last modified", "date updated", "revised"],
    filler: ["of", "the", "at", "on"],
    am: ["am", "a.m"],
    pm: ["pm", "p.m"],
    order: null,
  },
  byline: {
    before: ["by", "written by", "story by", "text by", "reported by", "reporting by", "words by", "story and photos by", "text and photos by", "words and pictures by", "from"],
    joiners: ["and", "&", "with"],
    roles: [
      "staff writer", "staff reporter", "staff correspondent", "correspondent", "special correspondent", "senior correspondent",
      "foreign correspondent", "political correspondent", "diplomatic correspondent", "defence correspondent", "reporter", "senior reporter",
      "political reporter", "sports writer", "sports reporter", "business reporter", "columnist", "contributor", "contributing writer", "guest columnist",
      "special to the courier", "political editor", "foreign editor", "sports editor", "business editor", "bureau chief", "editor", "critic", "writer",
      "health correspondent", "science correspondent", "science editor", "arts correspondent", "freelance journalist", "journalist", "senior writer",
    ],
    desks: [
      "staff", "staff reporter", "staff reporters", "staff writer", "staff writers", "a staff reporter", "our staff reporter", "our own correspondent", "our correspondent",
      "our special correspondent", "a special correspondent", "news desk", "newsroom", "the newsroom", "our own reporter", "our reporter", "our staff", "web desk", "city desk", "sports desk", "foreign desk",
      "editorial board", "the editorial board", "the editors", "editorial staff", "a correspondent", "agencies", "wire services", "news agencies",
    ],
    places: ["in", "at"],
    affiliations: ["for", "of", "special to"],
  },
  nameParticles: ["van", "der", "den", "de", "von", "la", "le", "da", "di", "du", "del", "dos", "bin", "ibn", "al", "el", "ter", "ten", "zu", "y", "st"],
  captionTitles: [
    "spokesman", "spokeswoman", "spokesperson", "president", "minister", "chief", "leader", "director", "mayor", "governor", "secretary",
    "general", "commander", "captain", "ambassador", "chairman", "chairwoman", "chair", "head", "officer", "lawyer", "activist", "politician", "journalist",
    "singer", "actor", "actress", "writer", "author", "businessman", "businesswoman", "deputy", "senator", "prosecutor", "judge", "coach", "player", "chancellor",
    "counterpart", "founder", "premier", "king", "queen", "prince", "princess", "pope", "patriarch", "archbishop", "bishop", "professor", "scientist",
    "keeper", "fisherman", "skipper", "teacher", "doctor", "engineer", "critic", "artist", "opposition", "late", "former",
    "with", "and", "of", "by", "in", "at", "near", "from", "for", "to", "the", "a", "an", "outside", "on", "meets", "greets", "met", "as", "between", "against",
  ],
  footnotes: { title: "Footnotes", back: "Back to the text" },
  labels: {
    headline: ["headline", "title"],
    kicker: ["kicker", "overline"],
    deck: ["deck", "dek", "standfirst", "subhead", "subheadline", "subtitle", "sub-headline"],
    byline: ["byline", "author", "authors", "by", "written by", "reporter", "story by", "text by"],
    date: ["date", "dated", "published", "published on", "publication date", "date of publication", "posted", "posted on", "date published", "first published"],
    updated: ["updated", "last updated", "updated on", "modified", "last modified", "date updated"],
    dateline: ["dateline", "place"],
    caption: ["caption", "photo caption", "picture caption", "cutline", "picture"],
    credit: [
      "photo", "photos", "file photo", "file", "file photo by", "handout", "photo by", "photo credit", "photograph", "photograph by", "photography", "photography by", "image", "image credit", "image by",
      "credit", "picture by", "picture credit", "pictures", "photographer", "illustration", "illustration by", "graphic",
    ],
    related: [
      "related article", "related articles", "related", "related story", "related stories", "related news", "related content", "related coverage", "related link", "related links",
      "related reading", "see also", "read also", "also read", "read more", "read next", "more on this", "more on this story", "more on this topic", "further reading",
      "recommended", "also in the news", "don't miss", "in related news",
    ],
    source: [
      "original url", "original link", "original article", "original story", "original source", "original", "source", "sources", "source url", "source link", "url", "link", "web address",
      "permalink", "canonical url", "article url", "article link", "published at url", "retrieved from", "available at", "from the web", "first appeared at",
    ],
    publication: ["publication", "newspaper", "published in", "paper", "outlet", "publisher"],
    section: ["section", "category", "department", "desk", "filed under"],
    tags: ["tags", "tag", "topics", "topic", "keywords", "subjects", "subject", "tagged", "tagged with"],
    language: ["language", "lang"],
    correction: ["correction", "corrections", "clarification", "erratum", "corrected", "correction appended", "correction and clarification"],
    note: ["editor's note", "editors' note", "note from the editor", "editor’s note", "editors’ note", "editorial note", "ed. note", "note to readers", "publisher's note", "author's note"],
  },
};
