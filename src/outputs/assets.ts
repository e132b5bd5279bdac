/** Files that are published as they are: the stylesheets, the owner's fonts and logo, the icon, the script of an article's page, and the pictures that articles show. May import: model, text, outputs/paths. */
import type { Output } from "../model/page.ts";
import { fontPath, iconPath, listStylePath, logoPath, pageScriptPath, stylesheetPath } from "./paths.ts";
import { pictureFiles } from "./pictures.ts";

export const assets: Output = {
  name: "assets",
  kinds: [],
  *pages(archive, { dress }) {
    yield { path: stylesheetPath, copyOf: { from: "templates", path: "style.css" } };
    yield { path: listStylePath, copyOf: { from: "templates", path: "lists.css" } };
    yield { path: iconPath, copyOf: { from: "templates", path: "icon.svg" } };
    yield { path: pageScriptPath, copyOf: { from: "templates", path: "page.js" } };
    for (const name of dress?.fonts ?? []) yield { path: fontPath(name), copyOf: { from: "templates", path: `fonts/${name}` } };
    if (typeof dress?.logo === "string") yield { path: logoPath(dress.logo), copyOf: { from: "templates", path: dress.logo } };
    for (const [path, own] of pictureFiles(archive)) yield { path: own, copyOf: { from: "seeds", path } };
  },
};
