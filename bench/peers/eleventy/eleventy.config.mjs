/** What Eleventy builds: see `bench/README.md`. Lists are made once for the whole site, as its handbook shows. */

/** Lists of articles by a key, in the order of the keys. */
function groups(articles, keysOf) {
  const found = new Map();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(article);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, members]) => ({ name, members }));
}

const lists = {
  authors: ({ data }) => [data.author],
  departments: ({ data }) => [data.section],
  publications: ({ data }) => [data.publication],
  topics: ({ data }) => data.topics,
};

export default function configure(eleventy) {
  eleventy.setInputDirectory("content");
  eleventy.setIncludesDirectory("../_includes");
  eleventy.setQuietMode(true);
  eleventy.addPassthroughCopy({ "style.css": "style.css" });
  const articlesOf = (api) => api.getFilteredByGlob("content/articles/**/*.md");
  eleventy.addCollection("articles", articlesOf);
  eleventy.addCollection("newest", (api) => articlesOf(api).slice(-50).reverse());
  eleventy.addCollection("months", (api) => groups(articlesOf(api), ({ page }) => [page.url.slice(1, 8)]));
  eleventy.addCollection("years", (api) =>
    groups(articlesOf(api), ({ page }) => [page.url.slice(1, 5)]).map(({ name, members }) => ({
      name,
      months: groups(members, ({ page }) => [page.url.slice(1, 8)]),
    })),
  );
  for (const [name, keysOf] of Object.entries(lists)) eleventy.addCollection(name, (api) => groups(articlesOf(api), keysOf));
  eleventy.addCollection("kinds", (api) => Object.entries(lists).map(([name, keysOf]) => ({ name, members: groups(articlesOf(api), keysOf) })));
  eleventy.addCollection("byPath", (api) => Object.fromEntries(articlesOf(api).map((article) => [article.page.url, article])));
  // Its own `slugify` knows no Chinese, and took a tenth of the time.
  eleventy.addFilter("slug", (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-"));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("rssDay", (date) => date.toUTCString());
  // Nothing in an article is a template: without this, Eleventy would run each through Liquid first.
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk", dir: { output: "public" } };
}
