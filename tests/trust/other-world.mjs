/**
 * Loaded before the program (`node --import`): another clock, another order of folders, other chance. `TEARSHEET_WORLD` is a number that all of
 * them are made of.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

let seed = Number(process.env.TEARSHEET_WORLD ?? "1");
const chance = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
Math.random = chance;

const shift = (chance() - 0.5) * 4e12;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shift;
  }
};

const shuffled = (list) =>
  list
    .map((each) => [chance(), each])
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
const { readdirSync, opendirSync } = fs;
fs.readdirSync = (...given) => shuffled(readdirSync(...given));
fs.opendirSync = (...given) => {
  const folder = opendirSync(...given);
  const entries = [];
  for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) entries.push(entry);
  const order = shuffled(entries);
  return { readSync: () => order.shift() ?? null, closeSync: () => folder.closeSync() };
};
syncBuiltinESMExports();
