/**
 * G13, encodings are read right. `TEARSHEET_FIGURES=1 npx vitest run tests/encodings.test.ts` prints how many of how many texts were read right,
 * refused and read wrong, by encoding and length.
 */
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/build/config.ts";
import { readBytes } from "../src/parse/encoding/read-bytes.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { flawsOf } from "../src/text/damage.ts";
import { decodeAs, type EncodingName } from "../src/text/encodings.ts";
import { heads, sentences } from "./helpers/sentences.ts";

const western = ["en", "fr", "de", "es"];
const languagesOf: readonly (readonly [EncodingName, readonly string[]])[] = [
  ["utf-8", Object.keys(sentences)],
  ["utf-16le", Object.keys(sentences)],
  ["utf-16be", Object.keys(sentences)],
  ["windows-1252", western],
  ["iso-8859-1", western],
  ["iso-8859-15", western],
  ["macintosh", western],
  ["windows-1251", ["ru", "uk"]],
  ["koi8-r", ["ru"]],
  ["koi8-u", ["uk"]],
  ["iso-8859-5", ["ru", "uk"]],
  ["ibm866", ["ru"]],
  ["windows-1256", ["ar"]],
  ["iso-8859-6", ["ar"]],
  ["gb18030", ["zh"]],
  ["big5", ["zh-Hant"]],
  ["shift_jis", ["ja"]],
  ["euc-jp", ["ja"]],
];
const textsEach = 200;
const hasFigures = process.env["TEARSHEET_FIGURES"] !== undefined;
/** So many short texts, where nobody waits for the figures. */
const shortTexts = hasFigures ? 200 : 50;

/** A row of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 0x1_0000_0000) * below);
  };
}

/** What an old encoding has no place for was typed in another way. */
function typed(text: string, encoding: EncodingName): string | null {
  const plain = text
    .replace(/[“”„«»]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, "-")
    .replaceAll("€", "Euro")
    .replaceAll("œ", "oe")
    .replaceAll("£", "L");
  return [text, plain].find((each) => decodeAs(encoded(each, encoding), encoding) === each) ?? null;
}

function encoded(text: string, encoding: EncodingName): Uint8Array {
  return iconv.encode(encoding === "macintosh" ? text.replaceAll("€", "¤").replaceAll("\u03a9", "\u2126") : text, encoding);
}

function article(language: string, next: (below: number) => number, count: number): string {
  const own = sentences[language] as readonly string[];
  const paragraphs = Array.from({ length: count }, () => Array.from({ length: 1 + next(3) }, () => own[next(own.length)]).join(" "));
  return [...(heads[language] as readonly string[]), ...paragraphs].join("\n\n");
}

/** A stretch of an article, which may begin and end inside a word. */
function stretch(language: string, next: (below: number) => number, length: number): string {
  const text = article(language, next, 4);
  const at = next(Math.max(1, text.length - length));
  return text.slice(at, at + length);
}

type Tally = { right: number; refused: number; wrong: number; impossible: number };

function tally(
  encoding: EncodingName,
  languages: readonly string[],
  make: (language: string, next: (below: number) => number) => string,
  count = textsEach,
): Tally {
  const next = numbers(7);
  const result = { right: 0, refused: 0, wrong: 0, impossible: 0 };
  for (let index = 0; index < count; ) {
    const text = typed(make(languages[index % languages.length] as string, next), encoding);
    index += 1;
    if (text === null) {
      result.impossible += 1;
      continue;
    }
    const read = readBytes(encoded(text, encoding), { language: "en" });
    if (!read.ok) result.refused += 1;
    else if (read.text === text) result.right += 1;
    else {
      result.wrong += 1;
      // No wrong guess without a word: what is not UTF-8 was inferred, and is reported.
      if (read.encoding !== "utf-8") expect(read.confidence).toBe("inferred");
    }
  }
  return result;
}

function print(encoding: string, length: string, { right, refused, wrong }: Tally): void {
  if (hasFigures)
    process.stdout.write(`${encoding.padEnd(14)} ${length.padEnd(10)} right ${right} of ${right + refused + wrong}, refused ${refused}, wrong ${wrong}\n`);
}

describe("encodings", () => {
  test.each(languagesOf)("articles in %s are read to the letter", (encoding, languages) => {
    const result = tally(encoding, languages, (language, next) => article(language, next, 1 + next(6)));
    print(encoding, "articles", result);
    expect(result.wrong).toBe(0);
    // The letters that an English text in this one has by chance are marks in the others.
    expect(result.refused).toBeLessThanOrEqual(encoding === "macintosh" ? 3 : 0);
    expect(result.impossible).toBeLessThan(textsEach / 2);
  });

  test.each(languagesOf.filter(([encoding]) => encoding !== "utf-8"))(
    "of short texts in %s few are refused, and next to none read wrong",
    (encoding, languages) => {
      for (const length of [160, 80, 40, 20]) {
        const result = tally(encoding, languages, (language, next) => stretch(language, next, length), shortTexts);
        print(encoding, `${length} chars`, result);
        const isRare = encoding === "macintosh";
        expect(result.wrong, `${length} characters`).toBeLessThanOrEqual(isRare ? 12 : length >= 40 ? 1 : 4);
        if (length >= 80 && !isRare) expect(result.right, `${length} characters`).toBeGreaterThanOrEqual((shortTexts - result.impossible) * 0.9);
      }
    },
  );

  test.each([
    "windows-1252",
    "iso-8859-1",
    "iso-8859-15",
    "macintosh",
    "windows-1251",
    "koi8-r",
    "koi8-u",
    "iso-8859-5",
    "windows-1256",
    "iso-8859-6",
  ] as const)("all 256 bytes of %s mean what the standard says", (encoding) => {
    for (let byte = 0; byte < 256; byte += 1) {
      const read = decodeAs(Uint8Array.of(byte), encoding);
      expect(read, byte.toString(16)).toBe(standard(byte, encoding));
      if (read !== "\ufffd" && read !== "\uf8ff") expect([...encoded(read, encoding)], byte.toString(16)).toEqual([byte]);
    }
  });

  test("an encoding that the folder sets is used as it stands, and nothing is remarked", () => {
    const house = { language: "en", folders: { old: { encoding: "koi8-r" } }, publications: {} };
    const { articles } = readSeed("old/a.txt", iconv.encode("Юг\n\n3 марта 2020 г.\n\nОн сказал, что это было давно.", "koi8-r"), house);
    expect(articles[0]?.article.headline).toBe("Юг");
    expect(articles[0]?.article.provenance["encoding"]).toEqual({ lines: [0, 0], rule: "koi8-r", confidence: "stated" });
    expect(articles[0]?.article.diagnostics).toEqual([]);
  });

  test("the configuration takes the names of the table, in any case, and no others", () => {
    const config = (encoding: string) => readConfig(JSON.stringify({ folders: { old: { encoding } } }), "tearsheet.config.json", "Tearsheet", undefined);
    expect(config("Windows-1251").config?.house.folders["old"]?.encoding).toBe("windows-1251");
    expect(config("cp1251").diagnostics[0]?.message).toContain("windows-1251");
  });

  test("a byte order mark wins over the folder", () => {
    expect(readBytes(Buffer.from("\ufeffЮг"), { encoding: "koi8-r", language: "ru" })).toMatchObject({ ok: true, encoding: "utf-8", text: "\ufeffЮг" });
  });

  test("what is assumed stands in the record and in the report", () => {
    const bytes = iconv.encode(article("ru", numbers(1), 2), "windows-1251");
    const { articles, diagnostics } = readSeed("a.txt", bytes, { language: "en", folders: {}, publications: {} });
    expect(articles[0]?.article.provenance["encoding"]).toEqual({ lines: [0, 0], rule: "windows-1251", confidence: "inferred" });
    expect(diagnostics.map(({ code }) => code)).toContain("encoding-assumed");
  });

  test("chance bytes and languages without letters in the table are refused", () => {
    const next = numbers(3);
    let taken = 0;
    for (let index = 0; index < 300; index += 1) {
      const bytes = Uint8Array.from({ length: 20 + next(400) }, () => 32 + next(224));
      taken += readBytes(bytes, { language: "en" }).ok ? 1 : 0;
    }
    expect(taken).toBe(0);
    const foreign = [
      ["Wczoraj burmistrz powiedział, że tramwaj do Starego Portu nie ruszy przed wiosną, a mieszkańcy są już zmęczeni czekaniem.", "windows-1250"],
      ["Ο δήμαρχος δήλωσε τη Δευτέρα ότι το τραμ για το Παλιό Λιμάνι δεν θα κυκλοφορήσει πριν από την άνοιξη.", "windows-1253"],
      ["ראש העיר אמר ביום שני שהחשמלית לנמל הישן לא תפעל לפני האביב, והתושבים כבר עייפים מלחכות.", "windows-1255"],
      ["시장은 월요일 옛 항구로 가는 전차가 봄 이전에는 운행되지 않을 것이라고 말했다.", "euc-kr"],
    ] as const;
    for (const [text, encoding] of foreign) expect(readBytes(iconv.encode(text, encoding), { language: "en" }).ok, encoding).toBe(false);
  });
});

describe("damage", () => {
  const codes = (text: string) => flawsOf(text, "all").map(({ code, line }) => `${code} ${line}`);

  test("UTF-8 that was saved in the wrong encoding is found in every language", () => {
    for (const [language, own] of Object.entries(sentences)) {
      for (const text of own.filter((each) => /[^\0-\u007f]/.test(each))) {
        for (const wrong of ["windows-1252", "windows-1251"]) {
          const garbled = iconv.decode(Buffer.from(text), wrong);
          const isWestern = western.includes(language);
          if (wrong === "windows-1252" || (language !== "ar" && !isWestern)) expect(codes(`Fine.\n${garbled}`), garbled).toEqual(["text-damaged 2"]);
        }
      }
    }
  });

  test("sound text is not called damaged", () => {
    for (const own of Object.values(sentences)) expect(codes(own.join("\n"))).toEqual([]);
    for (const text of ["«СССР»", "ESPAÑA…", "CAFÉ» À 5 °C", "Ångström, naïve, Ærø, Š", "РСФСР № 5", "Россія і Ґрунт", "30 °C · 5 £"])
      expect(codes(text), text).toEqual([]);
  });

  test("of many lines five are told, and the rest is a number", () => {
    const found = flawsOf("a\ufffd\n".repeat(12), "all");
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    expect(found.at(-1)?.message).toContain("7 more lines");
  });
});

/** A byte of an encoding by the WHATWG Encoding Standard; U+FFFD where it has no meaning in print. Windows-1252, which Node reads wrong, is written out. */
function standard(byte: number, encoding: EncodingName): string {
  const windows1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
  if (encoding === "windows-1252" && byte >= 0x80 && byte < 0xa0) return windows1252[byte - 0x80] as string;
  if (encoding === "windows-1251" && byte === 0x98) return "\ufffd";
  return new TextDecoder(encoding).decode(Uint8Array.of(byte));
}
