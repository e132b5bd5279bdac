/** `tearsheet serve`: the archive as it would be published, shown while it is worked on. May import: model, io, build, commands. */

import { foldersOf, isAboutAuthorities } from "../build/authorities-file.ts";
import { type Problem, textOfProblems } from "../build/problems.ts";
import { registerFileFor } from "../build/register-name.ts";
import { openSession, type Refreshed, type Session } from "../build/session.ts";
import { besideFolder, isFolder, splitPath } from "../io/owner-files.ts";
import { newNonce, PortTaken, type Responder, type RunningServer, startServer } from "../io/server.ts";
import { startWatching, type Watched } from "../io/watch.ts";
import { codes } from "../model/codes.ts";
import { configFile } from "../model/config.ts";
import { escapeUnseen } from "../text/terminal.ts";
import { cacheFor } from "./cache-folder.ts";
import { CallProblem, folderOptions, many, plainly, progressLine, textOption } from "./call.ts";
import type { Command, ExitCode, OptionValues, Terminal } from "./command.ts";
import { readSettings, type Settings } from "./shared.ts";

const usualPort = 4321;
/** Problems of one change that the terminal is told of. */
const mostSaid = 20;

export const serve: Command = {
  name: "serve",
  summary: "show the archive in your browser while you work on it; nothing is written",
  usage: "tearsheet serve [options]",
  options: {
    ...folderOptions,
    templates: { type: "string", value: "DIR", summary: "your own templates; a file of the same name wins (default: templates)" },
    "base-url": { type: "string", value: "URL", summary: "where the archive will be published" },
    port: { type: "string", value: "N", summary: `the last part of the address (default: ${usualPort}, or the next one that is free)` },
    poll: { type: "boolean", summary: "look for changes every second or so: for a folder on the network, of whose changes the system says nothing" },
  },
  run: async (values, files, terminal): Promise<ExitCode> => {
    if (files.length > 0) throw new CallProblem(`\`serve\` takes no file (${files[0]}). Name the folder with --seeds.`);
    const seeds = textOption(values, "seeds", "seeds");
    if (!isFolder(seeds)) throw new CallProblem(`There is no folder ${seeds}. Put your articles into a folder named seeds, or name yours with --seeds.`);
    readSettings(values);
    const templates = textOption(values, "templates", "templates");
    const nonce = newNonce();
    const session = openSession({ seeds, templates, nonce, cache: cacheFor(values, seeds, "dist"), settings: () => settingsNow(values) });
    const say = sayer(terminal);
    const server = await startAt(portOf(values), responderOf(session, say, terminal));
    const refresh = (changed: readonly string[] | null, why: string) => {
      const start = terminal.now();
      const refreshed = session.refresh(progressLine(terminal, "Reading"), changed);
      terminal.err(`${why}${lineOf(refreshed, terminal.now() - start)}`);
      say(refreshed.problems);
      server.tell();
    };
    // Watched before it is read: what changes meanwhile is read again.
    const listener = {
      changed: (paths: readonly string[]) => refresh(paths, changesOf(paths)),
      over: () => {
        if (session.hasOverlooked()) refresh(null, "Something has changed of which the system said nothing. ");
      },
    };
    const watch = startWatching(watchedBy(seeds, templates, textOption(values, "config", configFile)), listener, values["poll"] === true);
    try {
      refresh(null, "");
      terminal.err(`The archive is shown at http://127.0.0.1:${server.port}/ on this machine alone. Ctrl-C ends this.\n`);
      if (watch.isPolling() && values["poll"] !== true)
        terminal.err("The system cannot watch the folders: they are looked through every second or so instead.\n");
      await terminal.ended();
      return 0;
    } finally {
      watch.close();
      await server.close();
      session.close();
    }
  },
};

/** A file of settings that is not there any more is a problem of the archive now, and none of the call. */
function settingsNow(values: OptionValues): Settings {
  try {
    return readSettings(values);
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    const file = textOption(values, "config", configFile);
    const diagnostic = { code: "config-invalid", file, message: error.message, hint: codes["config-invalid"].advice, line: null, column: null } as const;
    return { config: null, diagnostics: [diagnostic] };
  }
}

function portOf(values: OptionValues): { readonly port: number; readonly isAsked: boolean } {
  const asked = values["port"];
  if (typeof asked !== "string") return { port: usualPort, isAsked: false };
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535) throw new CallProblem(`--port ${asked} is no port. Write a number from 1024 to 65535.`);
  return { port: Number(asked), isAsked: true };
}

async function startAt({ port, isAsked }: ReturnType<typeof portOf>, responder: Responder): Promise<RunningServer> {
  try {
    return await startServer(port, !isAsked, responder);
  } catch (error) {
    if (error instanceof PortTaken)
      throw new CallProblem(
        isAsked
          ? `Port ${port} is taken, perhaps by another \`tearsheet serve\`. End that one, or choose another port with --port.`
          : `Port ${port} and the ports behind it are taken. Choose another one with --port.`,
      );
    if ((error as NodeJS.ErrnoException).code === "EACCES") throw new CallProblem(`You may not use port ${port}. Choose one from 1024 to 65535 with --port.`);
    throw error;
  }
}

/** Says problems once: a template that fails is found again each time that a page is rendered. */
function sayer(terminal: Terminal): (problems: readonly Problem[]) => void {
  const said = new Set<string>();
  return (problems) => {
    const texts = problems.map((problem) => textOfProblems([problem]));
    for (const text of texts.filter((each) => !said.has(each)).slice(0, mostSaid)) terminal.err(`${text}\n\n`);
    for (const text of texts) said.add(text);
  };
}

function responderOf(session: Session, say: (problems: readonly Problem[]) => void, terminal: Terminal): Responder {
  return {
    answer: (path) => {
      const view = session.view(path);
      say(view.failures);
      return view;
    },
    state: (path) => session.state(path),
    failed: (error) => terminal.err(`${plainly(error, "trace")}\nThis is a fault of the program. Please report it with the address that was asked for.\n`),
  };
}

function changesOf([first = "", ...others]: readonly string[]): string {
  return `${escapeUnseen(first)}${others.length > 0 ? ` and ${many(others.length, "other")}` : ""} changed. `;
}

function lineOf({ outcome, articles, warnings, problems }: Refreshed, milliseconds: number): string {
  const errors = many(problems.length, "error");
  const found = {
    ready: `${many(articles, "article")}, ${problems.length === 0 ? "" : `${errors}, `}${many(warnings, "warning")}`,
    kept: `${errors}; the archive is shown as it was before`,
    none: `${errors}; there is no archive to show yet`,
  };
  return `${found[outcome]}; ${(milliseconds / 1000).toFixed(2)} s.\n`;
}

/** All that an archive depends on: the articles, the templates, and four files that may lie beside the seeds folder or beside the settings. */
function watchedBy(seeds: string, templates: string, config: string): Watched {
  const own = splitPath(config);
  const register = splitPath(besideFolder(seeds, registerFileFor).path);
  const isOwnList = (name: string) => /redactions?/i.test(name) || isAboutAuthorities(name);
  return {
    trees: [seeds, templates],
    files: [
      { folder: own.folder, isMeant: (name) => name === own.name },
      { folder: register.folder, isMeant: (name) => name === register.name },
      ...foldersOf(seeds, config).map((folder) => ({ folder, isMeant: isOwnList })),
    ],
  };
}
