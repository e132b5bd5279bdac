/** Inputs that nobody wrote: files that exist, damaged; lines of a grammar, thrown together; bytes. The same number gives the same input. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { payloads } from "./payloads.ts";
import { projectFolder } from "./run.ts";
import { filesOf } from "./site.ts";

export interface FuzzInput {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const corpus = ["tests/fixtures/reading", "seeds"].flatMap((folder) =>
  filesOf(join(projectFolder, folder))
    .filter((path) => /\.(?:txt|md|markdown)$/.test(path))
    .map((path) => readFileSync(join(projectFolder, folder, path))),
);

/** Things that mean something to some part of the reader. */
const tokens = [
  ..."# ## ### - * + > | ` ``` ~~~ ~~ ** __ _ [ ] ( ) ![ ]( ]: [^1] [^1]: <!-- --> <![CDATA[ ]]> <? ?> <! < > </ /> & &amp; &#0; &#x1b; &#xd800; \\ --- +++ === ***** : :: ; , . … — – “ ” « » ' \" % $ ^ {} {{ <% %> <%= @ / // http:// https:// www. mailto: javascript: data:".split(
    " ",
  ),
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\u2028",
  "\u0085",
  "\f",
  "\v",
  "\t",
  "    ",
  " ",
  "\u00a0",
  "\u200b",
  "\u00ad",
  "\ufeff",
  "\u202e",
  "\0",
  "\u001b",
  "\ufffe",
  "\u{1fffe}",
  "\u0301",
  "\u{1f600}",
  "By ",
  "By Jane Roe",
  "BY AFP",
  "Par ",
  "Von ",
  "Автор: ",
  "بقلم ",
  "记者 ",
  "September 15, 2021",
  "15.09.2021",
  "03/04/2019",
  "2021年9月15日",
  "15 сентября 2021 г.",
  "(AFP) — ",
  "HARBOUR (Reuters) - ",
  "Related: ",
  "Source: ",
  "Tags: ",
  "Section: ",
  "Correction: ",
  "Editor's note: ",
  "Photo: ",
  " / AP",
  "Read more: ",
  "## Original url:",
  "https://x.example/2021/09/15/a",
  "Document 1 of 2",
  "Document 2 of 2",
  "End of Document",
  "BODY:",
  "BYLINE: ",
  "LENGTH: 5 words",
  "From a@x.example Mon Sep 13 2021",
  "Subject: ",
  "END",
  "###",
  "-30-",
  "© 2021",
  "Share this article",
  "title: ",
  "date: ",
  "author: ",
  "tags: [",
  "- a\n",
  "draft: true",
  "&a ",
  "*a",
  "!!js/function ",
  "? ",
  "| \n",
  ">-\n",
  "__proto__: ",
  "constructor: ",
  "[[a]]",
  "a = ",
  '"""',
  "'''",
  "|---|---|",
  "| a | b |",
  "<table>",
  "<b>",
  "</b>",
  "<div",
  "<script>",
  "<style>",
  "<svg>",
  "<math>",
  "<details open>",
  "<a href=",
  "<Reuters>",
  "C:\\*dir",
  "1905. ",
  "1) ",
  "- [ ] ",
  "word",
  "The ferry came back on Wednesday, the company said.",
];
const hostile = payloads().map(({ text }) => text);

/** Numbers as random as need be, from a seed (a linear congruence with its high bits mixed). */
export function chance(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export type Chance = ReturnType<typeof chance>;

const pick = <T>(list: readonly T[], next: Chance): T => list[next(list.length)] as T;

/** A file that exists, with a few damages. */
function mutated(next: Chance): Uint8Array {
  let bytes: Buffer = Buffer.from(pick(corpus, next));
  for (let times = 1 + next(6); times > 0; times -= 1) bytes = damage(bytes, next);
  return bytes;
}

export function damage(bytes: Buffer, next: Chance): Buffer {
  const [at, to] = [next(bytes.length + 1), next(bytes.length + 1)].sort((a, b) => a - b) as [number, number];
  const put = (what: Buffer) => Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
  switch (next(9)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    case 1:
      return put(bytes.subarray(at, Math.min(to, at + 400)));
    case 2:
      return put(Buffer.from(pick(tokens, next).repeat(1 + next(4))));
    case 3:
      return put(Buffer.from(pick(hostile, next)));
    case 4:
      return put(Buffer.from(pick(tokens, next).repeat(next(30) === 0 ? 2000 : 50)));
    case 5: {
      const other = pick(corpus, next);
      return Buffer.concat([bytes.subarray(0, at), other.subarray(next(other.length))]);
    }
    case 6: {
      const copy = Buffer.from(bytes);
      for (let times = 1 + next(5); times > 0 && copy.length > 0; times -= 1) copy[next(copy.length)] = next(256);
      return copy;
    }
    case 7: {
      const lines = bytes.toString("latin1").split("\n");
      const [a, b] = [next(lines.length), next(lines.length)];
      [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
      return Buffer.from(lines.join(pick(["\n", "\n", "\r\n", "\n\n"], next)), "latin1");
    }
    default:
      return bytes.subarray(0, at);
  }
}

/** Tokens in any order, some of them very often, with and without a front matter. */
function composed(next: Chance): Uint8Array {
  const some = (count: number) =>
    Array.from({ length: count }, () => (next(12) === 0 ? pick(hostile, next) : pick(tokens, next))).join(next(3) === 0 ? "\n" : "");
  const mark = pick(["---", "+++"], next);
  const front = next(3) === 0 ? `${mark}\n${some(next(12))}\n${mark}\n` : "";
  const repeated = next(8) === 0 ? (pick(tokens, next) + pick(tokens, next) + pick(tokens, next)).repeat(next(1500)) : "";
  return Buffer.from(front + some(next(60)) + repeated + some(next(10)));
}

function random(next: Chance): Uint8Array {
  return Uint8Array.from({ length: next(300) }, () => (next(2) === 0 ? next(256) : 32 + next(95)));
}

/** The input of a number. */
export function fuzzInput(number: number): FuzzInput {
  const next = chance(number);
  const path = pick(["a.txt", "a.md", "2021-09-15-a.markdown", "b/ü.txt"], next);
  const kind = next(20);
  return { path, bytes: kind < 11 ? mutated(next) : kind < 18 ? composed(next) : random(next) };
}
