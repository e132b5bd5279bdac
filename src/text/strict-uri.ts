/** Web addresses for formats that take nothing but ASCII. May import: text. */
import { hostOf } from "./url.ts";

/**
 * A web address as a URI in the strict sense (RFC 3986): ASCII, the host as it is looked up, every other character percent-encoded, without a user's name. Null
 * for anything else.
 */
export function strictUri(url: string): string | null {
  if (hostOf(url) === null) return null;
  const { origin, pathname, search, hash } = new URL(url);
  return `${origin}${encoded(pathname + search)}${hash === "" ? "" : `#${encoded(hash.slice(1))}`}`;
}

function encoded(part: string): string {
  const character = /%(?![\da-f]{2})|[^\w!$&'()*+,;=:@/?.~%-]/giu;
  return part.replace(character, (each) => (each === "%" ? "%25" : encodeURIComponent(each.toWellFormed())));
}
