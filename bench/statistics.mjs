/** Medians, and ratios pair by pair: of two runs of one round, since these met the same machine. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The median, over the rounds, of a figure of `one` divided by that of `other`. */
export function pairedRatio(one, other, what) {
  const byRound = new Map(other.map((run) => [run.round, run[what]]));
  return median(one.filter(({ round }) => byRound.has(round)).map((run) => run[what] / byRound.get(run.round)));
}
