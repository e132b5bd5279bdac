/** What a file is for a browser, by its name. May import: nothing. */

/** TABLE of media types (IANA), by the end of the name. What is text says in which encoding: everything that is published is UTF-8. */
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json",
  jsonl: "application/x-ndjson",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  conf: "text/plain; charset=utf-8",
  map: "text/plain; charset=utf-8",
  xml: "application/xml",
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  woff2: "font/woff2",
};

/** Of a name without one of these ends (`_headers`): plain text, since the archive has no other files of that kind. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return types[/\.([a-z]+2?)$/i.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "text/plain; charset=utf-8";
}
