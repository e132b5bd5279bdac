/**
 * A file of lines that only grows: what a session adds is one section, closed by a line with a checksum. A section that is cut short or damaged is as
 * if it had never been written, with all that follow. May import: nothing.
 */
import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";

/** What one session wrote. */
export interface Section<T> {
  readonly rows: readonly T[];
  /** What it noted at its end. */
  readonly note: string;
}

/** Lines that are made when they are wanted. */
export interface Lines {
  readonly count: number;
  lines(): Iterable<string>;
}

export interface Log<T> {
  /** In the order in which they were written. Gives them away: the log keeps none of them in memory. */
  take(): readonly Section<T>[];
  /**
   * Adds what has changed as a section; puts one section in the place of all where half of them would be of no use any more. No line may begin with `#` or hold a
   * line end; nor may the note.
   *
   * @param all every line that counts
   */
  save(changed: Lines, all: Lines, note: string): void;
  /** Puts one section in the place of all. */
  rewrite(lines: Iterable<string>, note: string): void;
}

/** Bytes that are read or written at once. */
const piece = 1024 * 1024;

/**
 * Opens a log. One that is not there, or begins with another head, has no sections.
 *
 * @param head the first line: what the log is, and of what it holds true
 * @param parse a line's meaning; where it throws, the line is held to be damaged
 */
export function openLog<T>(path: string, head: string, parse: (line: string) => T): Log<T> {
  const sections: Section<T>[] = [];
  /** Of all sections. */
  let count = 0;
  let end = 0;
  let sum = 0;
  try {
    let rows: T[] = [];
    let running = 0;
    for (const { line, bytes, next } of linesOf(path)) {
      if (end === 0) {
        if (line !== head) break;
        end = next;
        continue;
      }
      if (!line.startsWith("#")) {
        running = crc32(bytes, running);
        rows.push(parse(line));
        continue;
      }
      const [, said = "", note = ""] = /^#([0-9a-f]+) (.*)$/.exec(line) ?? [];
      running = crc32(note, running);
      if (said !== running.toString(16)) break;
      sections.push({ rows, note });
      count += rows.length;
      rows = [];
      end = next;
      sum = running;
    }
  } catch {
    // Not there, not readable, or a damaged line: what was whole before it counts.
  }
  const write = (file: number, from: number, lines: Iterable<string>, note: string) => {
    let running = sum;
    let at = from;
    const put = (text: string) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done);
      at += bytes.length;
    };
    for (const text of joined(lines)) {
      running = crc32(text, running);
      put(text);
    }
    sum = crc32(note, running);
    put(`#${sum.toString(16)} ${note}\n`);
    end = at;
  };
  const rewrite = (lines: Iterable<string>, note: string) => {
    mkdirSync(dirname(path), { recursive: true });
    const beside = `${path}.new`;
    const file = openSync(beside, "w");
    try {
      writeSync(file, `${head}\n`);
      sum = 0;
      write(file, Buffer.byteLength(head) + 1, lines, note);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  };
  const append = (lines: Iterable<string>, note: string) => {
    const file = openSync(path, "r+");
    try {
      ftruncateSync(file, end);
      write(file, end, lines, note);
    } finally {
      closeSync(file);
    }
  };
  return {
    take: () => sections.splice(0),
    rewrite,
    save: (changed, all, note) => {
      const isWorn = end === 0 || count + changed.count > 2 * all.count;
      if (isWorn) rewrite(all.lines(), note);
      else append(changed.lines(), note);
      count = isWorn ? all.count : count + changed.count;
    },
  };
}

/** Lines joined into pieces that are worth a call of the system. */
function* joined(lines: Iterable<string>): Iterable<string> {
  let text = "";
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < piece) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** A file's lines, one at a time: a whole catalogue as one string would stay in memory with every string cut out of it. */
function* linesOf(path: string): Iterable<{ line: string; bytes: Buffer; next: number }> {
  const file = openSync(path, "r");
  try {
    let rest = Buffer.alloc(0);
    let offset = 0;
    for (;;) {
      const buffer = Buffer.allocUnsafe(rest.length + piece);
      rest.copy(buffer);
      const count = readSync(file, buffer, rest.length, piece, null);
      if (count === 0) return;
      const bytes = buffer.subarray(0, rest.length + count);
      let from = 0;
      for (let to = bytes.indexOf(10); to !== -1; to = bytes.indexOf(10, from)) {
        const next = offset + to + 1;
        yield { line: bytes.toString("utf8", from, to), bytes: bytes.subarray(from, to + 1), next };
        from = to + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
      offset += from;
    }
  } finally {
    closeSync(file);
  }
}
