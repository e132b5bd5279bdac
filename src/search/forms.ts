/**
 * Forms of one word: `ferries` for `ferry`, `Москвы` for `Москва`. Not a grammar: two words count as forms of each other where they differ by endings that inflection
 * has, and what is left is long enough. Which language a word is of is not asked: one query is for all languages. For builds and for browsers. May import: nothing.
 */

/** TABLE: endings by script, as `foldForSearch` leaves them: without accents. The empty one is among them everywhere. */
const endings: readonly { readonly letters: RegExp; readonly endings: ReadonlySet<string>; readonly stem: number }[] = [
  {
    // English, French, German, Spanish: plurals, verbs, adjectives.
    letters: /^[a-z]+$/,
    stem: 3,
    endings: new Set(
      "s es ed d ing er ers e ies y ied en n ern em o a os as ar or ado ada ados adas ando ido ida idos idas iendo ent ant ants ante ee ees eur eurs ais ait aient ons ez ont al aux ale ales if ive ifs ives".split(
        " ",
      ),
    ),
  },
  {
    // Russian and Ukrainian: cases, numbers, genders, verbs.
    letters: /^[а-яёіїєґўй]+$/u,
    stem: 3,
    endings: new Set(
      (
        "а я о е у ю ы и і ї й ь ой ей ою ею ов ев ів їв ам ям ами ями ах ях ом ем ым им ім ый ий ая яя ое ее ые ие ого его ому ему ую юю ых их ыми ими іми іх ої ій ові еві " +
        "ть л ла ло ли в ла т ет ит ут ют ат ят ешь ишь ем им ете ите ал ала ало али ил ила или ел ела ели ся сь лся лась лось лись ться тся"
      ).split(" "),
    ),
  },
  // Arabic: duals, plurals, the feminine, possessives.
  { letters: /^[\u0621-\u064a]+$/, stem: 3, endings: new Set("ه ات ون ين ان ي يه يين هم ها نا كم ا".split(" ")) },
  { letters: /^[\u0370-\u03ff]+$/u, stem: 3, endings: new Set("ος ου ο ε οι ων ους α ας ης η ες ι ια ιων".split(" ")) },
];

/** The shortest beginning that all forms of a word have in common, and whether a word that begins so is one of them. */
export function endingsApart(term: string): { readonly start: string; readonly isForm: (other: string) => boolean } {
  const rules = endings.find(({ letters }) => letters.test(term));
  if (rules === undefined) return { start: term, isForm: () => false };
  const isEnding = (end: string) => end === "" || rules.endings.has(end);
  // As long as an ending can be, but for words that would be all ending.
  const lengths = [4, 3, 2, 1, 0].filter((length) => term.length - length >= Math.max(rules.stem, Math.ceil(term.length / 2)));
  const stems = lengths.filter((length) => isEnding(term.slice(term.length - length))).map((length) => term.slice(0, term.length - length));
  const start = stems[0] ?? term;
  return { start, isForm: (other) => stems.some((stem) => other.startsWith(stem) && isEnding(other.slice(stem.length))) };
}
