/**
 * The same articles as other generators have them: every one as Markdown with front matter, since they know no clippings; related articles by address,
 * so that none has to look for a headline.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { markdownOf } from "./seeds.mjs";

const peers = join(import.meta.dirname, "../peers");

const field = ([key, value]) =>
  value === undefined ? "" : `${key}: ${typeof value === "string" || Array.isArray(value) ? JSON.stringify(value) : value.raw}\n`;
const page = (fields, article) => `---\n${Object.entries(fields).map(field).join("")}---\n\n${markdownOf(article)}`;
const listed = (related, pathOf) => (related.length === 0 ? undefined : related.map(({ path }) => pathOf(path)));

function hugoFile(article) {
  const { path, headline, date, author, publication, section, topics, related, sourceUrl, language } = article;
  const lists = { authors: [author], publications: [publication], departments: [section], topics };
  const fields = {
    title: headline,
    date: { raw: date },
    ...lists,
    related: listed(related, (other) => `/${other}`),
    source_url: sourceUrl,
    inlanguage: language,
  };
  return [`content/${path}.md`, page(fields, article)];
}

function eleventyFile(article) {
  const { path, headline, date, author, publication, section, topics, related, sourceUrl, language } = article;
  const fields = {
    ...{ title: headline, date: { raw: date }, author, publication, section, topics },
    ...{ related: listed(related, (other) => `/${other}.html`), source_url: sourceUrl, inlanguage: language, permalink: `/${path}.html` },
  };
  return [`content/articles/${path}.md`, page(fields, article)];
}

function hexoFile(article) {
  const { path, headline, date, author, publication, section, topics, related, sourceUrl, language } = article;
  const fields = {
    ...{ title: headline, date: { raw: date }, author, publication, section, topics },
    ...{ related: listed(related, (other) => `${other}.html`), source_url: sourceUrl, inlanguage: language, permalink: `${path}.html` },
    // Nothing in an article is a template: without this, Hexo would run each through Nunjucks first.
    disableNunjucks: { raw: "true" },
  };
  return [`source/_posts/${path}.md`, page(fields, article)];
}

/** Templates and settings of a peer, as they lie in `bench/peers/`. */
function* templatesOf(peer) {
  for (const entry of readdirSync(join(peers, peer), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    yield [file.slice(join(peers, peer).length + 1), readFileSync(file, "utf8")];
  }
}

const style = () => readFileSync(join(peers, "style.css"), "utf8");

/** Hugo wants a file to know a folder for a list of its own. */
function* hugoExtras(archive) {
  yield* templatesOf("hugo");
  yield ["static/style.css", style()];
  const folders = new Set();
  for (let index = 0; index < archive.count; index += 1) {
    const [year, month] = archive.head(index).path.split("/");
    folders.add(year).add(`${year}/${month}`);
  }
  for (const folder of folders) yield [`content/${folder}/_index.md`, `---\ntitle: "${folder.replace("/", "-")}"\n---\n`];
}

/** Form → file of an article, and what else the site needs. */
export const peerForms = {
  hugo: { fileOf: hugoFile, extras: hugoExtras },
  eleventy: { fileOf: eleventyFile, extras: () => [...templatesOf("eleventy"), ["style.css", style()]] },
  hexo: { fileOf: hexoFile, extras: () => [...templatesOf("hexo"), ["source/style.css", style()]] },
};
