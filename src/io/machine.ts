/** Which run of which machine this is. May import: nothing. */
import { readFileSync } from "node:fs";

/** A name for the time since the machine was started: another one means that it was off in between. Null where the system tells none. */
export function bootOf(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}
