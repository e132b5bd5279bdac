/**
 * One build at a time: a build lays its claim beside the output, then looks whether a living one was there before. The claim of a build that
 * was killed is recognised and taken away. May import: io/machine.
 */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, rmdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { bootOf } from "../machine.ts";

/** Another build is at work on the same output. */
export class Busy extends Error {
  /** Process number of the other build. */
  readonly pid: number;
  /** Whether it runs on this machine, so that it was seen to live; else it only gave a sign of life a short while ago. */
  readonly isHere: boolean;
  /** Its claim. */
  readonly file: string;
  constructor(pid: number, isHere: boolean, file: string) {
    super(`Another build (process ${pid}) is writing the same archive.`);
    this.pid = pid;
    this.isHere = isHere;
    this.file = file;
  }
}

export interface Claim {
  /** Gives a sign of life. Cheap: call it often. */
  touch(): void;
  release(): void;
}

/** Milliseconds without a sign of life after which a claim from another machine (or container) is held to be a dead one's. */
const silence = 120_000;
const signOfLife = 2_000;

/** How often two builds that begin at the same moment step back for each other. */
const attempts = 8;

/** @throws `Busy` where a living build has laid a claim */
export function layClaim(workshop: string): Claim {
  const folder = join(workshop, "claims");
  const own = join(folder, ownName());
  for (let attempt = 1; ; attempt += 1) {
    if (!write(folder, own)) continue;
    const other = firstAlive(folder, own);
    if (other === null) return claim(folder, own);
    rmSync(own, { force: true });
    tidy(folder);
    if (attempt === attempts) throw new Busy(Number(other.name.split(".")[0]), other.isHere, join(folder, other.name));
    // Of builds that began together each waits another while; one that has been at work is still there afterwards.
    pause(5 + ((process.pid * 7 + attempt * 13) % 40));
  }
}

function claim(folder: string, own: string): Claim {
  let last = performance.now();
  return {
    touch: () => {
      const now = performance.now();
      if (now - last < signOfLife) return;
      last = now;
      try {
        const time = new Date();
        utimesSync(own, time, time);
      } catch {
        // Somebody removed the claim: the build goes on, as it did.
      }
    },
    release: () => {
      try {
        rmSync(own, { force: true });
      } catch (error) {
        // It dies with its process, and is known for a dead one's.
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      }
      tidy(folder);
    },
  };
}

/** False where the folder vanished meanwhile: a build that ended tidied up. */
function write(folder: string, own: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(own, "w"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** Another's claim that lives; those of dead builds are removed on the way. */
function firstAlive(folder: string, own: string): { name: string; isHere: boolean } | null {
  const now = statSync(own).mtimeMs;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (file === own) continue;
    const life = lifeOf(name, now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
    if (life !== "dead") return { name, isHere: life === "here" };
    rmSync(file, { force: true });
  }
  return null;
}

/**
 * @param name of a claim: process, its start, host, boot, process space
 * @param silentFor milliseconds since its last sign of life, by the clock of the disk
 */
function lifeOf(name: string, silentFor: number): "here" | "elsewhere" | "dead" {
  const [pid = "", start = "", host = "", boot = "", space = ""] = name.split(".");
  const [, , ownHost, ownBoot, ownSpace] = ownName().split(".");
  const bySilence = silentFor < silence ? "elsewhere" : "dead";
  if (host !== ownHost) return bySilence;
  if (boot !== ownBoot) return "dead";
  if (space !== ownSpace) return bySilence;
  if (!isRunning(Number(pid))) return "dead";
  const now = startOf(Number(pid));
  if (now !== "") return now === start ? "here" : "dead";
  return silentFor < silence ? "here" : "dead";
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, in ticks since the machine did (proc(5), field 22); empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function ownName(): string {
  return [process.pid, startOf(process.pid), short(hostname()), short(bootOf() ?? ""), short(processSpace())].join(".");
}

/** Containers of one machine number their processes each for themselves. */
function processSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function short(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** The folder goes with its last claim. */
function tidy(folder: string): void {
  for (const each of [folder, dirname(folder)]) {
    try {
      rmdirSync(each);
    } catch {
      return;
    }
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
