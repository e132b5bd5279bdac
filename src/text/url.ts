/** Addresses: which are safe to link, which mean the same, and how one page of the archive names another. May import: nothing. */

const safeSchemes = new Set(["http:", "https:", "mailto:", "tel:", "ftp:"]);

/**
 * The address as it may stand in a link, or null. Allowed are absolute http, https, mailto, tel and ftp addresses (WHATWG URL Standard);
 * everything else is text to us, and so is one with a character in it that nobody sees. The address comes back as printed, not as the standard re-writes it.
 */
export function safeUrl(text: string): string | null {
  const printed = text.trim();
  if (/[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}<>"\\]/u.test(printed)) return null;
  const parsed = parse(printed);
  if (parsed === null || !safeSchemes.has(parsed.protocol)) return null;
  // `https:x` is whole to the standard, and yet a relative address on a page that came by https.
  return /^(?:https?|ftp):(?!\/\/)/i.test(printed) ? null : printed;
}

/** The host of a web address in lower case without `www.`; null for anything else. */
export function hostOf(url: string): string | null {
  return hostOfParsed(parse(url));
}

function hostOfParsed(parsed: URL | null): string | null {
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === "") return null;
  return parsed.hostname.toLowerCase().replace(/^www\./, "");
}

/**
 * A key under which two addresses of the same article meet: scheme, `www.`, a trailing slash, the fragment and campaign parameters
 * (`utm_…`, `fbclid`, …) do not matter. Null where the text is no web address.
 */
export function urlKey(url: string): string | null {
  const parsed = parse(url);
  const host = hostOfParsed(parsed);
  if (parsed === null || host === null) return null;
  const query = [...withoutCampaign(parsed).searchParams];
  const search = query.map(([name, value]) => `${name}=${value}`).join("&");
  return host + (parsed.port === "" ? "" : `:${parsed.port}`) + parsed.pathname.replace(/\/+$/, "") + (search === "" ? "" : `?${search}`);
}

/** The address without the parameters that say only where a reader came from (`utm_…`, `fbclid`, …). */
export function withoutCampaign(url: URL): URL {
  if (url.search === "") return url;
  const result = new URL(url);
  for (const name of [...result.searchParams.keys()]) if (/^(?:utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid|igshid)$/.test(name)) result.searchParams.delete(name);
  return result;
}

/**
 * The relative address of one file of the site as seen from another, each part percent-encoded (RFC 3986), so that it works at any host,
 * under any path, and from a disk.
 *
 * @param from path of the page that holds the link, relative to the site, with `/`
 * @param to path of the file that is meant, likewise
 */
export function relativeHref(from: string, to: string): string {
  const fromParts = from.split("/").slice(0, -1);
  const toParts = to.split("/");
  let common = 0;
  while (common < fromParts.length && common < toParts.length - 1 && fromParts[common] === toParts[common]) common += 1;
  const up = "../".repeat(fromParts.length - common);
  return up + encodeParts(toParts.slice(common));
}

/** Parts of a path, percent-encoded. Nearly all have nothing to encode. */
function encodeParts(parts: readonly string[]): string {
  const path = parts.join("/");
  return /^[\w./-]*$/.test(path) ? path : parts.map(encodeURIComponent).join("/");
}

/** The absolute address of a file of the site (RFC 3986); a folder's `index.html` is its folder. Null where the archive has no base URL. */
export function siteUrl(baseUrl: string | null, path: string): string | null {
  if (baseUrl === null) return null;
  return `${baseUrl}/${encodeParts(path.split("/")).replace(/(^|\/)index\.html$/, "$1")}`;
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
