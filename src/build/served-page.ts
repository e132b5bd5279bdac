/**
 * A page of the plan as `tearsheet serve` shows it. It is what a build would write but for four things, each in one place: the policy allows one
 * script, that script's element stands at the end, the fingerprint is not known, and the page for what is not there starts its links here.
 * May import: model, text, outputs/policy.
 */
import type { PageProps } from "../model/page.ts";
import { servedPolicy } from "../outputs/policy.ts";
import { escapeHtml } from "../text/html.ts";
import { fingerprintMark, manifestPath } from "../text/manifest.ts";

/** Files that pages are shown with. No path of an archive begins so. */
export const overlayFiles: ReadonlyMap<string, string> = new Map([
  [".tearsheet/overlay.js", "overlay/overlay.js"],
  [".tearsheet/overlay.css", "overlay/overlay.css"],
  [".tearsheet/style-guide.css", "overlay/style-guide.css"],
  [".tearsheet/style-guide.js", "overlay/style-guide.js"],
]);

/** The fingerprint is made of every byte of the archive, and most of it has not been made here. */
export const fingerprintUnknown = "known once the archive is built";

export const manifestUnknown = `${manifestPath} is made when the archive is built: run \`tearsheet build\`.\n`;

/** @param nonce what this run of the server marks its script with */
export function servedAs(nonce: string): (props: PageProps) => PageProps {
  return (props) => servedProps(props, nonce);
}

/** Where a page's props say what a browser may do with it, where its links start, and what the archive's fingerprint is. */
type Known = PageProps & { readonly policy?: { readonly content: string }; readonly base?: string | null; readonly fingerprint?: string };

function servedProps(props: Known, nonce: string): PageProps {
  const { policy, base, fingerprint } = props;
  return {
    ...props,
    ...(policy === undefined ? {} : { policy: { ...policy, content: servedPolicy(policy.content, nonce) } }),
    ...(typeof base === "string" ? { base: "/" } : {}),
    ...(fingerprint === fingerprintMark ? { fingerprint: fingerprintUnknown } : {}),
  };
}

/**
 * Puts the script's element at the end of a page.
 *
 * @param path that was asked for: the page listens for what becomes of it
 * @param digest of the page as it is sent
 */
export function withScript(html: string, path: string, digest: string, nonce: string): string {
  const at = html.lastIndexOf("</body>");
  const end = at === -1 ? html.length : at;
  return `${html.slice(0, end)}${scriptElement(path, digest, nonce)}${html.slice(end)}`;
}

export function scriptElement(path: string, digest: string, nonce: string): string {
  return `<script async src="/.tearsheet/overlay.js" nonce="${nonce}" data-page="${escapeHtml(path)}" data-digest="${digest}"></script>\n`;
}

/** In the place of a page that cannot be shown: what is wrong, as text, for those whose browser runs no script either. */
export function errorPage(text: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This page cannot be shown yet</title>
</head>
<body>
<main>
<h1>This page cannot be shown yet</h1>
<pre>${escapeHtml(text)}</pre>
</main>
</body>
</html>
`;
}
