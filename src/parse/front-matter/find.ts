/** Whether a text opens with a front matter, and where it ends. Decided here, before any library looks. May import: model, text. */
import type { Code } from "../../model/codes.ts";
import { isBlank, withoutTerminator } from "../../text/lines.ts";

export type FrontMatterBlock =
  | { readonly kind: "none" }
  | { readonly kind: "found"; readonly format: "yaml" | "toml"; readonly lines: number; readonly source: string }
  | { readonly kind: "refused"; readonly code: Code; readonly line: number; readonly message: string };

/** Bytes are not counted: characters are near enough for a limit. */
const largest = 64 * 1024;

/**
 * Finds a front matter: a first line of exactly `---` (YAML) or `+++` (TOML), a line of the same below it, and between them something
 * that begins like a list of fields. A clipping that merely begins with a rule of three dashes has none. Another language behind the
 * dashes (`---js`, which some tools run) is refused.
 *
 * @param lines the text's lines with their terminators
 */
export function findFrontMatter(lines: readonly string[]): FrontMatterBlock {
  const opening = withoutTerminator(lines[0] ?? "")
    .replace(/^\ufeff/, "")
    .trimEnd();
  const engine = /^---\s*([a-z][a-z0-9+-]{1,15})$/i.exec(opening);
  if (
    engine !== null &&
    closingLine(lines, "---") !== -1 &&
    /^(?:ya?ml|json5?|cson|toml|js|javascript|jsx?|tsx?|typescript|coffee|coffeescript|ini|ruby|python|lua|php|sh)$/i.test(engine[1] ?? "")
  ) {
    return { kind: "refused", code: "front-matter-engine", line: 1, message: `The front matter asks to be read as “${engine[1]}”.` };
  }
  const format = opening === "---" ? "yaml" : opening === "+++" ? "toml" : null;
  if (format === null) return { kind: "none" };
  const end = closingLine(lines, opening);
  if (end === -1 || !looksLikeFields(lines.slice(1, end), format)) return { kind: "none" };
  const source = lines.slice(1, end).map(withoutTerminator).join("\n");
  if (source.length > largest)
    return { kind: "refused", code: "front-matter-too-large", line: 1, message: `The front matter has ${source.length} characters.` };
  return { kind: "found", format, lines: end + 1, source };
}

function closingLine(lines: readonly string[], mark: string): number {
  for (let index = 1; index < lines.length; index += 1) if (withoutTerminator(lines[index] ?? "").trimEnd() === mark) return index;
  return -1;
}

/** The first line that says anything is a comment or a key. */
function looksLikeFields(lines: readonly string[], format: "yaml" | "toml"): boolean {
  const first = lines.map(withoutTerminator).find((line) => !isBlank(line) && !/^\s*#/.test(line));
  if (first === undefined) return lines.length > 0 && lines.every((line) => isBlank(line) || /^\s*#/.test(line));
  return format === "yaml"
    ? /^(?:["']?[\p{L}_][\p{L}\p{N}_. -]{0,40}["']?\s*:(?:\s|$)|\{|%YAML|[&!]\S)/u.test(first.trim())
    : /^(?:["']?[\p{L}_][\p{L}\p{N}_."' -]{0,40}\s*=|\[)/u.test(first.trim());
}
