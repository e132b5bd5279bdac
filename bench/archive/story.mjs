/** The text of an article: sentences of everyday and invented words. */
import { below, chance, pick } from "./random.mjs";

/** How many words an article is to have at least: its last paragraph goes on beyond, so that 350 are the mean. */
const lengthOf = (next) => 100 + below(next, 230) + Math.round((below(next, 1000) / 1000) ** 2 * 260);

/**
 * The blocks of an article as Markdown (for a clipping: paragraphs without anything that Markdown could read, so that text and Markdown are the same).
 *
 * @returns blocks `{kind: "paragraph" | "subheading" | "list", text}`, and after how many paragraphs the related headlines stand
 */
export function storyOf(language, isMarkdown, next) {
  const blocks = [];
  const wanted = lengthOf(next);
  for (let words = 0; words < wanted; ) {
    const paragraph = paragraphOf(language, next);
    words += paragraph.words;
    blocks.push({ kind: "paragraph", text: paragraph.text });
  }
  return { blocks: isMarkdown ? enrich(blocks, language, next) : blocks };
}

function paragraphOf(language, next) {
  const sentences = [];
  let words = 0;
  for (let count = 2 + below(next, 3); count > 0; count -= 1) {
    const sentence = sentenceOf(language, next);
    words += sentence.length;
    sentences.push(finish(sentence, language, next));
  }
  return { words, text: sentences.join(language.tag === "zh" ? "" : " ") };
}

/** The words of a sentence: now an everyday one, now another. */
function sentenceOf(language, next) {
  const length = 8 + below(next, 15);
  const words = [];
  for (let at = 0; at < length; at += 1) {
    const bits = next();
    const isCommon = (bits & 15) < 7;
    words.push(isCommon ? language.commonTable[bits >>> 16] : language.wordTable[bits >>> 16]);
    if ((bits & 0x3f0) === 0x3f0 && at > 1) words.push((below(next, 40) * 25 + 2).toString());
  }
  return words;
}

/** A sentence with its marks: a comma within, one in nine is somebody's words. */
function finish(words, language, next) {
  const isChinese = language.tag === "zh";
  const middle = 3 + below(next, words.length - 4);
  const comma = isChinese ? "，" : language.tag === "ar" ? "، " : ", ";
  const glue = isChinese ? "" : " ";
  const text = `${words.slice(0, middle).join(glue)}${chance(next, 0.6) ? comma : glue}${words.slice(middle).join(glue)}`;
  const opened = text.charAt(0).toUpperCase() + text.slice(1);
  if (chance(next, 0.11)) return language.quote(opened, pick(next, language.bylines));
  return `${opened}${isChinese ? "。" : "."}`;
}

/** Emphasis, links, a subheading or a list, as people put them. */
function enrich(blocks, language, next) {
  const rich = blocks.map(({ kind, text }, at) => ({ kind, text: at > 0 && chance(next, 0.35) ? mark(text, language, next) : text }));
  if (rich.length > 4 && chance(next, 0.35)) rich.splice(3, 0, { kind: "subheading", text: capital(words(language, next, 4)) });
  if (rich.length > 3 && chance(next, 0.25)) {
    rich.splice(rich.length - 1, 0, { kind: "list", text: [1, 2, 3].map(() => `- ${capital(words(language, next, 7))}`).join("\n") });
  }
  return rich;
}

const words = (language, next, count) => Array.from({ length: count }, () => language.wordTable[next() >>> 16]).join(language.tag === "zh" ? "" : " ");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Emphasis or a link behind the last sentence: never at the beginning, where a dateline or a label would stand. */
function mark(text, language, next) {
  const more = words(language, next, 3);
  const space = language.tag === "zh" ? "" : " ";
  const marked = [`*${more}*`, `**${more}**`, `[${more}](https://notes.example.com/${below(next, 9000)})`][below(next, 3)];
  const end = language.tag === "zh" ? "。" : ".";
  return `${text}${space}${capital(words(language, next, 2))} ${marked}${space}${words(language, next, 2)}${end}`;
}
