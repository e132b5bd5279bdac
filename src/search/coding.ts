/**
 * Whole numbers as printable text, for files that are scripts and can be read by eye. A number is written in digits of 46, the lowest first; the last digit is
 * one of the first 46 signs, those before it are of the other 46. The signs are those of ASCII that print, but for `"` and `\`, which JSON would write as two.
 * For builds and for browsers. May import: nothing.
 */

const signs = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/** The base. */
export const base = signs.length / 2;

/** Codes of the signs, in order. */
export const signCodes: Uint8Array = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

const digitOf = new Uint8Array(128).fill(255);
for (let value = 0; value < signs.length; value += 1) digitOf[signs.charCodeAt(value)] = value;

/** @param number not negative, below 2^53 */
export function encodeNumber(number: number): string {
  let text = "";
  let rest = number;
  while (rest >= base) {
    text += signs[base + (rest % base)];
    rest = Math.floor(rest / base);
  }
  return text + signs[rest];
}

export function encodeNumbers(numbers: Iterable<number>): string {
  let text = "";
  for (const number of numbers) text += encodeNumber(number);
  return text;
}

/** Numbers that grow, from 0 or more: as the steps between them, less one. */
export function encodeGrowing(numbers: Iterable<number>): string {
  let text = "";
  let before = -1;
  for (const number of numbers) {
    text += encodeNumber(number - before - 1);
    before = number;
  }
  return text;
}

/** @throws where the text is not of numbers */
export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  const { length } = text;
  for (let at = 0, number = 0, place = 1; at < length; at += 1) {
    const value = digitAt(text, at);
    if (value >= base) {
      number += (value - base) * place;
      place *= base;
      if (at + 1 === length) throw new Error("The last number is cut off.");
    } else {
      numbers.push(number + value * place);
      number = 0;
      place = 1;
    }
  }
  return numbers;
}

function digitAt(text: string, at: number): number {
  const value = digitOf[text.charCodeAt(at)] ?? 255;
  if (value === 255) throw new Error(`A sign that is no digit: ${JSON.stringify(text[at])}.`);
  return value;
}

/**
 * Of numbers below 2^32. A search decodes lists of a hundred thousand before the browser has compiled anything, so this is one loop into one piece of memory.
 *
 * @throws where the text is not of numbers
 */
export function decodeGrowing(text: string): Uint32Array {
  const { length } = text;
  const numbers = new Uint32Array(length);
  let count = 0;
  let number = -1;
  for (let at = 0, place = 1; at < length; at += 1) {
    const value = digitAt(text, at);
    if (value >= base) {
      number += (value - base) * place;
      place *= base;
      if (at + 1 === length) throw new Error("The last number is cut off.");
    } else {
      number += value * place + 1;
      numbers[count] = number;
      count += 1;
      place = 1;
    }
  }
  return numbers.subarray(0, count);
}
