/** Addresses: which are safe to link, which mean the same, and how one page of the archive names another. May import: nothing. */

const safeSchemes = new Set(["http:", "https:", "mailto:", "tel:", "ftp:"]);

/**
 * The address as it may stand in a link, or null. Allowed are absolute http, https, mailto, tel and ftp addresses (WHATWG URL Standard);
 * everything else is text to us, and so is one with a character in it that nobody sees. The address comes back as printed, not as the standard re-writes it.
 */
export function safeUrl(text: string): string | null {
  if (isPlain(text)) return text;
  const printed = text.trim();
  if (/[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}<>"\\]/u.test(printed)) return null;
  // What parses by itself begins with its scheme.
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(printed)?.[0].toLowerCase() ?? "";
  if (!safeSchemes.has(scheme) || parseUrl(printed) === null) return null;
  // `https:x` is whole to the standard, and yet a relative address on a page that came by https.
  return /^(?:https?|ftp):(?!\/\/)/i.test(printed) ? null : printed;
}

/**
 * Whether a text is surely a web address as the standard writes it: a name of plain letters that ends in no number (such a one would be an IP address), and ASCII behind it. Nearly all are,
 * and to parse one takes 2 to 5 µs; `tests/escape.test.ts` holds this against the parser.
 */
function isPlain(text: string): boolean {
  return plain.test(text) && !text.includes("xn--");
}

const plain = /^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:\/[!#-;=?-[\]_a-z~]*)?$/;

/** The host of a web address in lower case without `www.`; null for anything else. */
export function hostOf(url: string): string | null {
  return isPlain(url)
    ? url
        .slice(url.indexOf("/") + 2)
        .replace(/\/.*$/s, "")
        .replace(/^www\./, "")
    : hostOfParsed(parseUrl(url));
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
  // Without a query, a fragment or a step up, the standard leaves a path as it is.
  if (isPlain(url) && !/[?#]|\/\.|\/%2e/i.test(url))
    return url
      .slice(url.indexOf("/") + 2)
      .replace(/^www\./, "")
      .replace(/\/+$/, "");
  const parsed = parseUrl(url);
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
  // Up to the last slash that both have, and nothing before it differs. A page asks sixty times, so no list of parts is made.
  let same = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at += 1) if (from[at] === "/") same = at + 1;
  let up = "";
  for (let at = from.indexOf("/", same); at !== -1; at = from.indexOf("/", at + 1)) up += "../";
  return up + encodePath(to.slice(same));
}

/** A path, each part percent-encoded. Nearly all have nothing to encode. */
function encodePath(path: string): string {
  return /^[\w./-]*$/.test(path) ? path : path.split("/").map(encodeURIComponent).join("/");
}

/** The absolute address of a file of the site (RFC 3986); a folder's `index.html` is its folder. Null where the archive has no base URL. */
export function siteUrl(baseUrl: string | null, path: string): string | null {
  if (baseUrl === null) return null;
  return `${baseUrl}/${encodePath(path).replace(/(^|\/)index\.html$/, "$1")}`;
}

/**
 * An address by the WHATWG URL Standard; null for what is none. Not by way of `URL.canParse`: Node.js 20 says of a host with a letter like `é` that it cannot be
 * parsed, from the ten thousandth call or so (its compiled form reads Latin-1 as UTF-8).
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
