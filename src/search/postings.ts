/**
 * Lists of numbers that grow, very many at once, each coded as it grows (`coding.ts`). They lie in a few large blocks of memory, which are never moved: a list is a chain of
 * slices, each twice as long as the one before it, so that two million short lists and one long one are both small. May import: search/coding.
 */
import { base, signCodes } from "./coding.ts";

export interface Postings {
  /** A new, empty list. Lists are numbered from 0. */
  open(): number;
  /** Adds a number to a list. It is larger than the one before it. */
  add(list: number, number: number): void;
  /** How many signs a list has. */
  size(list: number): number;
  /** The list as text. */
  text(list: number): string;
}

const firstSlice = 8;
const largestSlice = 4096;
/** A slice ends with the place of the next one. */
const linkBytes = 4;
/** A place is a block and a byte of it: so many bits are of the byte. */
const blockBits = 22;
const blockBytes = 1 << blockBits;
const byteMask = blockBytes - 1;

export function openPostings(): Postings {
  const blocks: Buffer[] = [];
  /** The place behind the last slice. */
  let used = 0;
  let lists = 0;
  // By list: where it begins, where the next sign goes, where its slice ends, how long that is; its last number; its signs.
  let head = new Uint32Array(1024);
  let at = new Uint32Array(1024);
  let end = new Uint32Array(1024);
  let last = new Int32Array(1024);
  let signs = new Uint32Array(1024);
  const slice = (length: number): number => {
    // What is left of a block is too little for it: it begins with the next.
    if ((used & byteMask) + length > blockBytes) used = blocks.length * blockBytes;
    if (used === blocks.length * blockBytes) blocks.push(Buffer.alloc(blockBytes));
    const start = used;
    used += length;
    return start;
  };
  const blockOf = (place: number) => blocks[place >>> blockBits] as Buffer;
  const put = (list: number, sign: number) => {
    let place = at[list] as number;
    if (place === end[list]) {
      const length = nextLength(signs[list] as number);
      const next = slice(length);
      blockOf(place).writeUInt32LE(next, place & byteMask);
      place = next;
      end[list] = next + length - linkBytes;
    }
    blockOf(place)[place & byteMask] = sign;
    at[list] = place + 1;
    signs[list] = (signs[list] as number) + 1;
  };
  return {
    open: () => {
      const list = lists;
      lists += 1;
      if (list === head.length) {
        head = grown(head, Uint32Array);
        at = grown(at, Uint32Array);
        end = grown(end, Uint32Array);
        last = grown(last, Int32Array);
        signs = grown(signs, Uint32Array);
      }
      const start = slice(firstSlice);
      head[list] = start;
      at[list] = start;
      end[list] = start + firstSlice - linkBytes;
      last[list] = -1;
      return list;
    },
    add: (list, number) => {
      let rest = number - (last[list] as number) - 1;
      if (rest < 0) throw new Error("A list of numbers has to grow.");
      last[list] = number;
      while (rest >= base) {
        put(list, signCodes[base + (rest % base)] as number);
        rest = Math.floor(rest / base);
      }
      put(list, signCodes[rest] as number);
    },
    size: (list) => signs[list] as number,
    text: (list) => {
      const count = signs[list] as number;
      let text = "";
      let place = head[list] as number;
      let length = firstSlice;
      for (let done = 0; done < count; ) {
        const take = Math.min(count - done, length - linkBytes);
        const at = place & byteMask;
        text += blockOf(place).toString("latin1", at, at + take);
        done += take;
        if (done < count) {
          place = blockOf(place).readUInt32LE(at + take);
          length = nextLength(done);
        }
      }
      return text;
    },
  };
}

/** The length of the slice that comes when so many signs are full. */
function nextLength(signs: number): number {
  let length = firstSlice;
  while (length < largestSlice && signs > length) length *= 2;
  return length;
}

function grown<T extends Uint32Array | Int32Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(array.length * 2);
  larger.set(array);
  return larger;
}
