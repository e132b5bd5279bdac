/** TABLE of the figures to reach, and what was measured of each: a figure that was not measured in this run is null. */
import { median, pairedRatio } from "./statistics.mjs";

const sizeOf = (results, articles) => results.sizes.find((size) => size.articles === articles);
const runsOf = (size, program, scenario = "cold") => size?.runs.filter((run) => run.program === program && run.scenario === scenario) ?? [];

/** Wall time of Tearsheet's cold build by that of a peer. */
function against(results, peer, own = "tearsheet") {
  const size = sizeOf(results, 10_000);
  const [ours, theirs] = [runsOf(size, own), runsOf(size, peer)];
  return ours.length === 0 || theirs.length === 0 ? null : pairedRatio(ours, theirs, "wall");
}

/** Wall time of a scenario by that of the cold build. */
function again(results, articles, scenario) {
  const size = sizeOf(results, articles);
  const runs = runsOf(size, "tearsheet", scenario);
  return runs.length === 0 ? null : pairedRatio(runs, runsOf(size, "tearsheet"), "wall");
}

const worstEdit = (results, articles) => {
  const values = ["body edited", "headline edited"].map((scenario) => again(results, articles, scenario));
  return values.includes(null) ? null : Math.max(...values);
};

function memory(results, articles, program = "tearsheet") {
  const runs = runsOf(sizeOf(results, articles), program);
  return runs.length === 0 ? null : median(runs.map((run) => run.memory));
}

function growth(results) {
  const [small, large] = [10_000, 100_000].map((articles) => runsOf(sizeOf(results, articles), "tearsheet"));
  return small.length === 0 || large.length === 0 ? null : median(large.map(({ wall }) => wall)) / median(small.map(({ wall }) => wall));
}

export function goalsOf(results) {
  return [
    {
      what: "cold, 10,000 articles, the kinds of output that Hugo makes here, ÷ Hugo",
      limit: 0.25,
      unit: "",
      value: against(results, "hugo", "tearsheet-plain"),
    },
    { what: "memory, the same", limit: 300, unit: " MB", value: memory(results, 10_000, "tearsheet-plain") },
    { what: "cold, 10,000 articles, every output that is on by default, ÷ Hugo", limit: 0.75, unit: "", value: against(results, "hugo") },
    { what: "the same ÷ Hugo, then Pagefind", limit: 0.3, unit: "", value: against(results, "hugo-pagefind") },
    { what: "the same ÷ Eleventy", limit: 0.15, unit: "", value: against(results, "eleventy") },
    { what: "memory, 10,000 articles", limit: 300, unit: " MB", value: memory(results, 10_000) },
    { what: "cold, 100,000 articles ÷ 10,000", limit: 11, unit: "", value: growth(results) },
    { what: "memory, 100,000 articles", limit: 700, unit: " MB", value: memory(results, 100_000) },
    { what: "no change ÷ cold, 10,000 articles", limit: 0.03, unit: "", value: again(results, 10_000, "no change") },
    { what: "no change ÷ cold, 100,000 articles", limit: 0.03, unit: "", value: again(results, 100_000, "no change") },
    { what: "one article changed ÷ cold, 10,000 articles (the slower of the two edits)", limit: 0.05, unit: "", value: worstEdit(results, 10_000) },
    { what: "one article changed ÷ cold, 100,000 articles (the slower of the two edits)", limit: 0.04, unit: "", value: worstEdit(results, 100_000) },
    { what: "reading alone, a plain clipping", limit: 0.15, unit: " ms", value: results.reading.clipping.median },
    { what: "reading alone, Markdown", limit: 2, unit: " ms", value: results.reading.markdown.median },
  ];
}
