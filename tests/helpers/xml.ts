/** XML read by a strict parser (namespaces, XML 1.0 fifth edition): a tree, or an exception. */
import { SaxesParser } from "saxes";

export interface Element {
  /** Local name. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text within, in order. */
  readonly text: string;
}

type Open = { name: string; namespace: string; attributes: Record<string, string>; children: Open[]; text: string };

export function readXml(xml: string): Element {
  const root: Open = { name: "", namespace: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const element: Open = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

export function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

export function textOf(element: Element, name: string): string | undefined {
  return all(element, name)[0]?.text;
}
