/** Civil dates as instants, for formats that know nothing less precise. Nothing here makes a JavaScript `Date`. May import: model, text. */
import type { CivilDate } from "../model/article.ts";
import { type DateParts, dayNumber, partsOf } from "./civil-date.ts";

const time = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Julian day 0 was a Monday. */
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * The beginning of what the date names, as an RFC 3339 date-time: `2021-09` is `2021-09-01T00:00:00Z`. A time without a zone is taken for universal
 * time, since the format has to have one. Null where the string is no civil date.
 */
export function rfc3339(date: CivilDate): string | null {
  const parts = partsOf(date);
  if (parts === null) return null;
  const { hour, zone } = clockOf(parts);
  return `${parts.year}-${two(parts.month ?? 1)}-${two(parts.day ?? 1)}T${hour}${zone}`;
}

/** The same as an RFC 822 date-time with a year of four digits, as RSS 2.0 asks: `Wed, 15 Sep 2021 12:30:00 +0300`. */
export function rfc822(date: CivilDate): string | null {
  const parts = partsOf(date);
  if (parts === null) return null;
  const { year, month, day } = { ...parts, month: parts.month ?? 1, day: parts.day ?? 1 };
  const { hour, zone } = clockOf(parts);
  return `${weekdays[dayNumber(year, month, day) % 7]}, ${two(day)} ${months[month - 1]} ${year} ${hour} ${zone === "Z" ? "GMT" : zone.replace(":", "")}`;
}

function clockOf({ time: printed }: DateParts): { hour: string; zone: string } {
  const match = time.exec(printed ?? "");
  return match === null ? { hour: "00:00:00", zone: "Z" } : { hour: `${match[1]}:${match[2]}:${match[3] ?? "00"}`, zone: match[4] ?? "Z" };
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
