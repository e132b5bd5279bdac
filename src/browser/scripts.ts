/** Loads the files of the index: as scripts, which a page may load from a disk as well. May import: nothing. */

declare global {
  interface Window {
    tearsheetSearch?: (name: string, content: unknown) => void;
  }
}

/** Who waits for the content of a file, by its address: files of several archives have the same names. */
const waiting = new Map<string, (content: unknown) => void>();

/**
 * To be called before the first of the files runs: what the page itself loads, beside the program (`search/index.js`), is then waited for and not loaded once more.
 *
 * @param folder of the index
 */
export function loader(folder: URL): (name: string) => Promise<unknown> {
  const known = new Map<string, Promise<unknown>>();
  window.tearsheetSearch = (_name, content) => waiting.get((document.currentScript as HTMLScriptElement).src)?.(content);
  const wait = (name: string, script: HTMLScriptElement) => {
    const loaded = new Promise<unknown>((resolve, reject) => {
      waiting.set(script.src, resolve);
      script.addEventListener("load", () => {
        // It has run by now; what is still waited for, it did not say.
        reject(new Error(`search/${name}.js`));
        waiting.delete(script.src);
        script.remove();
      });
      script.addEventListener("error", () => {
        reject(new Error(`search/${name}.js`));
        waiting.delete(script.src);
        script.remove();
      });
    });
    known.set(name, loaded);
    // What could not be had is tried again when it is asked for again.
    loaded.catch(() => known.delete(name));
    return loaded;
  };
  // Whoever asks for it hears of what is wrong with it; nobody may.
  for (const script of document.querySelectorAll<HTMLScriptElement>("script[data-search]"))
    if (script.src.startsWith(folder.href)) wait(script.dataset["search"] as string, script).catch(() => {});
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const script = document.createElement("script");
    script.src = new URL(`${name}.js`, folder).href;
    const loaded = wait(name, script);
    document.head.append(script);
    return loaded;
  };
}
