/** One page of the archive as a browser is shown it. May import: model, text, io, outputs/policy, theme, build. */
import { isInside, joinPath } from "../io/owner-files.ts";
import { programFile } from "../io/program.ts";
import type { Answer } from "../io/server.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page, PageProps } from "../model/page.ts";
import { servedHeaders } from "../outputs/policy.ts";
import { sha256 } from "../text/digest.ts";
import { manifestPath } from "../text/manifest.ts";
import { mediaTypeOf } from "../text/media-type.ts";
import { TemplateFailure, type Theme } from "../theme/theme.ts";
import { contentOf, type Press, rendered } from "./press.ts";
import { type Problem, textOfProblems } from "./problems.ts";
import type { ReadySite } from "./ready-site.ts";
import { errorPage, manifestUnknown, overlayFiles, servedAs, withScript } from "./served-page.ts";

/** An answer to a browser, and what is known of it. */
export interface View extends Answer {
  /** Of a page and of the files that it shows; empty for what is no page. */
  readonly digest: string;
  /** Why its template failed, where another one of before was taken, or none was left. */
  readonly failures: readonly Problem[];
}

export interface Ready extends ReadySite {
  /** What is known of its theme: it has rendered pages and failed with none, or it has failed. */
  proof: "none" | "good" | "failed";
}

export interface ViewState {
  ready: Ready | null;
  /** The last theme before that one which rendered pages and failed with none. */
  trusted: Theme | null;
  readonly nonce: string;
}

type TemplatePage = Extract<Page, { template: string }>;
type Told = (diagnostics: readonly Diagnostic[]) => readonly Problem[];

const html = "text/html; charset=utf-8";
const notFoundPath = "404.html";

/**
 * @param problems what is wrong with the archive: said in the place of a page where there is none to be shown
 * @param told diagnostics for people
 */
export function pageView(path: string, state: ViewState, problems: readonly Problem[], told: Told): View {
  const own = overlayFiles.get(path);
  if (own !== undefined) return fileView(programFile(own), path);
  const { ready, nonce } = state;
  if (ready === null) {
    const text = problems.length === 0 ? "The archive is being prepared." : textOfProblems(problems);
    return htmlView(errorPage(text), path, 500, sha256(text), [], nonce);
  }
  const inFolder = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const page = ready.pageAt(inFolder) ?? heavyPage(inFolder, ready);
  if (page === undefined && ready.pageAt(`${path}/index.html`) !== undefined) return redirect(`${path}/`);
  if (page === undefined) return path === manifestPath ? { ...fileView(Buffer.from(manifestUnknown), path), status: 404 } : missing(path, state, told);
  if ("template" in page) return templateView(page, inFolder, 200, state, told);
  try {
    if ("copyOf" in page) return fileView(bytesOfCopy(page, state), inFolder);
    return fileView(contentOf(page, page.uses(), ready.press), inFolder);
  } catch (error) {
    // A picture that went away, or changes right now: it is looked for again with the next change.
    if ("copyOf" in page) return missing(path, state, told);
    throw error;
  }
}

/** Only what stands where no page does is worth the work. */
function heavyPage(path: string, { heavyPageAt }: ReadySite): Page | undefined {
  return /\.html$/.test(path) || !path.includes("/") ? undefined : heavyPageAt(path);
}

function missing(path: string, state: ViewState, told: Told): View {
  const page = state.ready?.pageAt(notFoundPath);
  if (page === undefined || !("template" in page)) return { ...fileView(Buffer.from("There is no such page.\n"), "404.txt"), status: 404 };
  return templateView(page, path, 404, state, told);
}

/** @param path that the page listens for: the one that was asked for */
function templateView(page: TemplatePage, path: string, status: 200 | 404, state: ViewState, told: Told): View {
  const { ready, nonce } = state;
  if (ready === null) throw new Error("There is no archive to show a page of.");
  const alter = servedAs(nonce);
  try {
    const text = rendered(page, page.uses(), ready.press, alter);
    if (ready.proof === "none") ready.proof = "good";
    return htmlView(text, path, status, digestOf(text, page.path, state), [], nonce);
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    ready.proof = "failed";
    const text = state.trusted === null ? null : renderedOrNull(page, { ...ready.press, theme: state.trusted }, alter);
    const failures = told([error.diagnostic]);
    if (text !== null) return htmlView(text, path, status, digestOf(text, page.path, state), failures, nonce);
    const said = textOfProblems(failures);
    return htmlView(errorPage(said), path, 500, sha256(said), failures, nonce);
  }
}

function renderedOrNull(page: TemplatePage, press: Press, alter: (props: PageProps) => PageProps): string | null {
  try {
    return rendered(page, page.uses(), press, alter);
  } catch {
    return null;
  }
}

/** A picture lies in the seeds folder: also when a folder above it has become a link since it was listed. */
function bytesOfCopy(page: Extract<Page, { copyOf: object }>, { ready }: ViewState): Uint8Array {
  if (ready === null) throw new Error("There is no archive to take a file of.");
  const { from, path } = page.copyOf;
  const { seeds } = ready.press;
  if (from === "seeds" && !isInside(joinPath(seeds, path), seeds)) throw new Error("The file is not in the seeds folder any more.");
  return contentOf(page, null, ready.press) as Uint8Array;
}

/** Of a page, its style and its pictures: a reader sees when one of them is another. */
function digestOf(text: string, path: string, state: ViewState): string {
  const digests = [sha256(text)];
  for (const [tag, address = ""] of text.matchAll(/<(?:link|img)\b[^>]*?\b(?:href|src)="([^"]+)"[^>]*>/g)) {
    // No file of the archive's own, or one that shows only when somebody goes there.
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address) || (tag.startsWith("<link") && !/\brel=["']?[^"'>]*\b(?:stylesheet|icon)\b/.test(tag))) continue;
    const page = state.ready?.pageAt(targetOf(address, path));
    if (page === undefined || !("copyOf" in page)) continue;
    try {
      digests.push(sha256(bytesOfCopy(page, state)));
    } catch {
      digests.push("missing");
    }
  }
  return sha256(digests.join(" "));
}

/** The path that a page's own link leads to. */
function targetOf(address: string, path: string): string {
  const base = new URL(path.split("/").map(encodeURIComponent).join("/"), "http://localhost/");
  try {
    return decodeURIComponent(new URL(address.replaceAll("&amp;", "&"), base).pathname.slice(1));
  } catch {
    return "";
  }
}

function htmlView(text: string, path: string, status: 200 | 404 | 500, digest: string, failures: readonly Problem[], nonce: string): View {
  return { status, headers: headersOf(html, nonce), body: Buffer.from(withScript(text, path, digest, nonce)), digest, failures };
}

function fileView(body: Uint8Array | Iterable<string>, path: string): View {
  return { status: 200, headers: headersOf(mediaTypeOf(path), null), body, digest: "", failures: [] };
}

function redirect(path: string): View {
  const location = `/${path.split("/").map(encodeURIComponent).join("/")}`;
  const view = fileView(Buffer.from(`${location}\n`), "location.txt");
  return { ...view, status: 302, headers: { ...view.headers, Location: location } };
}

/** @param nonce of the page's script; null for what is no page */
function headersOf(type: string, nonce: string | null): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(servedHeaders(nonce)), "Content-Type": type };
}
