/** The clock, for what is dated by the day it was made. May import: nothing. */
import process from "node:process";

/**
 * Today in UTC, `YYYY-MM-DD`; or the day that `SOURCE_DATE_EPOCH` says (seconds since 1970), which makes what is dated reproducible.
 * Null where that variable is set and is no such number.
 */
export function today(): string | null {
  const fixed = process.env["SOURCE_DATE_EPOCH"];
  if (fixed === undefined || fixed === "") return new Date().toISOString().slice(0, 10);
  // Up to the end of the year 9999.
  return /^\d{1,12}$/.test(fixed) && Number(fixed) < 253_402_300_800 ? new Date(Number(fixed) * 1000).toISOString().slice(0, 10) : null;
}
