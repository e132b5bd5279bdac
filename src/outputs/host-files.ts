/**
 * The archive's headers in the languages of common hosts: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache), `server/nginx.conf` (to be
 * included by nginx). Hosts that know none of them serve them as files that nobody asks for. May import: model, outputs/policy.
 */
import type { Frame, Output, Site } from "../model/page.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";
import { cached, headersFor } from "./policy.ts";

const headers = fileKind("headers", headersFile);
const apache = fileKind("apache", apacheFile);
const nginx = fileKind("nginx", nginxFile);

export const hostFiles: Output = {
  name: "host-files",
  kinds: [headers, apache, nginx],
  *pages() {
    yield headers.file("_headers", () => null);
    yield apache.file(".htaccess", () => null);
    yield nginx.file("server/nginx.conf", () => null);
  },
};

const cacheControl = `public, max-age=${cached.seconds}`;

/** Rules of one header must not meet on one path: both hosts would join their values. What is not named is asked for each time there anyway. */
function headersFile(_: null, { site }: Frame): string {
  return [
    "# Netlify and Cloudflare Pages read this file where the archive is the root of a site.",
    "/*",
    ...headersFor(site).map(([name, value]) => `  ${name}: ${value}`),
    ...cached.folders.flatMap((folder) => [`/${folder}/*`, `  Cache-Control: ${cacheControl}`]),
    "",
  ].join("\n");
}

/** Each part does nothing where the server lacks its module. */
function apacheFile(_: null, { site }: Frame): string {
  const root = rootOf(site);
  return [
    "# Apache reads this file where the site allows it (AllowOverride FileInfo).",
    ...(root === null || !isWanted(site, "not-found") ? [] : [`ErrorDocument 404 ${root}404.html`]),
    "<IfModule mod_mime.c>",
    "  AddType application/x-ndjson .jsonl",
    "  AddCharset utf-8 .html .json .jsonl .txt .csv .css",
    "</IfModule>",
    "<IfModule mod_headers.c>",
    ...headersFor(site).map(([name, value]) => `  Header always set ${name} "${value}"`),
    '  Header set Cache-Control "no-cache"',
    '  <FilesMatch "\\.(?:css|svg|jpe?g|png|gif|webp|avif|woff2)$">',
    `    Header set Cache-Control "${cacheControl}"`,
    "  </FilesMatch>",
    "</IfModule>",
    "",
  ].join("\n");
}

/** `expires` writes Cache-Control without `add_header`, which would take away the headers of the level above. */
function nginxFile(_: null, { site }: Frame): string {
  const root = rootOf(site);
  return [
    "# For nginx: include this file in the `server` block that serves the archive.",
    ...(root === null || !isWanted(site, "not-found") ? [] : [`error_page 404 ${root}404.html;`]),
    "charset utf-8;",
    ...headersFor(site).map(([name, value]) => `add_header ${name} "${value}" always;`),
    "expires -1;",
    `location ~ "/(?:${cached.folders.join("|")})/" {`,
    `  expires ${cached.seconds}s;`,
    "}",
    "",
  ].join("\n");
}

/** The path under which the archive is published, with a slash at both ends; null where nobody knows it, or where a file of settings might misread it. */
function rootOf({ baseUrl }: Site): string | null {
  if (baseUrl === null) return null;
  const path = `${new URL(baseUrl).pathname.replace(/\/+$/, "")}/`;
  return /^[\w./~-]+$/.test(path) ? path : null;
}
