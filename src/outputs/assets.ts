/** Files that are published as they are: the stylesheet, the icon, the script of an article's page, and the pictures that articles show. May import: model, text, outputs/paths. */
import type { Output } from "../model/page.ts";
import { iconPath, pageScriptPath, stylesheetPath } from "./paths.ts";
import { pictureFiles } from "./pictures.ts";

export const assets: Output = {
  name: "assets",
  kinds: [],
  *pages(archive) {
    yield { path: stylesheetPath, copyOf: { from: "templates", path: "style.css" } };
    yield { path: iconPath, copyOf: { from: "templates", path: "icon.svg" } };
    yield { path: pageScriptPath, copyOf: { from: "templates", path: "page.js" } };
    for (const [path, own] of pictureFiles(archive)) yield { path: own, copyOf: { from: "seeds", path } };
  },
};
