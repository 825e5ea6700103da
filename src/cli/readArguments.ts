import { parseArgs } from 'node:util'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'

/** The options of a command by name: those with a value, and those that are there or not. */
export type OptionKinds = Readonly<Record<string, 'value' | 'flag'>>

export interface Arguments<Kinds extends OptionKinds> {
  readonly options: { readonly [Name in keyof Kinds]?: Kinds[Name] extends 'flag' ? boolean : string }
  readonly positionals: readonly string[]
}

/** Reads a command's arguments. Refuses options that it does not have, and those that came without their value. */
export function readArguments<const Kinds extends OptionKinds>(
  command: string,
  argv: readonly string[],
  kinds: Kinds,
): Arguments<Kinds> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const options: Record<string, string | boolean> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined
    if (kind === undefined) throw unknown(command, token.rawName, Object.keys(kinds))
    if (kind === 'value' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))))
      throw new UsageError(`lambdouble ${command} ${token.rawName} needs a value. See: lambdouble help ${command}.`)
    if (kind === 'flag' && token.value !== undefined)
      throw new UsageError(`lambdouble ${command} ${token.rawName} takes no value, and got '${token.value}'.`)
    options[token.name] = token.value ?? true
  }
  return { options: options as Arguments<Kinds>['options'], positionals }
}

function unknown(command: string, rawName: string, known: readonly string[]): UsageError {
  const close = nearest(rawName.replace(/^-+/, ''), known)
  const advice = close === undefined ? '' : ` Did you mean --${close}?`
  return new UsageError(`lambdouble ${command} has no option ${rawName}.${advice} See: lambdouble help ${command}.`)
}
