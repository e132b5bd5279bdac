/** What a command is. May import: nothing. */

/** Where a command's words go: data to `out`, everything for people to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether people watch `err`: progress is drawn and colour used only then. */
  readonly isTty: boolean;
  readonly color: boolean;
  /** Whether `out` is in colour: where people watch it, and not where it goes into a file or another program. */
  readonly outColor: boolean;
  /** How many cells a line of `out` has. */
  readonly columns: number;
  /** Milliseconds of a clock that only moves forward. */
  now(): number;
  /** Waits until the person ends the command (Ctrl-C), or the system does. */
  ended(): Promise<void>;
}

/** 0 done; 1 the content has errors (or warnings, under `--strict`); 2 the call or the configuration is wrong. */
export type ExitCode = 0 | 1 | 2;

/** A row of the table in `cli.ts`. */
export interface Command {
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** @param files arguments that are no options */
  run(values: OptionValues, files: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode>;
}

export interface CommandOption {
  readonly type: "string" | "boolean";
  /** What to write for the value in `--help`. */
  readonly value?: string;
  readonly summary: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;
