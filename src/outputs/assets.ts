/** Files that are published as they are: the stylesheet, the icon, and the pictures that articles show. May import: model, text, outputs/paths. */
import type { Output } from "../model/page.ts";
import { pictureOf } from "../text/picture-path.ts";
import { iconPath, picturePath, stylesheetPath } from "./paths.ts";

export const assets: Output = {
  name: "assets",
  templates: [],
  *pages(archive) {
    yield { path: stylesheetPath, copyOf: { from: "templates", path: "style.css" } };
    yield { path: iconPath, copyOf: { from: "templates", path: "icon.svg" } };
    const shown = new Set<string>();
    for (const card of archive.articles) {
      for (const { src } of card.figures) {
        const picture = src === null ? null : pictureOf(src, card.file, archive.pictures);
        if (picture !== null) shown.add(picture);
      }
    }
    for (const path of shown) yield { path: picturePath(path), copyOf: { from: "seeds", path } };
  },
};
