/**
 * The articles of an invented archive. Article number i is a function of the settings and i alone: no list is kept, any article can be made again at
 * any time, and one that names another knows its headline without having met it.
 */
import { languages } from "./languages.mjs";
import { below, chance, pick, stream, zipfTable } from "./random.mjs";
import { storyOf } from "./story.mjs";

/** Ten years. */
const firstDay = Date.UTC(2014, 0, 1);
const dayCount = 3652;
const dayLength = 86_400_000;
const bylineCount = 60;

/**
 * An archive of `count` articles.
 *
 * @param settings.seed the same seed and settings give the same archive, to the byte
 * @param settings.languages 1 (English) or 8; with 8, two fifths are English
 * @param settings.markdownShare from 0 to 1: how many have front matter and Markdown; the rest are clippings
 */
export function archiveOf({ count, seed = 1, languages: languageCount = 1, markdownShare = 0.5 }) {
  const settings = { count, seed, languageCount, markdownShare };
  const tongues = new Map();
  const tongue = (tag) => {
    if (!tongues.has(tag)) tongues.set(tag, speak(tag));
    return tongues.get(tag);
  };
  return { settings, count, at: (index) => articleAt(index, settings, tongue), head: (index) => headAt(index, settings, tongue) };
}

const tagsOf = (count) => Object.keys(languages).slice(0, count);

/** What is drawn from again and again. */
function speak(tag) {
  const language = languages[tag];
  const next = stream(7, tag.charCodeAt(0), tag.charCodeAt(1));
  const invented = new Set();
  // The more frequent a word, the shorter it is.
  const lengthAt = (rank) => (tag === "zh" ? 2 : 1 + below(next, 2) + (rank > 300 ? 1 : 0));
  for (let tries = 0; invented.size < 6000; tries += 1) {
    invented.add(Array.from({ length: lengthAt(Math.max(invented.size, tries / 4)) }, () => pick(next, language.syllables)).join(""));
  }
  const names = new Set();
  const [given, family] = language.names;
  while (names.size < Math.min(bylineCount, given.length * family.length)) {
    const [first, last] = [pick(next, given), pick(next, family)];
    names.add(tag === "zh" ? `${first}${last}` : `${first} ${last}`);
  }
  const words = [...invented];
  return { tag, ...language, commonTable: zipfTable(language.common, 2.7), wordTable: zipfTable(words, 25), bylines: [...names] };
}

function articleAt(index, settings, tongue) {
  const next = stream(settings.seed, index, 11);
  const head = headAt(index, settings, tongue);
  const language = tongue(head.language);
  const isMarkdown = chance(next, settings.markdownShare);
  const topics = new Set([head.topic]);
  for (let more = below(next, 3); more > 0; more -= 1) topics.add(pick(next, language.topics));
  const hasPlace = language.dateline("x") !== "" && chance(next, 0.6);
  return {
    ...head,
    layout: isMarkdown ? "markdown" : "clipping",
    author: language.bylines[below(next, language.bylines.length)],
    place: hasPlace ? head.place : null,
    section: pick(next, language.sections),
    topics: [...topics],
    related: relatedTo(index, settings, tongue, head.language, next),
    ...storyOf(language, isMarkdown, next),
  };
}

/** What others need to know of an article to name it. */
function headAt(index, { count, seed, languageCount }, tongue) {
  const next = stream(seed, index, 5);
  const tag = languageCount === 1 || chance(next, 0.4) ? "en" : tagsOf(languageCount)[below(next, languageCount)];
  const language = tongue(tag);
  const { headline, place } = headlineAt(index, seed, language);
  const day = new Date(firstDay + Math.floor((index * dayCount) / count) * dayLength).toISOString().slice(0, 10);
  const [publication, host] = pick(next, language.papers);
  const path = `${day.replaceAll("-", "/")}-${slugOf(headline, tag)}-${index}`;
  return {
    index,
    language: tag,
    headline,
    place,
    date: day,
    publication,
    topic: pick(next, language.topics),
    path,
    sourceUrl: `https://${host}/${day.replaceAll("-", "/")}/${slugOf(headline, tag)}-a${index}`,
  };
}

/** A headline that no other article has: a place in the product of four lists, each taken once before any comes again. */
function headlineAt(index, seed, language) {
  const { subjects, predicates, occasions, places } = language;
  const size = subjects.length * predicates.length * occasions.length * places.length;
  let rest = ((index % size) * stepIn(size) + (seed % 1000) * 7919) % size;
  const take = (list) => {
    const taken = list[rest % list.length];
    rest = Math.floor(rest / list.length);
    return taken;
  };
  const [subject, predicate, place, occasion] = [take(subjects), take(predicates), take(places), take(occasions)];
  const round = Math.floor(index / size);
  const headline = language.headline(subject, predicate, occasion, place);
  return { place, headline: round === 0 ? headline : `${headline} ${round + 1}` };
}

/** About 0.618 of the size, and without a common divisor with it: steps of that length meet every place once. */
function stepIn(size) {
  const divides = (a, b) => (b === 0 ? a : divides(b, a % b));
  let step = Math.round(size * 0.618);
  while (divides(step, size) !== 1) step += 1;
  return step;
}

/** None to three earlier articles of the same language, most of them of the last weeks. */
function relatedTo(index, settings, tongue, tag, next) {
  const named = new Map();
  for (let wanted = below(next, 4); wanted > 0 && index > 0; wanted -= 1) {
    const reach = chance(next, 0.7) ? Math.min(index, Math.ceil(settings.count / 100) + 10) : index;
    for (let other = index - 1 - below(next, reach), tries = 40; other >= 0 && tries > 0; other -= 1, tries -= 1) {
      if (named.has(other)) continue;
      const head = headAt(other, settings, tongue);
      if (head.language !== tag) continue;
      named.set(other, head);
      break;
    }
  }
  return [...named.values()];
}

/** ASCII, at most six words of the headline; a word for those that are not in Latin letters. */
function slugOf(headline, tag) {
  if (/^(?:ru|uk|ar|zh)$/.test(tag)) return "report";
  const plain = headline.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
  return plain
    .match(/[a-z0-9]+/g)
    .slice(0, 6)
    .join("-");
}
