/**
 * What is looked for in a page, as functions that run in the browser: they are handed over as text, and know each other and the DOM only. Each
 * says in words what a page should not have.
 */

const elements = /^(?:iframe|frame|frameset|object|embed|applet|style|template|math|foreignobject|portal|fencedframe)$/i;
const addressed = /^(?:href|src|action|formaction|data|poster|background|cite|ping|srcset|xlink:href|manifest|codebase)$/i;
const pointers = /\b(?:canonical|alternate|license|next|prev|cite-as|describedby|author|search)\b/;

function faultsOfElement(element: Element, page: string): string[] {
  const tag = element.localName;
  const faults: string[] = [];
  if (elements.test(tag)) faults.push(`<${tag}>`);
  if (tag === "script") faults.push(...faultsOfScript(element));
  if (tag === "base" && page !== "404.html") faults.push("<base>");
  if (tag === "meta" && /refresh|set-cookie/i.test(element.getAttribute("http-equiv") ?? "")) faults.push("<meta http-equiv>");
  for (const attribute of element.attributes) faults.push(...faultsOfAttribute(element, attribute));
  const names = /^(?:a|img|form)$/.test(tag) ? [element.id, element.getAttribute("name") ?? ""] : [element.id];
  for (const name of names) if (name !== "" && (name in Document.prototype || name in window)) faults.push(`the name ${name} hides one of the document's own`);
  return faults;
}

/** Data for machines, or a file of the site's own. */
function faultsOfScript(element: Element): string[] {
  if (element.getAttribute("type") !== "application/ld+json") return element.hasAttribute("src") ? [] : [`a script: ${element.textContent?.slice(0, 60)}`];
  try {
    JSON.parse(element.textContent ?? "");
    return [];
  } catch {
    return ["JSON-LD that is no JSON"];
  }
}

function faultsOfAttribute(element: Element, { name, value }: Attr): string[] {
  const tag = element.localName;
  const said = `${tag} ${name}=${value.slice(0, 80)}`;
  if (/^on|^style$|^srcdoc$/i.test(name)) return [said];
  const url = addressed.test(name) && URL.canParse(value, element.baseURI) ? new URL(value, element.baseURI) : null;
  if (url === null) return [];
  if (!/^(?:https?|mailto|tel|ftp):$/.test(url.protocol)) return [said];
  const isForeign = url.host !== "" && url.host !== location.host;
  if (!isForeign || name === "cite") return [];
  if (tag === "a") return /^(?:https?|ftp):\/\//i.test(value) ? [] : [`in disguise: ${said}`];
  return tag === "link" && pointers.test(element.getAttribute("rel") ?? "") ? [] : [`loads: ${said}`];
}

/** The frame of a page is as the layout set it: nothing in it broke out, and nothing swallowed what follows. */
function faultsOfFrame(doc: Document): string[] {
  const html = doc.documentElement.outerHTML;
  const again = new DOMParser().parseFromString(`<!DOCTYPE html>${html}`, "text/html");
  const mains = doc.querySelectorAll("main");
  const laws: readonly (readonly [boolean, string])[] = [
    [again.documentElement.outerHTML === html, "reads back as something else"],
    [doc.compatMode === "CSS1Compat", "no standards mode"],
    [mains.length === 1 && mains[0]?.parentElement === doc.body, "main is not one, or not at its place"],
    [doc.querySelectorAll("h1").length === 1, "not one h1"],
    [doc.querySelectorAll("body > footer").length === 1, "does not end in its footer"],
    [!html.includes("\0"), "NUL"],
  ];
  return laws.flatMap(([isKept, what]) => (isKept ? [] : [what]));
}

export function faultsOfDocument(doc: Document, page: string): string[] {
  return [...[...doc.querySelectorAll("*")].flatMap((element) => faultsOfElement(element, page)), ...faultsOfFrame(doc)];
}

function isArmed(address: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/i.test(address) && !/^\s*(?:https?|mailto|tel|ftp|urn|tag):/i.test(address);
}

/** A feed, a sitemap, a picture: well-formed, and as harmless as a page, and so is the HTML that stands in it as text. */
export function faultsOfXml(text: string): string[] {
  const doc = new DOMParser().parseFromString(text, "application/xml");
  const error = doc.querySelector("parsererror");
  if (error !== null) return [`no well-formed XML: ${error.textContent?.slice(0, 200)}`];
  return [...doc.querySelectorAll("*")].flatMap((element) => [...faultsOfNode(element), ...faultsOfText(element, doc.documentElement.localName)]);
}

function faultsOfNode(element: Element): string[] {
  const faults = /^(?:script|iframe|object|embed|base|form)$/.test(element.localName) ? [`<${element.localName}>`] : [];
  for (const { name, value } of element.attributes) {
    const isAddress = /^(?:href|src|url|xlink:href)$/.test(name);
    if (/^on/i.test(name) || (isAddress && isArmed(value))) faults.push(`${element.localName} ${name}=${value.slice(0, 80)}`);
  }
  return faults;
}

function faultsOfText(element: Element, root: string): string[] {
  const { localName, textContent } = element;
  if (element.children.length > 0 || textContent === null) return [];
  if (/^(?:link|loc|url|uri|guid|comments)$/.test(localName) && isArmed(textContent)) return [`${localName}: ${textContent.slice(0, 80)}`];
  const isHtml = localName === "encoded" || element.getAttribute("type") === "html" || (localName === "description" && root === "rss");
  if (!isHtml) return [];
  const html = new DOMParser().parseFromString(textContent, "text/html");
  return [...html.querySelectorAll("*")].flatMap((each) => faultsOfNode(each).map((what) => `${what} in ${localName}`));
}

/** All of it as a script. */
export const inBrowser = [
  `const elements = ${elements}, addressed = ${addressed}, pointers = ${pointers};`,
  ...[faultsOfElement, faultsOfScript, faultsOfAttribute, faultsOfFrame, faultsOfDocument, isArmed, faultsOfXml, faultsOfNode, faultsOfText].map(String),
  "Object.assign(globalThis, { faultsOfDocument, faultsOfXml });",
].join("\n");
