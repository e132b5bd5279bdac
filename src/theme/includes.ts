/**
 * How templates include each other. Eta's own `include` looks a template up anew and copies all that a page knows, whether the part is given something more or not: a
 * third of the time of rendering an article, which includes sixteen. May import: eta.
 */
import type { Eta } from "eta/core";

/** Renders a template with all that it may see as `it`. */
export type Render = (template: string, data: object) => string;

/** The line of a compiled template that says what `include` does. */
const own = /^let include = .*$/m;
const direct = "let include = (name, data) => options.include(name, it, data);";

/** The code of a compiled template, in which `include` asks for what `directly` gives. Throws where Eta writes other code than it did. */
export function withDirectIncludes(code: string): string {
  if (!own.test(code)) throw new Error("Eta compiles templates in another way than before: `include` is not where it was.");
  return code.replace(own, direct);
}

/** @param names of the templates that the engine has, compiled with `withDirectIncludes` */
export function directly(eta: Eta, names: readonly string[]): Render {
  const templates = new Map(names.map((name) => [name, eta.templatesSync.get(name)]));
  const render: Render = (name, data) => {
    const template = templates.get(name);
    if (template === undefined) throw new Error(`There is no template ${name}.eta`);
    return template.call(eta, data, options as object);
  };
  // A part that is given nothing sees what its page sees; the frame (`__blocks`) is given that already, with the page in it.
  const include = (name: string, it: object, data?: object | null) =>
    render(name, data === undefined || data === null ? it : "__blocks" in data ? data : { ...it, ...data });
  const options = { include };
  return render;
}
