import { nearest } from '../errors/nearest'
import { isUsageError, UsageError } from '../errors/usageError'
import type { Command, Terminal } from './command'
import { errorText } from './errorText'

/** What `lambdouble` has to offer. */
export interface Program {
  /** In the order in which the help lists them. */
  readonly commands: readonly Command[]
  /** The package's. */
  readonly version: string
}

/**
 * Runs what the arguments name.
 * @returns the exit code: 0, what the command says, 2 if the arguments are wrong, 1 if something else is
 */
export async function runCommand(
  program: Program,
  [name = 'help', ...argv]: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { commands, version } = program
  try {
    if (name === '--version' || name === '-v') return print(terminal, version)
    const asked = ['help', '--help', '-h'].includes(name) ? argv.find((word) => !word.startsWith('-')) : undefined
    if (asked !== undefined) return print(terminal, requireCommand(commands, asked).usage)
    if (['help', '--help', '-h'].includes(name)) return print(terminal, listOf(commands))
    const command = requireCommand(commands, name)
    if (argv.includes('--help') || argv.includes('-h')) return print(terminal, command.usage)
    return (await command.run(argv, terminal)) ?? 0
  } catch (error) {
    terminal.warn(errorText(error))
    return isUsageError(error) ? 2 : 1
  }
}

function requireCommand(commands: readonly Command[], name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found
  const close = nearest(name, ['help', '--version', ...commands.map((command) => command.name)])
  const advice = close === undefined ? 'See: lambdouble help.' : `Did you mean '${close}'? See: lambdouble help.`
  throw new UsageError(`lambdouble has no command '${name}'. ${advice}`)
}

function listOf(commands: readonly Command[]): string {
  const listed = [...commands, { name: '--version', summary: 'prints the version of this package' }]
  const width = Math.max(...listed.map(({ name }) => name.length))
  const lines = listed.map(({ name, summary }) => `  lambdouble ${name.padEnd(width)}  ${summary}`)
  return ['lambdouble: a test double of AWS Lambda', '', ...lines, '', 'What a command takes: lambdouble help COMMAND', ''].join(
    '\n',
  )
}

function print(terminal: Terminal, text: string): number {
  terminal.print(text.trimEnd())
  return 0
}
