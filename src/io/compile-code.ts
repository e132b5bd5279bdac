/** Text → code: the one place where the program makes some, of templates and of nothing else. May import: nothing. */
import { compileFunction } from "node:vm";

/**
 * Compiles the body of a function. Unlike `new Function`, this goes on working where Node is told to make no code of strings
 * (`--disallow-code-generation-from-strings`), so that everything else, every package included, can be forbidden to. The code cannot `import()`.
 *
 * @throws a `SyntaxError` where the body is no JavaScript
 */
export function compileCode(body: string, parameters: readonly string[]): (...values: readonly unknown[]) => unknown {
  return compileFunction(body, parameters) as (...values: readonly unknown[]) => unknown;
}
