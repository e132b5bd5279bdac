/** What in a text shows that it was damaged, or could deceive. May import: text. */
import { splitLines } from "./lines.ts";

export interface Flaw {
  readonly code: "text-damaged" | "control-character" | "bidi-control";
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Of each kind of flaw so many are told one by one. */
const mostTold = 5;

/** Bytes 0x80–0xBF as windows-1252 and as windows-1251 print them. */
const tail1252 = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const tail1251 = "\u0098\u00a0ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";

/** UTF-8 that was read as windows-1252 or windows-1251 and saved so: each pattern is two or more letters that no language sets side by side. */
const mojibake = new RegExp(
  `Ã[\u00a1-\u00ba\u00bc-\u00bf€‚ƒ„†‡ˆ‰Š‹Œ‘“•–—˜™š›œŸ]|Â[\u00a0-\u00bf]|â(?:€|‚¬|„[¢–])|(?:[ÐÑ][${tail1252}]){2}|(?:[ØÙ][${tail1252}]){2}|(?:[äåæçèé][${tail1252}]{2}){2}|(?:[РСШЩ][${tail1251}]){3}|(?:[дежзий][${tail1251}]{2}){2}|вЂ[™њќ“”ћ¦"]`,
  "u",
);
const control = /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
const override = /[\u202d\u202e]/;

/**
 * Looks at every line of a text as it was decoded, before anything is cleaned. Of a kind of flaw the first five lines are told each, and the others
 * as a number.
 *
 * @param breaks how the file's lines are counted
 */
export function flawsOf(text: string, breaks: "all" | "ascii"): Flaw[] {
  if (!suspicious.test(text) && text.isWellFormed()) return [];
  const flaws: Flaw[] = [];
  const more: Record<Flaw["code"], number> = { "text-damaged": 0, "control-character": 0, "bidi-control": 0 };
  for (const [index, line] of splitLines(text, breaks).entries()) {
    for (const { code, at, message } of flawsIn(line)) {
      if (flaws.filter((flaw) => flaw.code === code).length < mostTold) flaws.push({ code, message, line: index + 1, column: at + 1 });
      else more[code] += 1;
    }
  }
  return flaws.map((flaw, index) => {
    const left = more[flaw.code];
    const isLast = left > 0 && !flaws.slice(index + 1).some(({ code }) => code === flaw.code);
    return isLast ? { ...flaw, message: `${flaw.message} So it is on ${left} more ${left === 1 ? "line" : "lines"}.` } : flaw;
  });
}

/** Whether a closer look is worth its time. */
const suspicious = /[\ufffd\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069ÃÂâÐÑØÙäåæçèéРСШЩвдежзий]/u;

function flawsIn(line: string): { code: Flaw["code"]; at: number; message: string }[] {
  if (!suspicious.test(line) && line.isWellFormed()) return [];
  const found: { code: Flaw["code"]; at: number; message: string }[] = [];
  const lost = line.search(/\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  const garbled = mojibake.exec(line);
  if (lost !== -1) found.push({ code: "text-damaged", at: lost, message: "A character is lost here: the file does not say any more what it was." });
  else if (garbled !== null)
    found.push({
      code: "text-damaged",
      at: garbled.index,
      message: `The letters “${wordAt(line, garbled.index)}” are a text that was once saved in the wrong encoding.`,
    });
  const bad = line.search(control);
  if (bad !== -1) found.push({ code: "control-character", at: bad, message: `The character U+${hex(line, bad)} does not print.` });
  const turn = line.search(override);
  const open = turn === -1 ? openDirection(line) : turn;
  if (open !== -1)
    found.push({ code: "bidi-control", at: open, message: `The character U+${hex(line, open)} makes a line read in another order than it is written.` });
  return found;
}

/** Where an embedding or isolate begins that its line does not close; -1 where there is none. Closed ones are what Arabic papers print. */
function openDirection(line: string): number {
  const open: number[] = [];
  for (const { 0: mark, index } of line.matchAll(/[\u202a-\u202c\u2066-\u2069]/g)) {
    if (mark === "\u202c" || mark === "\u2069") open.pop();
    else open.push(index);
  }
  return open[0] ?? -1;
}

function hex(line: string, at: number): string {
  return line.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
}

function wordAt(line: string, at: number): string {
  return line.slice(at).split(/\s/, 1)[0]?.slice(0, 12) ?? "";
}
