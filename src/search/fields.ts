/** TABLE of the fields that a search can look in alone, and the sign that their words have in the index. Those of the headline are a level of their own. For builds and for browsers. May import: nothing. */
export const fieldSigns = { author: "a:", source: "s:", section: "c:", topic: "t:", place: "p:" } as const;

export type WordField = keyof typeof fieldSigns;
