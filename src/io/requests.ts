/** What a request may ask for: who may ask, and how. Pure. May import: nothing. */

export type Request =
  | {
      readonly isGood: true;
      /** The path that is asked for, decoded, without the slash at its beginning. It is only ever looked up, and never put together with a folder. */
      readonly path: string;
      readonly query: string;
    }
  | { readonly isGood: false; readonly status: 400 | 403 | 405; readonly reason: string };

/**
 * Judges a request of HTTP/1.1 (RFC 9112) to a server on the loopback. A page of another site may send requests here through its reader's browser,
 * and under a name of its own that leads here (DNS rebinding): so the name has to be one of the loopback's, and the page that asks one of ours.
 *
 * @param headers names and values in turn, as they came
 */
export function judge(method: string, target: string, headers: readonly string[], port: number): Request {
  if (method !== "GET" && method !== "HEAD") return refuse(405, "Only GET and HEAD are answered here.");
  const valuesOf = (name: string) => headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
  const absolute = /^http:\/\/([^/?#]*)(.*)$/is.exec(target);
  const hosts = [...valuesOf("host"), ...(absolute === null ? [] : [absolute[1] ?? ""])];
  if (valuesOf("host").length > 1) return refuse(400, "The request has two hosts.");
  if (hosts.length === 0 || !hosts.every((host) => isOurs(host, port)))
    return refuse(403, `This server answers to http://127.0.0.1:${port}/ and http://localhost:${port}/ only.`);
  const origins = valuesOf("origin");
  if (!origins.every((origin) => origin.startsWith("http://") && isOurs(origin.slice(7), port))) return refuse(403, foreign);
  // `none`: the reader wrote the address, or took a bookmark.
  if (!valuesOf("sec-fetch-site").every((site) => site === "same-origin" || site === "none")) return refuse(403, foreign);
  const own = absolute === null ? target : absolute[2] === "" ? "/" : (absolute[2] ?? "");
  if (!own.startsWith("/")) return refuse(400, "The address does not begin with a slash.");
  const [, way = "", query = ""] = /^\/([^?#]*)(?:\?([^#]*))?/s.exec(own) ?? [];
  const path = decode(way);
  return path === null ? refuse(400, "The address is not encoded as addresses are.") : { isGood: true, path, query };
}

const foreign = "A page of another site asked for this. To see the archive, write its address into the browser yourself.";

function refuse(status: 400 | 403 | 405, reason: string): Request {
  return { isGood: false, status, reason };
}

function isOurs(host: string, port: number): boolean {
  const known = ["localhost", "127.0.0.1", "[::1]"];
  return known.some((name) => host.toLowerCase() === `${name}:${port}` || (port === 80 && host.toLowerCase() === name));
}

/** Part by part, so that an encoded slash is none. Null where the percent signs are wrong. */
function decode(way: string): string | null {
  try {
    return way
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("/", "%2F"))
      .join("/");
  } catch {
    return null;
  }
}
