/** How many articles each day has, in a few characters a day, and back. For builds and for browsers. May import: nothing. */

/**
 * Counts by year: the year, those of which nothing more is known, then for each month a list: those of which only the month is known, then by day from the first.
 * Zeros at the end are left out.
 */
export type DateCounts = readonly (readonly [year: string, ofYear: number, ...months: (readonly number[])[]])[];

/** @param days in order: `2021`, `2021-09`, `2021-09-15`, one for each article; undated ones are not among them */
export function countDates(days: readonly string[]): DateCounts {
  const years: [string, number, ...number[][]][] = [];
  for (const date of days) {
    const [year = "", month = 0, day = 0] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
    let own = years.at(-1);
    if (own === undefined || own[0] !== year) {
      own = [year, 0];
      years.push(own);
    }
    if (month === 0) {
      own[1] += 1;
      continue;
    }
    while (own.length < month + 2) own.push([]);
    const counts = own[month + 1] as number[];
    while (counts.length <= day) counts.push(0);
    counts[day] = (counts[day] as number) + 1;
  }
  return years;
}

/** Days with the number of the first article of each, in order. */
export interface DatedRun {
  /** `2021`, `2021-09`, `2021-09-15` */
  readonly date: string;
  /** Number of its first article. */
  readonly first: number;
  readonly count: number;
}

export function openDates(counts: DateCounts): DatedRun[] {
  const runs: DatedRun[] = [];
  let first = 0;
  const add = (date: string, count: number) => {
    if (count > 0) runs.push({ date, first, count });
    first += count;
  };
  for (const [year, ofYear, ...months] of counts) {
    add(year, ofYear);
    for (const [month, days] of months.entries()) {
      const name = `${year}-${String(month + 1).padStart(2, "0")}`;
      for (const [day, count] of days.entries()) add(day === 0 ? name : `${name}-${String(day).padStart(2, "0")}`, count);
    }
  }
  return runs;
}

/** The run in which an article of that number is; null beyond the last: it is undated. */
export function runOf(article: number, runs: readonly DatedRun[]): DatedRun | null {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as DatedRun).first <= article) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && article < run.first + run.count ? run : null;
}

/** Whether a day may lie between two others, each as precise as it is; null for no border. */
export function isWithin(date: string, from: string | null, to: string | null): boolean {
  const isAfter = from === null || date >= from || from.startsWith(date);
  const isBefore = to === null || date <= to || date.startsWith(to);
  return isAfter && isBefore;
}
