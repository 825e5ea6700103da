/** Where a command reads and writes: the process, or a test. */
export interface Terminal {
  /** The folder that paths are relative to. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether what is printed may be coloured: a terminal is looking, and nobody asked for none by NO_COLOR. */
  readonly colour: boolean
  print(text: string): void
  /** For what is not the answer: warnings, errors. */
  warn(text: string): void
  /**
   * Ends when the command is to end: by SIGINT or SIGTERM. Until it is asked for, signals end the process at once.
   * A second signal always does.
   */
  ended(): Promise<void>
}

/** A command of `lambdouble`, such as `serve`. */
export interface Command {
  readonly name: string
  /** For the list of commands, in a few words. */
  readonly summary: string
  /** The whole text of `lambdouble <command> --help`. */
  readonly usage: string
  /** @param argv what follows the command's name; @returns the exit code, 0 if nothing is said */
  run(argv: readonly string[], terminal: Terminal): Promise<number | void>
}
