/** The pages of lists, made as Hexo's own generators make theirs: routes with a layout and data. */
/* global hexo */
// Its own `slugize` makes one word of two that differ in an accent.
const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
hexo.extend.helper.register("slug", slug);

/** Lists of posts by a key, in the order of the keys. */
function groups(posts, keysOf) {
  const found = new Map();
  for (const post of posts) {
    for (const key of keysOf(post)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(post);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, members]) => ({ name, members }));
}

const kinds = {
  authors: (post) => [post.author],
  departments: (post) => [post.section],
  publications: (post) => [post.publication],
  topics: (post) => post.topics,
};

hexo.extend.generator.register("lists", (locals) => {
  const posts = locals.posts.sort("date").toArray();
  // Hexo gives a path from the front matter a slash in front.
  for (const post of posts) post.address = post.path.replace(/^\//, "");
  const byPath = new Map(posts.map((post) => [post.address, post]));
  for (const post of posts) post.others = (post.related ?? []).map((path) => byPath.get(path));
  const newest = posts.slice(-50).reverse();
  const months = groups(posts, (post) => [post.address.slice(0, 7)]);
  const years = groups(months, ({ name }) => [name.slice(0, 4)]);
  const routes = [
    { path: "index.html", layout: "front", data: { title: "Front page", years, newest } },
    { path: "index.xml", layout: "feed", data: { newest } },
    ...years.map(({ name, members }) => ({
      path: `${name}/index.html`,
      layout: "groups",
      data: { title: name, groups: members, hrefOf: (month) => `/${month}/` },
    })),
    ...months.map(({ name, members }) => ({ path: `${name}/index.html`, layout: "list", data: { title: name, members } })),
  ];
  for (const [kind, keysOf] of Object.entries(kinds)) {
    const lists = groups(posts, keysOf);
    const pathOf = (name) => `${kind}/${slug(name)}.html`;
    routes.push({ path: `${kind}/index.html`, layout: "groups", data: { title: kind, groups: lists, hrefOf: (name) => `/${pathOf(name)}` } });
    for (const { name, members } of lists) routes.push({ path: pathOf(name), layout: "list", data: { title: name, members } });
  }
  const pages = [...posts, ...routes.filter(({ path }) => path.endsWith(".html"))].map(({ address, path, date }) => ({ path: address ?? path, date }));
  return [...routes, { path: "sitemap.xml", layout: "sitemap", data: { pages } }];
});

/** The articles themselves. */
hexo.extend.generator.register("articles", (locals) => locals.posts.toArray().map((post) => ({ path: post.path, layout: "article", data: post })));
