/**
 * What a browser may do with a page of the archive: the one place that says so. Every page carries the content policy in its head, so that it
 * counts on any host, on a mirror and from a disk; `outputs/host-files.ts` says the same, and what only a header can say, in the languages of
 * common hosts. May import: the model.
 */
import type { Site } from "../model/page.ts";

/**
 * TABLE: Content Security Policy (level 3), directive → sources. What is not named is forbidden by `default-src`. Pages have no inline scripts, no
 * inline styles, no form but the one that asks the archive's own search page, and nothing from elsewhere. A page that needs more gets a row here, never `'unsafe-inline'`.
 */
const sources: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self'",
  // No page connects. Programs that judge pages (Lighthouse) ask for robots.txt as the page would, and take it for broken where that is forbidden.
  "connect-src": "'self'",
  "form-action": "'self'",
};

/**
 * The policy for the head of a page.
 *
 * @param hasBase whether the page has a `<base>`, as the 404 page of an archive with a base URL has
 * @param hasScripts whether it loads scripts, which are files of the archive: the search page and those of articles do
 * @param hasOwnFonts whether the owner's stylesheet may load fonts, which are files of the archive
 */
export function contentPolicy(hasBase: boolean, hasScripts = false, hasOwnFonts = false): string {
  return policies[`${hasBase} ${hasScripts} ${hasOwnFonts}`];
}

/** Whether the owner has put fonts into the templates folder. */
export function hasFonts({ dress }: Pick<Site, "dress">): boolean {
  return dress !== undefined && dress.fonts.length > 0;
}

const scripts = { "script-src": "'self'" };
const fonts = { "font-src": "'self'" };

/** Made once: every page asks. */
const policies = {
  "false false false": policyWith("'none'", {}),
  "false false true": policyWith("'none'", fonts),
  "false true false": policyWith("'none'", scripts),
  "false true true": policyWith("'none'", { ...fonts, ...scripts }),
  "true false false": policyWith("'self'", {}),
  "true false true": policyWith("'self'", fonts),
  "true true false": policyWith("'self'", scripts),
  "true true true": policyWith("'self'", { ...fonts, ...scripts }),
};

function policyWith(base: string, more: Readonly<Record<string, string>>): string {
  return Object.entries({ ...sources, ...more, "base-uri": base })
    .map(([directive, source]) => `${directive} ${source}`)
    .join("; ");
}

/**
 * The policy of a page as `tearsheet serve` shows it: besides, the one script that this run of the server marked.
 *
 * @param policy the page's own
 * @param nonce what the script is known by: whoever wrote an article cannot know it
 */
export function servedPolicy(policy: string, nonce: string): string {
  const own = `script-src 'nonce-${nonce}'`;
  return policy.includes("script-src ") ? policy.replace("script-src ", `${own} `) : `${policy}; ${own}`;
}

/**
 * No page tells another site that it was read, nor which page it was: those who read may be at risk, and a paper's server does not have to know
 * in which archive, below which topic, its article was found.
 */
export const referrerPolicy = "no-referrer";

/** What no page needs, so that whatever is slipped into one cannot have it. Only names that browsers know: they report others. */
const powers = ["accelerometer", "autoplay", "camera", "display-capture", "fullscreen", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb"];

/**
 * Headers for every file of the archive, name and value. `frame-ancestors` has no effect in a page's head, so it stands here alone: another site
 * cannot put the archive into a frame of its own. Nothing obliges a browser to use https for ever (`Strict-Transport-Security`): that is a promise
 * of the host's, not of the archive's.
 */
export function headersFor(site: Site): readonly Header[] {
  return headersWith(contentPolicy(site.baseUrl !== null, true, hasFonts(site)));
}

/** The same, as `tearsheet serve` sends them. Which base a page may have, and whether fonts, is said in its head. @param nonce null for what is no page */
export function servedHeaders(nonce: string | null): readonly Header[] {
  return headersWith(nonce === null ? contentPolicy(false) : servedPolicy(contentPolicy(true, true, true), nonce));
}

type Header = readonly [string, string];

function headersWith(policy: string): readonly Header[] {
  return [
    ["Content-Security-Policy", `${policy}; frame-ancestors 'self'`],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", referrerPolicy],
    ["Permissions-Policy", powers.map((power) => `${power}=()`).join(", ")],
    ["Cross-Origin-Opener-Policy", "same-origin"],
  ];
}

/** Folders whose files change seldom, and seconds for which a browser need not ask again. Pages it asks for each time: a redaction counts at once. */
export const cached = { folders: ["assets", "pictures"], seconds: 3600 } as const;
