/** A seeds folder in which every field of every record is hostile, by every way in. */
import { frontFields } from "../../src/parse/front-matter/fields.ts";
import type { Payload } from "./payloads.ts";

/** A picture of one pixel (GIF), so that pages have something to show. */
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

const paragraph = "The ferry came back on Wednesday, and the harbour was full of people who had waited for it since the morning.";

type Files = Record<string, string | Uint8Array>;

/** Settings, whose every text is hostile too, and the seeds: path → content. */
export interface HostileSeeds {
  readonly config: string;
  readonly files: Files;
}

export function hostileSeeds(payloads: readonly Payload[]): HostileSeeds {
  const at = (index: number) => payloads[((index % payloads.length) + payloads.length) % payloads.length]?.text ?? "";
  const files: Files = { "fm/pixel.gif": pixel };
  for (const { number } of payloads) {
    files[`fm/${number}.md`] = frontMatter(number, at) + markdownBody(number, at);
    files[`clip/${number}.txt`] = number % 2 === 0 ? clipping(number, at) : labelled(number, at);
    if (number % 3 === 0) {
      files[`side/${number}.txt`] = clipping(number, () => "Ferry Returns");
      files[`side/${number}.meta.yml`] = yaml(number, at);
    }
    if (number % 4 === 1) files[`db/${number}.txt`] = database(number, at);
    if (number % 4 === 3) files[`toml/${number}.md`] = toml(number, at);
    if (number % 2 === 1) Object.assign(files, named(number, at));
  }
  return { config: JSON.stringify(settings(payloads)), files };
}

/** One line: what a clipping has in a line. */
const line = (text: string) => text.replace(/[\r\n\u2028\u2029\u0085\v\f]+/g, " ").trim() || "x";

type Texts = (index: number) => string;

const q = JSON.stringify;

/** The value of a key, by the shape of its field: texts of their own wherever there can be one. */
const values: Readonly<Record<string, (number: number, text: string, at: Texts) => string | null>> = {
  date: (number, text) => q(number % 3 === 0 ? text : "2021-09-15"),
  language: (number, text) => (number % 5 === 0 ? q(text) : null),
  topics: (number, text, at) => `[${q(text)}, ${q(at(number + 1))}]`,
  byline: (number, text, at) => (number % 2 === 0 ? `[${q(text)}, {name: ${q(at(number + 2))}}]` : q(text)),
  figures: (number, text, at) =>
    `[{src: ${q(number % 2 === 0 ? "pixel.gif" : text)}, alt: ${q(text)}, caption: ${q(at(number + 3))}, credit: ${q(at(number + 4))}}, ${q(text)}]`,
  related: (number, text, at) => `[${q(text)}, {headline: ${q(at(number + 5))}, url: ${q(at(number + 6))}}, {url: ${q(`https://x.example/${text}`)}}]`,
  url: (number, text) => q(number % 2 === 0 ? text : `https://x.example/${text.replace(/\s/g, "")}`),
};

/** One name of each field's keys, in turn, so that all of them come by. */
function yaml(number: number, at: Texts): string {
  const rows = frontFields.flatMap(({ keys, shape }, row): [string, string][] => {
    const text = at(number + row * 7);
    const value = (values[shape] ?? (() => q(text)))(number, text, at);
    return value === null ? [] : [[keys[number % keys.length] ?? "", value]];
  });
  return [...new Map(rows)].map(([key, value]) => `${key}: ${value}\n`).join("");
}

function frontMatter(number: number, at: Texts): string {
  const keys = ["__proto__", "constructor", "body", "__blocks", "toString", "links", "pieces", "t"].map(
    (key, index) => `${key}: ${JSON.stringify(at(number + index))}`,
  );
  return `---\n${yaml(number, at)}${keys.join("\n")}\n${JSON.stringify(at(number))}: x\n---\n`;
}

function markdownBody(number: number, at: Texts): string {
  const text = at(number);
  const flat = line(text);
  return [
    paragraph,
    `Said: ${text}`,
    `## ${flat}`,
    `- ${flat}\n- [${flat}](${flat})\n- **${flat}**`,
    `> ${flat}`,
    `| ${flat} | b |\n|---|---|\n| c | ${flat} |`,
    `[a](<${flat}>) ![${flat}](pixel.gif "${flat}") ![a](<${flat}>)`,
    `\`\`\`${flat}\n${flat}\n\`\`\``,
    `<b>${flat}</b> <span title="${flat}">a</span> <a href="${flat}">a</a> <q cite='${flat}'>a</q>`,
    `Related: ${flat}`,
    `Editor's note: ${flat}`,
    `A note.[^1]\n\n[^1]: ${flat}`,
    paragraph,
    text,
    at(number + 1),
  ].join("\n\n");
}

function toml(number: number, at: Texts): string {
  const q = (text: string) => JSON.stringify(text.replaceAll("\u007f", ""));
  return `+++\ntitle = ${q(at(number))}\n[taxonomies]\ntags = [${q(at(number + 1))}]\nauthors = [${q(at(number + 2))}]\n[extra]\n"__proto__" = ${q(at(number))}\n+++\n\n${paragraph}\n\n${at(number)}\n`;
}

function clipping(number: number, at: Texts): string {
  const text = (index: number) => line(at(number + index));
  return [
    text(0),
    `## ${text(1)}`,
    text(2),
    `By ${text(3)}`,
    number % 3 === 0 ? `Updated: ${text(4)}` : "September 15, 2021",
    `${text(5)} Photo: ${text(6)} / AP`,
    `HARBOUR TOWN (${text(7)}) — ${paragraph}`,
    text(8),
    `Related: ${text(9)}`,
    `Read more: [${text(10)}](${text(11)})`,
    `Tags: ${text(12)}, ${text(13)}`,
    `Section: ${text(14)}`,
    `Correction: ${text(15)}`,
    `Editor's note: ${text(16)}`,
    paragraph,
    `https://x.example/${text(17)}`,
    `Copyright 2021 ${text(18)}`,
    "## Original url:",
    number % 2 === 0 ? text(19) : `https://x.example/${text(19).replace(/\s/g, "")}`,
  ].join("\n\n");
}

function labelled(number: number, at: Texts): string {
  const labels = ["Headline", "Kicker", "Author", "Section", "Publication", "Tags", "Photo", "Caption", "Source"];
  return `${labels.map((label, index) => `${label}: ${line(at(number + index))}`).join("\n")}\nDate: 2021-09-16\n\n${paragraph}\n\n${line(at(number))}\n`;
}

function database(number: number, at: Texts): string {
  const part = (which: number) =>
    [
      `Document ${which} of 2`,
      `Copyright 2021 ${line(at(number + which))}`,
      line(at(number + which * 3)),
      `BYLINE: ${line(at(number + which * 5))}`,
      `SECTION: ${line(at(number + which * 7))}; Pg. A3`,
      "LENGTH: 543 words",
      `HEADLINE: ${line(at(number + which * 9))}`,
      `BODY:\n\n${paragraph}\n\n${line(at(number + which * 11))}`,
      "LOAD-DATE: September 16, 2021",
    ].join("\n\n");
  return `${part(1)}\n\n${part(2)}\n`;
}

/** Files and folders with the payload in their names, a picture among them. */
function named(number: number, at: Texts): Files {
  // What no name can have on Linux, and as many bytes as one may have.
  const name = (text: string) =>
    (
      Buffer.from(text.replace(/[/\0]/g, "∕").toWellFormed())
        .subarray(0, 180)
        .toString("utf8")
        .replace(/\ufffd+$/, "") || "x"
    ).replace(/^\.+/, "_");
  const folder = `names/${name(at(number))}`;
  return {
    [`${folder}/${name(at(number + 1))}.txt`]: `${paragraph}\n`,
    [`${folder}/${name(at(number + 2))}.md`]: `![a](<${encodeURIComponent(name(at(number)))}.gif>)\n\n${paragraph}\n`,
    [`${folder}/${name(at(number))}.gif`]: pixel,
  };
}

function settings(payloads: readonly Payload[]): object {
  const joined = (from: number, step: number) => payloads.filter(({ number }) => number % step === from % step).map(({ text }) => text);
  return {
    title: joined(0, 9).slice(0, 40).join(" "),
    description: joined(1, 9).slice(0, 40).join(" "),
    publications: Object.fromEntries(joined(2, 9).map((text, index) => [`p${index}.example`, text])),
    folders: { names: { publication: payloads[0]?.text ?? "x", section: payloads[1]?.text ?? "x" }, db: { section: payloads[2]?.text ?? "x" } },
  };
}
