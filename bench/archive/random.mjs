/** Chance that comes out the same every time: one stream of numbers for each seed. */

/** A stream of 32-bit numbers (the mixing of MurmurHash3 over a counter). `next()` gives an integer from 0 to 2³² − 1. */
export function stream(...parts) {
  let state = parts.reduce((mixed, part) => mix(Math.imul(mixed, 31) + part), 0x9e3779b9);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state);
  };
}

function mix(value) {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** An integer from 0 up to `limit`. */
export const below = (next, limit) => Math.floor((next() / 4294967296) * limit);
export const pick = (next, list) => list[below(next, list.length)];
export const chance = (next, share) => next() < share * 4294967296;

/**
 * A table of 65,536 places in which the word of rank r has a share of places proportional to 1 / (r + shift), by Zipf's and Mandelbrot's law: one
 * look into it is one word drawn.
 */
export function zipfTable(words, shift) {
  const weights = words.map((_, rank) => 1 / (rank + shift));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = [];
  let sum = 0;
  for (const [rank, word] of words.entries()) {
    sum += weights[rank];
    while (table.length < (sum / total) * 65536) table.push(word);
  }
  while (table.length < 65536) table.push(words[0]);
  return table;
}
