/**
 * What a rule made of a short line, for when it comes again: an archive prints the same bylines, sections and labels over and over, and a rule's answer is
 * decided by the line's words and the language alone. Half of the time of a clipping's marks went into some eight such lines. May import: parse/marks.
 */
import type { Words } from "./words.ts";

/** Beyond so many characters a line is hardly printed twice. */
const longest = 80;
/** How many lines a rule remembers of each language, some 200 bytes each; then it begins anew. */
const most = 4000;

/** The same rule, with a memory. What it returns is shared by all that ask, and never changed. */
export function remembering<T>(rule: (text: string, words: Words) => T): (text: string, words: Words) => T {
  const memory = new WeakMap<Words, Map<string, T>>();
  return (text, words) => {
    if (text.length > longest) return rule(text, words);
    const own = memory.get(words) ?? new Map<string, T>();
    const known = own.get(text);
    if (known !== undefined) return known;
    if (own.size === 0 || own.size >= most) memory.set(words, own.size === 0 ? own : new Map<string, T>());
    const copy = ownCopy(text);
    const answer = rule(copy, words);
    memory.get(words)?.set(copy, answer);
    return answer;
  };
}

/** A string of its own: one cut out of a file's text would keep all of that in memory, and so would whatever is cut out of it in turn. */
function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
