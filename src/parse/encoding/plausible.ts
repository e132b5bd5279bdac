/** How plausible a text is as something a paper printed in a language: the less it costs, the more. May import: parse/encoding. */
import type { Profile } from "./profile.ts";

export interface Plausibility {
  /** Nats: the negative logarithm of how likely such a text is, up to a constant that is the same for all readings of the same bytes. */
  readonly cost: number;
  /** What a character outside ASCII costs on average; 0 where there is none. */
  readonly average: number;
  /** How many characters outside ASCII there are, and how many places where bytes mean nothing. */
  readonly count: number;
  readonly lost: number;
  /** Words, and how many of them are everyday words of the language. */
  readonly words: number;
  readonly everydayWords: number;
}

/** Punctuation that papers print. */
const usual = new Set("“”„‘’‚«»‹›–—…•·§°№€£©®™¿¡、。「」『』（）！？：；，．《》〈〉【】・～،؟؛٪\u00a0\u3000\u200c\u200d\u200e\u200f\u202f");
const onlyInChinese = /^[、。「」『』（）！？：；，．《》〈〉【】・～\u3000]$/;

type Kind = "small" | "large" | "letter" | "ascii-small" | "ascii-large" | "ascii" | "wide" | "open" | "stop" | "odd" | "sign";

/** A text taken apart once, to be held against several languages. */
export interface TextParts {
  readonly characters: readonly string[];
  readonly kinds: readonly Kind[];
  /** In lower case. */
  readonly words: readonly string[];
}

/** @param text may begin and end anywhere */
export function partsOfText(text: string): TextParts {
  const characters = [...text];
  return { characters, kinds: characters.map(kindOf), words: text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [] };
}

export function plausibility({ characters, kinds, words }: TextParts, profile: Profile): Plausibility {
  let cost = 0;
  let outside = 0;
  let count = 0;
  let lost = 0;
  for (const [index, character] of characters.entries()) {
    const kind = kinds[index] as Kind;
    const before = kinds[index - 1] ?? "ascii";
    const last = kinds[index - 2] ?? "ascii";
    const isAscii = character.length === 1 && character <= "\u007f";
    const own = (isAscii ? asciiCost(kind, profile) : characterCost(character, kind, profile)) + neighbourCost(last, before, kind, profile);
    cost += own;
    lost += character === "\ufffd" ? 1 : 0;
    if (isAscii || character === "\ufffd") continue;
    outside += own;
    count += 1;
  }
  const { everydayWords, worth } = everydayWordsIn(words, profile);
  return { cost: cost - worth, average: count === 0 ? 0 : outside / count, count, lost, words: words.length, everydayWords };
}

const knownKinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  const known = knownKinds.get(character);
  if (known !== undefined) return known;
  const kind: Kind = /[a-z]/.test(character)
    ? "ascii-small"
    : /[A-Z]/.test(character)
      ? "ascii-large"
      : /[\0-\u007f]/.test(character)
        ? "ascii"
        : kindOutside(character);
  if (knownKinds.size < 50_000) knownKinds.set(character, kind);
  return kind;
}

function kindOutside(character: string): Kind {
  if (character === "‘") return "open";
  if (/[½¼¾¨´¸¦¬¤¹÷×±¶]/.test(character)) return "odd";
  if (/[“”«»–—…]/.test(character)) return "stop";
  return /\p{Ll}/u.test(character)
    ? "small"
    : /\p{Lu}/u.test(character)
      ? "large"
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)
        ? "wide"
        : /[\p{L}\p{M}]/u.test(character)
          ? "letter"
          : "sign";
}

/** A letter of ASCII is rarer in a text of another script. */
function asciiCost(kind: Kind, { script }: Profile): number {
  if (kind === "ascii") return 2;
  return script === "Latn" ? 3 : 4.5;
}

const knownCosts = new WeakMap<Profile, Map<string, number>>();

function characterCost(character: string, kind: Kind, profile: Profile): number {
  const known = knownCosts.get(profile) ?? new Map(profile.costs);
  knownCosts.set(profile, known);
  const cost = known.get(character) ?? strangeCost(character, kind, profile);
  if (known.size < 50_000) known.set(character, cost);
  return cost;
}

/** What is none of the language's letters. */
function strangeCost(character: string, kind: Kind, profile: Profile): number {
  const isEastern = profile.script === "Hani" || profile.script === "Jpan";
  if (onlyInChinese.test(character)) return isEastern ? 4 : 14;
  if (usual.has(character)) return 5;
  if (kind === "wide") return isEastern ? wideCost(character, profile) : 16;
  if (kind === "small" || kind === "large") return strangerCost(character, kind, profile.script);
  return kind === "letter" ? 12 : signCost(character);
}

/** A Chinese or Japanese character that is not among the commonest. */
function wideCost(character: string, { everyday }: Profile): number {
  if (everyday.has(character)) return 9.5;
  return /[\uff66-\uff9f]/.test(character) ? 10 : 14;
}

/** A letter that the language has not: names from abroad bring it. */
function strangerCost(letter: string, kind: "small" | "large", script: Profile["script"]): number {
  if (/[\uff21-\uff5a]/.test(letter)) return script === "Hani" || script === "Jpan" ? 7 : 12;
  if (script !== "Latn" || !/\p{Script=Latin}/u.test(letter)) return 12;
  return kind === "small" ? 8.5 : 10.5;
}

function signCost(sign: string): number {
  if (/[½¼¾²³ºª±×÷´¨−′″\uff10-\uff19]/.test(sign)) return 9;
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff\p{Cn}]/u.test(sign)) return 25;
  return /[\u2500-\u259f]/.test(sign) ? 14 : 12;
}

/** What characters side by side cost beyond their own: case that changes inside a word, scripts that meet in one, marks between letters. */
function neighbourCost(last: Kind, before: Kind, kind: Kind, { script }: Profile): number {
  if (kind === "large") return isSmall(before) ? 8 : isLarge(before) ? -1.5 : 0;
  // `MŠrz`, `votaci—n`: a capital, or a mark, in the midst of a word.
  if (isSmall(kind) && before === "large" && isLarge(last)) return 5;
  // `c½ur`
  if (kind === "odd") return isSmall(before) || isLarge(before) ? 5 : 0;
  if (kind === "open") return isSmall(before) ? 8 : 0;
  if (isSmall(kind) && before === "stop" && isSmall(last)) return 4;
  return meetingCost(before, kind, script);
}

/** Two scripts in one word: `аb`. A digit or a capital beside a Chinese character is nothing strange. */
function meetingCost(before: Kind, kind: Kind, script: Profile["script"]): number {
  if (kind === "wide" || before === "wide") return before === "ascii-small" || kind === "ascii-small" ? 4 : 0;
  if (kind === "letter") return isSmall(before) || isLarge(before) ? 6 : 0;
  if (before === "letter") return isAsciiLetter(kind) ? 6 : 0;
  if (script === "Latn") return 0;
  if (kind === "small") return isAsciiLetter(before) ? 6 : 0;
  return isAsciiLetter(kind) && (before === "small" || before === "large") ? 6 : 0;
}

const isSmall = (kind: Kind) => kind === "small" || kind === "ascii-small";
const isLarge = (kind: Kind) => kind === "large" || kind === "ascii-large";
const isAsciiLetter = (kind: Kind) => kind === "ascii-small" || kind === "ascii-large";

function everydayWordsIn(words: readonly string[], { stopWords, script }: Profile): { everydayWords: number; worth: number } {
  let everydayWords = 0;
  let worth = 0;
  for (const word of words) {
    if (!stopWords.has(word)) continue;
    // A Latin letter by itself stands in any heap of signs.
    if (word.length > 1 || script !== "Latn") everydayWords += 1;
    worth += word.length === 1 ? 0.7 : 1.5;
  }
  return { everydayWords, worth };
}
