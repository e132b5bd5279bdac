/**
 * How long a trial is: as it is said by `TEARSHEET_NAME`; a few of everything where the trials come along with the usual tests (`npm run test:trust:short`);
 * else as long as docs/guarantees.md has it.
 */
import process from "node:process";

export function lengthOf(name: string, whole: number, short: number): number {
  const said = process.env[`TEARSHEET_${name}`];
  if (said !== undefined) return Number(said);
  return process.env["TEARSHEET_SHORT"] === undefined ? whole : short;
}
