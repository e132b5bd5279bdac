/** Files that are published as they are: the stylesheet, the icon, and the pictures that articles show. May import: model, text, outputs/paths. */
import type { Output } from "../model/page.ts";
import { iconPath, stylesheetPath } from "./paths.ts";
import { pictureFiles } from "./pictures.ts";

export const assets: Output = {
  name: "assets",
  kinds: [],
  *pages(archive) {
    yield { path: stylesheetPath, copyOf: { from: "templates", path: "style.css" } };
    yield { path: iconPath, copyOf: { from: "templates", path: "icon.svg" } };
    for (const [path, own] of pictureFiles(archive)) yield { path: own, copyOf: { from: "seeds", path } };
  },
};
