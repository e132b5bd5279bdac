/** Templates, strings and the stylesheet on disk: the owner's file of a name wins over the one that comes with the program. May import: model. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export interface ThemeFile {
  /** What to call the file when speaking of it. */
  readonly file: string;
  readonly content: Buffer;
  /** What comes with the program under this name, where the owner's file hides it. */
  readonly hides: Buffer | null;
}

/**
 * All files of a theme by path: `article.eta`, `style.css`, `lists.css`, `icon.svg`, `page.js`, `strings/en.json`, `fonts/text.woff2`. The tokens stand at the head of the stylesheet, the owner's
 * behind those that come with the program, the program’s own files without comments and blanks; a stylesheet of the owner's own without tokens of his own is left as it is.
 *
 * @param own the owner's folder, which need not exist
 * @param shipped the folder that comes with the program
 */
export function readTheme(own: string, shipped: string): ReadonlyMap<string, ThemeFile> {
  const files = new Map<string, ThemeFile>();
  for (const path of list(shipped)) files.set(path, { file: join(shipped, path), content: readFileSync(join(shipped, path)), hides: null });
  // In the program's own folder, the owner's templates may be those that come with it.
  if (resolve(own) !== resolve(shipped) && statSync(own, { throwIfNoEntry: false })?.isDirectory() === true)
    for (const path of list(own)) files.set(path, { file: join(own, path), content: readFileSync(join(own, path)), hides: files.get(path)?.content ?? null });
  return withFonts(withTokens(files));
}

function withTokens(files: Map<string, ThemeFile>): Map<string, ThemeFile> {
  const [tokens, style, lists] = [files.get("tokens.css"), files.get("style.css"), files.get("lists.css")];
  if (lists !== undefined && lists.hides === null) files.set("lists.css", { ...lists, content: asLoaded(lists.content) });
  if (tokens === undefined || style === undefined || (style.hides !== null && tokens.hides === null)) return files;
  const shippedTokens = tokens.hides ?? tokens.content;
  const ownTokens = tokens.hides === null ? [] : [tokens.content];
  const parts = [asLoaded(shippedTokens), ...ownTokens, style.hides === null ? asLoaded(style.content) : style.content];
  return files.set("style.css", { ...style, content: Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")])) });
}

/** The owner's `fonts.css` stands behind all else, so that what it says of a language's type counts. */
function withFonts(files: Map<string, ThemeFile>): ReadonlyMap<string, ThemeFile> {
  const [fonts, style] = [files.get("fonts.css"), files.get("style.css")];
  if (fonts === undefined || style === undefined) return files;
  return files.set("style.css", { ...style, content: Buffer.concat([style.content, Buffer.from("\n"), fonts.content]) });
}

/**
 * What comes with the program is explained, and set in lines, for those who change it; readers need not load that: 1.9 KB of 14 on the wire. No string of it holds
 * a comment's signs, or a space beside one of these marks.
 */
function asLoaded(style: Buffer): Buffer {
  return Buffer.from(
    style
      .toString("utf8")
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/\s*\n\s*/g, "")
      .replace(/ (?=[{>])|(?<=[:,>]) /g, ""),
  );
}

/** Templates, strings, stylesheets, fonts and pictures of the frame; not what else may lie there, and nothing through a link. */
function list(folder: string): string[] {
  const names = (inside: string) =>
    readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(inside, entry.name)] : []));
  const inside = (own: string) => (statSync(join(folder, own), { throwIfNoEntry: false })?.isDirectory() === true ? names(own) : []);
  return [
    ...names("").filter((name) => /\.(?:eta|css)$|^(?:icon\.svg|logo\.(?:svg|png)|page\.js)$/.test(name)),
    ...inside("strings").filter((name) => name.endsWith(".json")),
    // A name that an address may hold as it is: it stands in the owner's stylesheet.
    ...inside("fonts").filter((path) => /[\\/][\w.-]+\.woff2$/.test(path)),
  ]
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}
