/** Templates → HTML, through Eta. May import: model, text, theme. */
import { Eta } from "eta/core";
import type { BodyPiece } from "../model/body.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PageProps } from "../model/page.ts";
import { escapeHtml } from "../text/html.ts";
import { withLinks } from "../text/html-links.ts";
import { scriptJson } from "../text/json.ts";
import { directly, withDirectIncludes } from "./includes.ts";
import { type Helpers, helpersOf, type Strings } from "./strings.ts";

/** A template as it was found: the owner's where there is one, else the one that comes with the program. */
export interface TemplateSource {
  /** Without `.eta`. */
  readonly name: string;
  /** What to call the file when speaking of it. */
  readonly file: string;
  readonly source: string;
}

export interface Theme {
  /**
   * Renders a page. Throws a `TemplateFailure` where the template fails.
   *
   * @param props all that the template sees as `it`, besides the helpers `t`, `count`, `date`, `number`
   * @param pieces the sanitised body, in order; the template sees it as `it.pieces`, its links exchanged for those of `props.links`, with the copies of `props.copies`
   */
  render(template: string, props: PageProps, pieces: readonly BodyPiece[]): string;
}

/** A template that cannot be used, and why. */
export class TemplateFailure extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/**
 * HTML that may be printed as it is. Two things become one: the sanitised body, and the page's linked data, whole with its element, in a JSON that no
 * string can break out of. Whatever else a template prints with `<%=` is escaped.
 */
class SafeHtml {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

/** Raw output is for what templates themselves make: parts, and the page inside its frame. */
function isRawAllowed(expression: string): boolean {
  const trimmed = expression.trim();
  if (trimmed === "it.body") return true;
  if (!/^include\s*\(/.test(trimmed)) return false;
  // The parenthesis that `include` opens has to be closed by the last character, strings passed over.
  let depth = 0;
  const marks = [...trimmed.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g, (text) => " ".repeat(text.length))];
  return marks.every((mark, index) => {
    depth += mark === "(" ? 1 : mark === ")" ? -1 : 0;
    return depth > 0 || mark !== ")" || index === marks.length - 1;
  });
}

/** Makes a function of its body. Throws a `SyntaxError` where the body is no JavaScript. */
export type CompileCode = (body: string, parameters: readonly string[]) => (...values: readonly unknown[]) => unknown;

/** Compiles all templates. Throws a `TemplateFailure` for the first that does not compile, or that would print something unescaped. */
export function makeTheme(templates: readonly TemplateSource[], strings: Strings, language: string, compile: CompileCode): Theme {
  const helpers = helpersOf(strings, language);
  const fast = directly(
    engine(templates, false, compile),
    templates.map(({ name }) => name),
  );
  let slow: Eta | null = null;
  return {
    render: (template, props, pieces) => {
      const data = dataFor(props, pieces, helpers);
      try {
        return fast(template, data);
      } catch (error) {
        // Once more, in the mode that knows the lines, to say where.
        slow ??= engine(templates, true, compile);
        throw failureOf(template, data, slow, error, templates);
      }
    },
  };
}

const settings = { autoTrim: false, cache: true, escapeFunction: print, useWith: false } as const;

function engine(templates: readonly TemplateSource[], debug: boolean, compile: CompileCode): Eta {
  const eta = new Eta({ ...settings, debug });
  const codeOf = (source: string) => (debug ? eta.compileToString(source) : withDirectIncludes(eta.compileToString(source)));
  // Eta's own way is `new Function`, which would have to be allowed to every package.
  eta.compile = (source) => compile(codeOf(source), [eta.config.varName, "options"]) as ReturnType<Eta["compile"]>;
  for (const { name, file, source } of templates) {
    checkRaw(eta, file, source);
    try {
      eta.loadTemplate(name, source);
    } catch (error) {
      const at = / at line (\d+) col (\d+)/.exec(messageOf(error));
      const line = at === null ? lineOfCode(source, compile) : Number(at[1]);
      throw new TemplateFailure(problem(file, `The template does not compile: ${firstLine(messageOf(error))}.`, line, Number(at?.[2] ?? 1)));
    }
  }
  return eta;
}

/**
 * The line of a template whose JavaScript is wrong: that of the last tag before the place that the system names, or the one within the tag. Eta, told to
 * keep the lines, writes each tag's into the code that it makes.
 */
function lineOfCode(source: string, compile: CompileCode): number {
  const code = new Eta({ ...settings, debug: true }).compileToString(source);
  try {
    compile(code, ["it", "options"]);
    return 1;
  } catch (error) {
    const lines = code.split("\n");
    const place = Number(/^\S*:(\d+)\n/.exec((error as Error).stack ?? "")?.[1] ?? 0);
    const tag = lines.slice(0, place).findLastIndex((line) => /^__eta\.line=\d+$/.test(line));
    const line = Number(/\d+$/.exec(lines[tag] ?? "")?.[0] ?? 1);
    return lines[place - 1]?.startsWith("__eta") === true ? line : line + Math.max(0, place - tag - 2);
  }
}

/** Refuses `<%~` but for parts and the frame's body: everything else has to be escaped. */
function checkRaw(eta: Eta, file: string, source: string): void {
  for (const match of source.matchAll(/<%[-_]?\s*~([\s\S]*?)%>/g)) {
    if (isRawAllowed((match[1] ?? "").replace(/[-_]$/, ""))) continue;
    const line = source.slice(0, match.index).split("\n").length;
    throw new TemplateFailure(
      problem(
        file,
        `\`<%~${match[1]?.slice(0, 60)}%>\` would print without escaping.`,
        line,
        1,
        "Write `<%=`, which escapes. The text of the article (`piece.html`) is printed by `<%=` as it is.",
      ),
    );
  }
  if (eta.config.autoEscape !== true) throw new Error("Templates must escape.");
}

function print(value: unknown): string {
  if (value instanceof SafeHtml) return value.html;
  return value === null || value === undefined ? "" : escapeHtml(String(value));
}

function dataFor(props: PageProps, pieces: readonly BodyPiece[], helpers: Helpers): object {
  const taken = Object.keys(props).find((key) => key in helpers || key === "pieces" || key === "body" || key === "__blocks");
  if (taken !== undefined) throw new Error(`A page may not have a property named ${taken}: templates know something else by that name.`);
  const { links = {}, copies = {}, jsonLd } = props;
  return {
    ...props,
    ...helpers,
    ...(jsonLd === undefined ? {} : { jsonLd: new SafeHtml(`<script type="application/ld+json">${scriptJson(jsonLd)}</script>`) }),
    pieces: pieces.map((piece) => (piece.kind === "html" ? { ...piece, html: new SafeHtml(withLinks(piece.html, links, copies)) } : piece)),
  };
}

/** Where a template failed: the innermost part that did, with its line. */
function failureOf(template: string, data: object, slow: Eta, error: unknown, templates: readonly TemplateSource[]): TemplateFailure {
  let message = messageOf(error);
  try {
    slow.render(template, data);
  } catch (again) {
    message = messageOf(again);
  }
  // Eta shows the lines around the fault in each part on the way, the innermost last, and not the part's name: the one that has all of these
  // lines is the one that failed.
  const frame = message.split("\n\n").findLast((group) => / >> \d+\|/.test(group)) ?? "";
  const line = Number(/>>\s*(\d+)\|/.exec(frame)?.[1] ?? 1);
  const shown = [...frame.matchAll(/^(?: >> | {4})(\d+)\| (.*)$/gm)].map((match) => [Number(match[1]), match[2]] as const);
  const hasAll = ({ source }: TemplateSource) => {
    const lines = source.split("\n");
    return shown.length > 0 && shown.every(([number, text]) => lines[number - 1] === text);
  };
  const source = templates.find(hasAll) ?? templates.find((each) => each.name === template);
  const reason = message.trim().split("\n").at(-1) ?? "";
  return new TemplateFailure(problem(source?.file ?? `${template}.eta`, `The template fails: ${reason}.`, line, 1));
}

function problem(file: string, message: string, line: number, column: number, hint: string = codes["template-invalid"].advice): Diagnostic {
  return { code: "template-invalid", file, message, hint, line, column };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").replace(/ at line \d+ col \d+:?$/, "");
}
