/** What a long test measured, said to whoever runs it: docs/guarantees.md is written from it. */
import process from "node:process";

export function figure(promise: string, what: string): void {
  process.stderr.write(`${promise}: ${what}\n`);
}
