/** An article as a file for Tearsheet. */
import { languages } from "./languages.mjs";

/** `[path, text]` of an article as it would lie in a seeds folder: `2014/03/05-headline-17.txt`. */
export function seedOf(article) {
  const [year, month, rest] = article.path.split("/");
  const isMarkdown = article.layout === "markdown";
  return [`${year}/${month}/${rest}.${isMarkdown ? "md" : "txt"}`, isMarkdown ? frontMatterOf(article) : clippingOf(article)];
}

/** The story with its dateline. */
export function paragraphsOf(article) {
  const { blocks, place, language } = article;
  const [first, ...others] = blocks;
  if (place === null) return blocks;
  return [{ ...first, text: `${languages[language].dateline(place)}${first.text}` }, ...others];
}

const heading = (article, text) => (article.index % 2 === 0 ? `## ${text}` : text);

function clippingOf(article) {
  const { labels, byline, date, months } = languages[article.language];
  const [year, month, day] = article.date.split("-").map(Number);
  const body = paragraphsOf(article).map(({ text }) => text);
  const related = article.related.map(({ headline }) => heading(article, `${labels.related}${article.language === "zh" ? "" : " "}${headline}`));
  const space = article.language === "zh" ? "" : " ";
  return [
    heading(article, article.headline),
    byline(article.author),
    date(day, months[month - 1], year),
    ...body.slice(0, 2),
    ...related,
    ...body.slice(2),
    [
      `${labels.section}${space}${article.section}`,
      `${labels.topics}${space}${article.topics.join(article.language === "zh" ? "、" : article.language === "ar" ? "، " : ", ")}`,
      `${labels.publication}${space}${article.publication}`,
    ].join("\n"),
    heading(article, labels.source),
    article.sourceUrl,
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

/** Front matter values are written as JSON strings, which YAML reads as they are meant. */
function frontMatterOf(article) {
  const field = (key, value) => `${key}: ${JSON.stringify(value)}\n`;
  return [
    "---\n",
    field("title", article.headline),
    `date: ${article.date}\n`,
    field("author", article.author),
    field("publication", article.publication),
    field("section", article.section),
    field("tags", article.topics),
    article.related.length === 0
      ? ""
      : field(
          "related",
          article.related.map(({ headline }) => headline),
        ),
    field("source_url", article.sourceUrl),
    field("language", article.language),
    "---\n\n",
    markdownOf(article),
  ].join("");
}

/** The story as Markdown. */
export function markdownOf(article) {
  return paragraphsOf(article)
    .map(({ kind, text }) => `${kind === "subheading" ? `## ${text}` : text}\n`)
    .join("\n");
}
