/** Types of `statistics.mjs`, for the tests. */
export function median(values: readonly number[]): number;
export function pairedRatio<Figure extends string>(
  one: readonly ({ round: number } & Record<Figure, number>)[],
  other: readonly ({ round: number } & Record<Figure, number>)[],
  what: Figure,
): number;
