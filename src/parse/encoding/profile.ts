/** How likely a character is in a language, as costs. May import: text, languages. */
import type { Language } from "../../languages/language.ts";
import { languages } from "../../languages/table.ts";
import { decodeAs, type EncodingName, type Script } from "../../text/encodings.ts";

/** One way in which one language is written. */
export interface Profile {
  /** BCP 47. */
  readonly language: string;
  readonly script: Script;
  readonly stopWords: ReadonlySet<string>;
  /** Nats for a letter that the language has; others cost what `strangerCost` says. */
  readonly costs: ReadonlyMap<string, number>;
  /** Characters that are not the commonest and yet everyday ones (Chinese and Japanese). */
  readonly everyday: ReadonlySet<string>;
}

/** How the cost of a language's letters grows from the commonest to the rarest, in each script. */
const slopes: Readonly<Record<Script, { first: number; step: number }>> = {
  Latn: { first: 4, step: 0.4 },
  Cyrl: { first: 2.2, step: 1 / 9 },
  Arab: { first: 2.2, step: 1 / 9 },
  Hani: { first: 4.5, step: 1 / 130 },
  Jpan: { first: 3.2, step: 1 / 40 },
};

/** A capital letter costs so much more than its small one. */
const capital = 2;

/** Japanese is read in its encodings, though no table of `languages/` speaks it yet. */
const japanese = {
  tag: "ja",
  stopWords: [],
  letters: [
    "のいるたにしをとでかなはがってすれまらんさこりもあうきくけそちつどよだわえじおめばやみせろほべひびへげごぎぶずゆょゃゅアイウエオカキクケコサシスセソタチツテトナニノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポァィェォッャュョー日本人大年月会国中長出東者社事市部同時分行生五十三二一四京議新政合府党上自回手地場前後相県見間定力",
  ],
};

/** All profiles: one for each way of writing each language whose letters are known. Made when first asked for. */
export function profiles(): readonly Profile[] {
  made ??= [...languages, japanese].flatMap((language) => (language.letters ?? []).map((letters, index) => makeProfile(language, letters, index)));
  return made;
}

let made: readonly Profile[] | undefined;

function makeProfile(language: Pick<Language, "tag" | "stopWords"> & { script?: Language["script"] }, letters: string, way: number): Profile {
  const script = language.script ?? "Jpan";
  // English has no letters of its own outside ASCII: those of foreign names are rarer.
  const { first, step } = slopes[script];
  const base = language.tag === "en" ? first + 2 : first;
  const costs = new Map<string, number>();
  for (const [rank, letter] of [...letters].entries()) {
    costs.set(letter, base + rank * step);
    const large = letter.toUpperCase();
    if (large !== letter && large.length === 1) costs.set(large, base + rank * step + capital);
  }
  return { language: language.tag, script, stopWords: new Set(language.stopWords), costs, everyday: everydayOf(script, way) };
}

/** The first level of the national character sets: what their makers held to be in everyday use, by the place they gave it. */
function everydayOf(script: Script, way: number): ReadonlySet<string> {
  if (script === "Jpan") return charactersIn("euc-jp", 0xb0, 0xcf);
  if (script !== "Hani") return new Set();
  return way === 0 ? charactersIn("gb18030", 0xb0, 0xd7) : charactersIn("big5", 0xa4, 0xc6);
}

function charactersIn(encoding: EncodingName, from: number, to: number): ReadonlySet<string> {
  const pairs: number[] = [];
  for (let lead = from; lead <= to; lead += 1)
    for (let trail = encoding === "big5" ? 0x40 : 0xa1; trail <= 0xfe; trail += 1) if (trail < 0x7f || trail > 0xa0) pairs.push(lead, trail);
  return new Set(decodeAs(Uint8Array.from(pairs), encoding));
}
