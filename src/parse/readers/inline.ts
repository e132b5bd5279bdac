/** The one inline construct of a clipping: links. Everything else means what it says. May import: text. */
import { safeUrl } from "../../text/url.ts";

/** A run of characters, linked or not. */
export interface Inline {
  readonly text: string;
  readonly url: string | null;
}

const link =
  /\[([^[\]\n]{1,500})\]\(\s*<?(https?:\/\/[^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,2000})?)>?\s*\)|<(https?:\/\/[^\s<>]{1,2000})>|(https?:\/\/[^\s<>"“”«»]{1,2000})/g;

/**
 * Cuts a printed line into linked and plain runs: `[words](https://…)`, `<https://…>` and a bare web address, which ends before
 * punctuation that closes the sentence. An address that is no safe address stays plain text.
 */
export function parseInline(text: string): Inline[] {
  // Every link has it; most lines have none.
  if (!text.includes("://")) return text === "" ? [] : [{ text, url: null }];
  const runs: Inline[] = [];
  let at = 0;
  const push = (run: Inline) => {
    const last = runs.at(-1);
    if (run.text === "") return;
    if (run.url === null && last !== undefined && last.url === null) runs[runs.length - 1] = { text: last.text + run.text, url: null };
    else runs.push(run);
  };
  for (const match of text.matchAll(link)) {
    const [whole, words, target, angled, bare] = match;
    const printed = bare === undefined ? whole : trimAddress(bare);
    const url = safeUrl(target ?? angled ?? printed);
    if (url === null) continue;
    push({ text: text.slice(at, match.index), url: null });
    push({ text: words ?? url, url });
    at = match.index + printed.length;
  }
  push({ text: text.slice(at), url: null });
  return runs;
}

/** A bare address without the punctuation that follows it: `https://example.org/a).` is `https://example.org/a`. */
function trimAddress(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const unopened = last === ")" && !address.slice(0, end).includes("(");
    if (!/[.,;:!?'’。，；：！？…*_\]]/.test(last) && !unopened) break;
    end -= 1;
  }
  return address.slice(0, end);
}
