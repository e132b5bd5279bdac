#!/usr/bin/env node
/** `tearsheet`: words of the call → command → exit status. The only file, besides `io/`, that knows the process. May import: commands, io, text. */
import process from "node:process";
import { parseArgs } from "node:util";
import { CallProblem, plainly } from "./commands/call.ts";
import type { Command, ExitCode, OptionValues, Terminal } from "./commands/command.ts";
import { programVersion } from "./io/program.ts";
import { didYouMean } from "./text/did-you-mean.ts";

/** TABLE of commands, in the order of `--help`. Each is loaded when it is called: what one needs, the others need not wait for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./commands/build.ts")).build,
  serve: async () => (await import("./commands/serve.ts")).serve,
  inspect: async () => (await import("./commands/inspect.ts")).inspect,
  explain: async () => (await import("./commands/explain.ts")).explain,
  check: async () => (await import("./commands/check.ts")).check,
  verify: async () => (await import("./commands/verify.ts")).verify,
  bag: async () => (await import("./commands/bag.ts")).bag,
};

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTty: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
  color: process.stderr.isTTY === true && process.env["NO_COLOR"] === undefined,
  outColor: wantsColor(process.stdout.isTTY === true),
  columns: process.stdout.isTTY === true && process.stdout.columns > 0 ? process.stdout.columns : 100,
  now: () => performance.now(),
  ended: () =>
    new Promise((ended) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => ended());
    }),
};

/** `NO_COLOR` (whatever its value) turns colour off; else `FORCE_COLOR` turns it on, and with 0 off. */
function wantsColor(isWatched: boolean): boolean {
  const forced = process.env["FORCE_COLOR"];
  if (process.env["NO_COLOR"] !== undefined) return false;
  return forced === undefined ? isWatched && process.env["TERM"] !== "dumb" : forced !== "0" && forced !== "false";
}

async function main(words: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === "--version" || first === "-v") return say(`${programVersion()}\n`);
  if (first === undefined || first === "--help" || first === "-h" || first === "help") return say(await help());
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (load === undefined) {
    const meant = didYouMean(first, Object.keys(commands));
    throw new CallProblem(`There is no command \`${first}\`.${meant === null ? " `tearsheet --help` lists them." : ` Did you mean \`${meant}\`?`}`);
  }
  const command = await load();
  if (rest.includes("--help") || rest.includes("-h")) return say(helpOf(command));
  const { values, files } = parse(command, rest);
  return command.run(values, files, terminal);
}

function say(text: string): ExitCode {
  terminal.out(text);
  return 0;
}

/** Node's own parser, strictly; an unknown option is answered with the nearest known one. */
function parse(command: Command, words: readonly string[]): { values: OptionValues; files: string[] } {
  const known = Object.keys(command.options);
  for (const word of words) {
    if (word === "--") break;
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const meant = didYouMean(name, known);
    throw new CallProblem(
      `\`tearsheet ${command.name}\` has no option --${name}.${meant === null ? ` \`tearsheet ${command.name} --help\` lists them.` : ` Did you mean --${meant}?`}`,
    );
  }
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values: values as OptionValues, files: positionals };
  } catch (error) {
    throw new CallProblem(`${error instanceof Error ? error.message : String(error)} \`tearsheet ${command.name} --help\` shows how it is called.`);
  }
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map(({ name }) => name.length));
  return [
    "Tearsheet turns a folder of news clippings into a static archive.",
    "",
    "Usage: tearsheet COMMAND [options]",
    "",
    ...all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "`tearsheet COMMAND --help` lists a command's options; `tearsheet --version` prints the version.",
    "Exit status: 0 done; 1 the content has errors, or warnings under --strict; 2 the call or the configuration is wrong.",
    "",
  ].join("\n");
}

function helpOf({ usage, summary, options }: Command): string {
  const rows = Object.entries(options).map(([name, { value, summary: text }]) => [`--${name}${value === undefined ? "" : ` ${value}`}`, text] as const);
  const width = Math.max(...rows.map(([option]) => option.length));
  return [
    `Usage: ${usage}`,
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    "",
    ...rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`),
    "",
  ].join("\n");
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough (`… | head`): no failure.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CallProblem) {
    terminal.err(`${plainly(error)}\n`);
    process.exitCode = 2;
  } else {
    const code = (error as NodeJS.ErrnoException).code;
    // The last is Node's own refusal, under its permission model.
    const isDisk = typeof code === "string" && (/^E[A-Z]+$/.test(code) || code === "ERR_ACCESS_DENIED");
    terminal.err(
      isDisk
        ? `The disk refused: ${plainly(error)}.\n`
        : `${plainly(error, "trace")}\nThis is a fault of the program. Please report it with the file that was read.\n`,
    );
    process.exitCode = isDisk ? 2 : 1;
  }
}
