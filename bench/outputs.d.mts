/** Types of `outputs.mjs`, for the tests. */
export interface Outputs {
  readonly files: number;
  readonly bytes: number;
  readonly pages: number;
  readonly kinds: Readonly<Record<string, number>>;
}
export function filesOf(folder: string): Map<string, number>;
export function countOutputs(folder: string, kinds: Readonly<Record<string, RegExp>>): Outputs;
export function unequal(outputs: Readonly<Record<string, Outputs>>): string[];
