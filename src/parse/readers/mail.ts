/** A clipping that came by mail: quotation marks before every line, and the head of the mail that brought it. May import: text. */
import { isBlank } from "../../text/lines.ts";

const quote = /^\s?>/;
/** A text of fewer quoted lines is one that quotes. */
const fewestQuoted = 3;
/** A mail is not passed on more often. */
const deepest = 20;

/**
 * Takes the marks (`> `) off a text that somebody quoted whole: from the first quoted line to the last every line that prints is quoted, and they
 * are at least half of all lines. Marks that stand before some of the lines only are the mail's own quotations, and stay.
 *
 * @param lines without terminators
 */
export function withoutQuoteMarks(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => quote.test(line));
  if (first === -1) return lines;
  const printing = lines.filter((line) => !isBlank(line)).length;
  const last = lines.findLastIndex((line) => quote.test(line));
  const quoted = lines.slice(first, last + 1).filter((line) => !isBlank(line));
  const withWords = quoted.filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
  if (!quoted.every((line) => quote.test(line)) || withWords < fewestQuoted || quoted.length * 2 < printing) return lines;
  const depth = quoted.reduce((least, line) => Math.min(least, depthOf(line)), deepest);
  return lines.map((line, index) => (index < first || index > last ? line : unquote(line, depth)));
}

function depthOf(line: string): number {
  return /^(?:\s?>)*/.exec(line)?.[0].replace(/\s/g, "").length ?? 0;
}

function unquote(line: string, depth: number): string {
  let rest = line;
  for (let level = 0; level < depth; level += 1) rest = rest.replace(quote, "");
  return rest.replace(/^ /, "");
}

/** What mail programs write above a mail that is passed on, in the languages that Tearsheet reads. */
const announcement =
  /^[-_*\s]*(?:begin forwarded message|(?:original|forwarded) message|ursprüngliche nachricht|original-nachricht|weitergeleitete nachricht|message (?:d['’]origine|transféré)|mensaje (?:original|reenviado)|(?:исходное|пересылаемое|пересланное) сообщение|(?:початкове|переслане) повідомлення|(?:الرسالة الأصلية|رسالة معاد توجيهها)|(?:原始邮件|转发的邮件|轉寄郵件))[-_*:：\s]*$/iu;
const attribution = /\S.*(?:wrote|schrieb|a écrit|escribió|написала?|написал\(а\)|пишет|написав|пише|كتب|写道|寫道)\s?[:：]$/iu;
const sender = /^(?:from|von|de|от|від|من|发件人|寄件者)$/u;
const fields =
  /^(from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviado|enviado el|para|fecha|asunto|от|отправлено|дата|кому|копия|тема|від|надіслано|من|إلى|التاريخ|تاريخ الإرسال|الموضوع|发件人|发送时间|日期|收件人|抄送|主题|寄件者|日期|收件者|主旨)\s?[:：]\s*\S/iu;

/**
 * How many lines from `at` on are the head of a mail: an announcement (`-----Original Message-----`), and lines of `From:`, `Sent:`, `To:`,
 * `Subject:` below it; such lines without an announcement, if they are three and one says from whom; `Jane Roe wrote:`. 0 where there is none.
 *
 * @param lines without terminators
 */
export function mailHeadAt(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? "").trim();
  if (line.length > 200) return 0;
  if (announcement.test(line)) {
    const below = lines.slice(at + 1, at + 4).findIndex((each) => !isBlank(each));
    const found = below === -1 ? 0 : fieldsAt(lines, at + 1 + below).length;
    return found >= 2 ? 1 + below + found : 1;
  }
  const found = fieldsAt(lines, at);
  if (found.length >= 3 && found.some((name) => sender.test(name))) return found.length;
  // The end is looked at first: the expression tries every word as the first one.
  return /[:：]$/.test(line) && attribution.test(line) && /@|\d/.test(line) ? 1 : 0;
}

/** The names of the fields in the lines from `at` on; a line that is indented goes on with the one above it. */
function fieldsAt(lines: readonly string[], at: number): string[] {
  const names: string[] = [];
  for (let index = at; index < lines.length && index < at + 20; index += 1) {
    const line = lines[index] ?? "";
    const name = /[:：]/.test(line) ? fields.exec(line.replace(/^\*?(\p{L}[\p{L} -]*:)\*/u, "$1"))?.[1] : undefined;
    if (name === undefined && !(names.length > 0 && /^\s+\S/.test(line))) break;
    names.push(name?.toLowerCase() ?? "");
  }
  return names;
}
