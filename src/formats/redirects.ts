/** Redirects from former addresses, for the common kinds of host. May import: model, text. */
import { parseUrl } from "../text/url.ts";

/** An address of a former site, and where its article is now. */
export interface Redirect {
  /** Path as it is asked for: percent-encoded, beginning with `/`. */
  readonly path: string;
  /** Query without its question mark; empty where there is none. */
  readonly query: string;
  /** Absolute address, or path from the top of the host; percent-encoded. */
  readonly target: string;
}

/**
 * Reads a former address (WHATWG URL Standard). Null where it has a character that means something to one of the formats below (`$`, `*`, `:`, `|`, quotation marks,
 * braces …), or says, decoded, what no configuration file should hold: control characters, quotation marks, backslashes, bytes that are no UTF-8.
 */
export function redirectFrom(url: string, target: string): Redirect | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const { pathname, search } = parsed;
  const query = search.slice(1);
  if (!/^\/[\w/.~%+,;=&@!()-]*$/.test(pathname) || !/^[\w/.~%+,;=&@!()?-]*$/.test(query)) return null;
  if (pathname.startsWith("//") || /[;@]/.test(pathname.charAt(1)) || !isPlain(decoded(pathname))) return null;
  return { path: pathname, query, target: target.replace(/[^\w/.~%+,=:@()-]/gu, (character) => percent(character)) };
}

/** `_redirects` as Netlify and Cloudflare Pages read it: from, to, status. They know no queries but as patterns, so that addresses with one are left out. */
export function redirectsFile(redirects: readonly Redirect[], note: string): string {
  return `${comment(note)}${redirects.map(({ path, query, target }) => (query === "" ? `${path} ${target} 301\n` : "")).join("")}`;
}

/**
 * A map for nginx (ngx_http_map_module), to be included in its `http` block. It compares `$request_uri`, that is path and query as they were sent. By itself nginx
 * has no room for long addresses, and refuses to start.
 */
export function nginxMap(redirects: readonly Redirect[], note: string): string {
  const use = `${note}\nUse it so:  include this file in http { … };  in server { … }:  if ($archive_target) { return 301 $archive_target; }\nThe two sizes may be set once in http { … }: where yours are set already, take these out and see that yours are as large.`;
  const keys = redirects.map(({ path, query }) => `${path}${query === "" ? "" : `?${query}`}`);
  const longest = keys.reduce((length, key) => Math.max(length, key.length), 0);
  // A bucket holds a pointer, and for each key a pointer, two bytes and the key.
  const sizes = `map_hash_bucket_size ${powerAbove(longest + 32, 128)};\nmap_hash_max_size ${powerAbove(2 * keys.length, 2048)};\n`;
  const lines = redirects.map(({ target }, index) => `  "${keys[index]}" "${target}";\n`).join("");
  return `${comment(use)}${sizes}map $request_uri $archive_target {\n  default "";\n${lines}}\n`;
}

/** The first power of two that is not less than either. */
function powerAbove(number: number, least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(number, least)));
}

/** Rules for Apache (mod_rewrite), for `.htaccess` at the top of the former site. It compares the path decoded, and the query as it was sent. */
export function apacheRules(redirects: readonly Redirect[], note: string): string {
  const rules = redirects.map(({ path, query, target }) => {
    const condition = `RewriteCond "%{QUERY_STRING}" "^${escapePattern(query)}$"\n`;
    return `${query === "" ? "" : condition}RewriteRule "^${escapePattern((decoded(path) ?? "").slice(1))}$" "${escapeSubstitution(target)}" [R=301,L,NE,QSD]\n`;
  });
  return `${comment(note)}RewriteEngine On\n${rules.join("")}`;
}

/** A path without its percent-encoding; null where that is none. */
export function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** `encodeURIComponent` leaves some marks as they are that a configuration file does not. */
function percent(character: string): string {
  const encoded = encodeURIComponent(character.toWellFormed());
  return encoded.length > 1 ? encoded : `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function isPlain(text: string | null): boolean {
  return text !== null && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"'`\\<>{}$%]/u.test(text);
}

/** Every character of a pattern that is no letter, digit, or other than ASCII, means itself. */
function escapePattern(text: string): string {
  return text.replace(/[!-/:-@[-^`{-~]/g, "\\$&");
}

/** A percent sign before a digit, and a dollar sign, would be taken for what a pattern found. */
function escapeSubstitution(text: string): string {
  return text.replace(/[%$\\]/g, "\\$&");
}

function comment(note: string): string {
  return note
    .split("\n")
    .map((line) => `# ${line}\n`)
    .join("");
}
