/** Which encoding bytes are in that are no good UTF-8: the one in which they are most plausible as a text. May import: text, parse/encoding. */
import { decodeAs, type EncodingName, encodingNames, encodings } from "../../text/encodings.ts";
import { type Plausibility, partsOfText, plausibility, type TextParts } from "./plausible.ts";
import { type Profile, profiles } from "./profile.ts";
import { sampleOf } from "./sample.ts";

/** One encoding, read in the language in which it makes the most sense. */
interface Candidate {
  readonly encoding: EncodingName;
  readonly text: string;
  readonly profile: Profile;
  readonly plausibility: Plausibility;
  readonly cost: number;
}

/** By so many nats the best reading must be better than the next that reads differently: odds of some fifty to one. */
const leastLead = 4;
/** The folder's or the house's language is more likely than another. */
const homeWorth = 2;
/** Of so many words or more some must be everyday words of the language, at least this share. */
const tellingWords = 12;
const leastShare = 0.05;

/**
 * The encoding of bytes that are not UTF-8; null where no encoding makes them a text of a language that is known, or where two make a different
 * text that is about as good.
 *
 * @param language BCP 47: what the text is in, if nothing tells otherwise
 */
export function guessEncoding(bytes: Uint8Array, language: string): EncodingName | null {
  return best(candidatesFor(sampleOf(bytes), language, byteEncodings));
}

/** Whether bytes with many zeros, or many control characters, are UTF-16 without a byte order mark. */
export function guessUtf16(bytes: Uint8Array, language: string): EncodingName | null {
  if (bytes.length % 2 === 1) return null;
  return best(candidatesFor(bytes.subarray(0, 3000), language, ["utf-16le", "utf-16be"]).filter(({ text }) => !/[\0\ufffd]/.test(text)));
}

const byteEncodings = encodingNames.filter((name) => !name.startsWith("utf-16") && name !== "iso-8859-1");

function candidatesFor(sample: Uint8Array, language: string, names: readonly EncodingName[]): Candidate[] {
  return names.map((encoding) => {
    // An address is ASCII in whatever language.
    const text = decodeAs(sample, encoding).replace(/https?:\/\/[!-~]+/g, "");
    const parts = partsOfText(text);
    const readings = profiles()
      .filter(({ script }) => (encodings[encoding].scripts as readonly string[]).includes(script))
      .map((profile) => candidate(encoding, text, parts, profile, language));
    return readings.reduce((a, b) => (b.cost < a.cost ? b : a));
  });
}

function candidate(encoding: EncodingName, text: string, parts: TextParts, profile: Profile, language: string): Candidate {
  const read = plausibility(parts, profile);
  const isHome = profile.language === language.split("-", 1)[0]?.toLowerCase();
  return { encoding, text, profile, plausibility: read, cost: read.cost + encodings[encoding].rarity - (isHome ? homeWorth : 0) };
}

function best(candidates: readonly Candidate[]): EncodingName | null {
  const [first, ...others] = [...candidates].sort((a, b) => a.cost - b.cost);
  if (first === undefined || !isText(first)) return null;
  const rival = others.find(({ text }) => text !== first.text);
  return rival !== undefined && rival.cost - first.cost < leastLead ? null : first.encoding;
}

/** What an average character outside ASCII may cost before a text is none of the language. */
const mostAverage = { Latn: 7, Cyrl: 5, Arab: 5, Hani: 8.5, Jpan: 8 } as const;
/** Among so many everyday words a few letters of foreign names, and marks, are nothing strange. */
const foreignNames = { average: 11, everydayWords: 3 };
/** A Cyrillic or Arabic text whose letters are as common as this needs no everyday words: other alphabets do not come by chance so near. */
const plainAverage = 3.6;

function isText({ plausibility: { average, count, lost, words, everydayWords }, profile: { script } }: Candidate): boolean {
  if (lost * 2 > count) return false;
  const speaks = everydayWords >= words * leastShare;
  if (script === "Latn" && speaks && everydayWords >= foreignNames.everydayWords) return average <= foreignNames.average;
  if (average > mostAverage[script]) return false;
  if (script === "Hani" || script === "Jpan") return true;
  return words < tellingWords || speaks || (script !== "Latn" && average <= plainAverage);
}
