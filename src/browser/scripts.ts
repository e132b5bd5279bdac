/** Loads the files of the index: as scripts, which a page may load from a disk as well. May import: nothing. */

declare global {
  interface Window {
    tearsheetSearch?: (name: string, content: unknown) => void;
  }
}

/** @param folder of the index */
export function loader(folder: URL): (name: string) => Promise<unknown> {
  const waiting = new Map<string, (content: unknown) => void>();
  const known = new Map<string, Promise<unknown>>();
  window.tearsheetSearch = (name, content) => waiting.get(name)?.(content);
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const loaded = new Promise<unknown>((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.src = new URL(`${name}.js`, folder).href;
      script.addEventListener("load", () => {
        // It has run by now; what is still waited for, it did not say.
        reject(new Error(`search/${name}.js`));
        waiting.delete(name);
        script.remove();
      });
      script.addEventListener("error", () => reject(new Error(`search/${name}.js`)));
      document.head.append(script);
    });
    known.set(name, loaded);
    return loaded;
  };
}
