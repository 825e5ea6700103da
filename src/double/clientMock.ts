import { UsageError } from '../errors/usageError'
import type { HandWritten, On, RuleBuilder } from '../faults/ruleBuilder'
import type { CallEntry } from '../journal/callEntry'
import { logicalCalls } from '../journal/logicalCalls'
import { formatValue } from '../matching/formatValue'
import { inputFits } from '../matching/inputFits'
import type { InputMatch } from '../matching/match'
import type { Input, OperationName } from '../model/api'
import { requireInputMembers } from '../usage/requireMembers'
import { requireOperation } from '../usage/requireOperation'
import type { House } from './house'

type AnyMembers = Record<string, unknown>
type AnyRule = RuleBuilder<AnyMembers, AnyMembers>

/** One `send` of a client: its last attempt, whose answer the caller got, with the input as its command has it. */
export type ReceivedCommand<In> = Omit<CallEntry, 'input' | 'args'> & {
  readonly input: In
  readonly args: readonly [{ readonly input: In }]
}

type CommandOf<In> = abstract new (...input: never[]) => { readonly input: In }

/** The words of aws-sdk-client-mock, for suites that move over. In all of them one `send` counts once, however often the SDK tried it. */
export interface ClientMock {
  /**
   * What happens to every command, if no rule names it better: short for `on('*', ...)`.
   * @example lambda.onAnyCommand({ FunctionName: 'orders' }).rejects('boom')
   */
  onAnyCommand(match?: InputMatch<AnyMembers>, strict?: boolean): AnyRule
  /** Short for `onAnyCommand().resolves(output)`; so are the five that follow. */
  resolves(output: HandWritten<AnyMembers>): AnyRule
  resolvesOnce(output: HandWritten<AnyMembers>): AnyRule
  rejects(error?: unknown): AnyRule
  rejectsOnce(error?: unknown): AnyRule
  callsFake: AnyRule['callsFake']
  callsFakeOnce: AnyRule['callsFakeOnce']
  /**
   * The sends of one command, oldest first, with an input that fits if one is given; `strict` refuses members that it does not name.
   * @throws {UsageError} for an operation or a member that AWS does not have
   * @example lambda.commandCalls(InvokeCommand, { FunctionName: 'orders' })[0].args[0].input
   */
  commandCalls<Name extends OperationName>(
    operation: Name,
    input?: InputMatch<Input<Name>>,
    strict?: boolean,
  ): ReceivedCommand<Input<Name>>[]
  commandCalls<In extends object>(command: CommandOf<In>, input?: InputMatch<In>, strict?: boolean): ReceivedCommand<In>[]
  /**
   * One of them, counted from 0, or from the end below 0. If there is none it is null, which the type leaves out, as that of
   * aws-sdk-client-mock does.
   * @example lambda.commandCall(0, InvokeCommand).args[0].input
   */
  commandCall<Name extends OperationName>(
    n: number,
    operation: Name,
    input?: InputMatch<Input<Name>>,
    strict?: boolean,
  ): ReceivedCommand<Input<Name>>
  commandCall<In extends object>(n: number, command: CommandOf<In>, input?: InputMatch<In>, strict?: boolean): ReceivedCommand<In>
  /** The send at this place among those of all commands, counted as in `commandCall`. */
  call(n: number): CallEntry
  /**
   * Forgets what was called, run and delivered, and what became of messages and batches; functions, rules and messages that are
   * in their queues stay, and what a rule has used up stays used.
   */
  resetHistory(): void
}

export function createClientMock(here: () => House, on: On): ClientMock {
  const sends = () => logicalCalls(here().calledSoFar())
  const onAnyCommand: ClientMock['onAnyCommand'] = (match, strict) => on('*', match, strict)
  const commandCalls = (caller: string, command: unknown, match: unknown, strict: unknown = false): CallEntry[] => {
    const operation = requireOperation(command, caller)
    if (match !== undefined) requireInputMembers(operation, match, caller)
    if (typeof strict !== 'boolean')
      throw new UsageError(
        `${caller} takes true, for an input with no other members, as its last argument, got ${shown(strict)}.`,
      )
    const fits = ({ input, payload, region, accountId }: CallEntry) =>
      inputFits(operation, match, input, () => payload, { region, accountId, strict })
    return sends()
      .filter((send) => send.operation === operation && (match === undefined || fits(send.first)))
      .map(({ last }) => last)
  }
  const mock = {
    onAnyCommand,
    resolves: (output: HandWritten<AnyMembers>) => onAnyCommand().resolves(output),
    resolvesOnce: (output: HandWritten<AnyMembers>) => onAnyCommand().resolvesOnce(output),
    rejects: (error: unknown) => onAnyCommand().rejects(error),
    rejectsOnce: (error: unknown) => onAnyCommand().rejectsOnce(error),
    callsFake: (fake: never) => onAnyCommand().callsFake(fake),
    callsFakeOnce: (fake: never) => onAnyCommand().callsFakeOnce(fake),
    commandCalls: (command: unknown, match: unknown, strict: unknown) =>
      commandCalls('lambda.commandCalls(Command, input?, strict?)', command, match, strict),
    commandCall(n: unknown, command: unknown, match: unknown, strict: unknown) {
      const caller = 'lambda.commandCall(n, Command, input?, strict?)'
      const place = requirePlace(caller, n)
      return commandCalls(caller, command, match, strict).at(place) ?? null
    },
    call: (n: unknown) => sends().at(requirePlace('lambda.call(n)', n))?.last ?? null,
    resetHistory: () => here().forgetHistory(),
  }
  return mock as unknown as ClientMock
}

function requirePlace(caller: string, n: unknown): number {
  if (Number.isSafeInteger(n)) return n as number
  throw new UsageError(`${caller} takes a whole number, 0 for the first and -1 for the last call, got ${shown(n)}.`)
}

function shown(value: unknown): string {
  return typeof value === 'function' ? value.name : formatValue(value, { limit: 60 })
}
