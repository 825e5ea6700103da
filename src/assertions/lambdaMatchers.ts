import type { Contract } from '../contracts/contract'
import type { CommandClass, InputMatch } from '../matching/match'
import type { Inputs, OperationName } from '../model/api'

/** A command as a matcher takes it: a Command class of any version of the SDK, or the name of an operation. */
export type CommandOrName = CommandClass | OperationName

/** What the input of a command may be compared with. */
export type InputOf<Command extends CommandOrName> = Command extends OperationName
  ? InputMatch<Inputs[Command]>
  : Command extends abstract new (...args: never[]) => { readonly input: infer Input }
    ? InputMatch<Input>
    : never

/**
 * The matchers for what `mockLambda()` returns, as Jest and Vitest see them: `expect(lambda).toHaveInvoked('orders')`.
 * Events and inputs are compared by one rule, that of `lambda.on(...)`: members that are not named do not matter, matchers,
 * regular expressions and functions may stand in any place, and an event is compared as a JSON value. One `send` counts once,
 * however often the SDK tried it.
 *
 * @throws {UsageError} for arguments too many or too few, unknown operations and members, and anything but a double
 */
export interface LambdaMatchers<R> {
  /**
   * The function was invoked, in whichever way and by whichever form of its name; with an event, if one is given, that fits.
   * `'orders:live'` means that qualifier only. Dry runs do not count. Under `.not`, a name that the double does not have and that is
   * a slip of the keyboard for one that it has (`'ordres'`, `'Orders'`) fails, as it does with the other matchers for functions.
   *
   * @example expect(lambda).toHaveInvoked('orders', { id: 7 })
   */
  toHaveInvoked(name: string, event?: unknown): R
  /**
   * The function was invoked exactly `n` times.
   *
   * @example expect(lambda).toHaveInvokedTimes('orders', 2)
   */
  toHaveInvokedTimes(name: string, n: number): R
  /**
   * The function was invoked once in all, and with this event.
   *
   * @example expect(lambda).toHaveInvokedOnceWith('orders', { id: expect.any(Number) })
   */
  toHaveInvokedOnceWith(name: string, event: unknown): R
  /**
   * The `n`-th invocation of the function, counted from 1, had this event.
   *
   * @example expect(lambda).toHaveInvokedNthWith(2, 'orders', { id: 8 })
   */
  toHaveInvokedNthWith(n: number, name: string, event: unknown): R
  /**
   * The last invocation of the function had this event.
   *
   * @example expect(lambda).toHaveInvokedLastWith('orders', { id: 8 })
   */
  toHaveInvokedLastWith(name: string, event: unknown): R
  /**
   * Attempts were answered with TooManyRequestsException: at least one, or exactly `times`. Each attempt of a retried call counts.
   *
   * @example expect(lambda).toHaveBeenThrottled(2)
   */
  toHaveBeenThrottled(times?: number): R
  /**
   * The SDK tried calls of the operation again: at least once, or exactly `times` in all.
   *
   * @example expect(lambda).toHaveRetried('Invoke', 2)
   */
  toHaveRetried(operation: CommandOrName, times?: number): R
  /**
   * Something arrived at a destination or a dead-letter target; with a record, if one is given, that fits. The record of a dead
   * letter is the event itself. In an ARN `*` stands for anything. What was lost on the way does not count.
   *
   * @example expect(lambda).toHaveDelivered('arn:aws:sqs:us-east-1:123456789012:failed', { requestPayload: { id: 7 } })
   */
  toHaveDelivered(arn: string | RegExp, record?: unknown): R
  /**
   * A function has processed a message of a queue, or a record of a stream or cluster; one that fits, if a record is given. It is
   * compared with what the message carries (its body decoded, the data, the images) and with the whole record as AWS delivers it.
   *
   * @example expect(lambda).toHaveProcessed('arn:aws:sqs:us-east-1:123456789012:jobs', { id: 7 })
   */
  toHaveProcessed(arn: string | RegExp, record?: unknown): R
  /**
   * A function failed with a batch of a queue, stream or cluster, wholly or in part: at least once, or exactly `n` times.
   * Every attempt counts; a throttled batch did not run and does not.
   *
   * @example expect(lambda).toHaveFailedBatch('arn:aws:sqs:us-east-1:123456789012:jobs', 2)
   */
  toHaveFailedBatch(arn: string | RegExp, n?: number): R
  /**
   * Calls and answers kept to the contract, and each of its examples was gone through: a call had its event, and an answer or an error
   * as the example has it. Tests that ran before count as well, also after a `reset()`: ask after the last test.
   *
   * @example afterAll(() => expect(lambda).toHonour(createOrder))
   */
  toHonour(contract: Contract): R
  /**
   * A client sent this command.
   *
   * @example expect(lambda).toHaveReceivedCommand(CreateAliasCommand)
   */
  toHaveReceivedCommand(command: CommandOrName): R
  /**
   * Clients sent this command exactly `n` times.
   *
   * @example expect(lambda).toHaveReceivedCommandTimes(InvokeCommand, 2)
   */
  toHaveReceivedCommandTimes(command: CommandOrName, n: number): R
  /**
   * Clients sent this command exactly once.
   *
   * @example expect(lambda).toHaveReceivedCommandOnce(InvokeCommand)
   */
  toHaveReceivedCommandOnce(command: CommandOrName): R
  /**
   * A client sent this command with an input that fits.
   *
   * @example expect(lambda).toHaveReceivedCommandWith(InvokeCommand, { FunctionName: 'orders', Payload: { id: 7 } })
   */
  toHaveReceivedCommandWith<Command extends CommandOrName>(command: Command, input: InputOf<Command>): R
  /**
   * Clients sent this command once in all, and with an input that fits.
   *
   * @example expect(lambda).toHaveReceivedCommandExactlyOnceWith(DeleteAliasCommand, { Name: 'live' })
   */
  toHaveReceivedCommandExactlyOnceWith<Command extends CommandOrName>(command: Command, input: InputOf<Command>): R
  /**
   * Of all commands that clients sent, the `n`-th, counted from 1, was this one with an input that fits.
   *
   * @example expect(lambda).toHaveReceivedNthCommandWith(1, CreateFunctionCommand, { FunctionName: 'orders' })
   */
  toHaveReceivedNthCommandWith<Command extends CommandOrName>(n: number, command: Command, input: InputOf<Command>): R
  /**
   * Among the sends of this command the `n`-th, counted from 1, had an input that fits.
   *
   * @example expect(lambda).toHaveReceivedNthSpecificCommandWith(2, InvokeCommand, { Payload: { id: 8 } })
   */
  toHaveReceivedNthSpecificCommandWith<Command extends CommandOrName>(n: number, command: Command, input: InputOf<Command>): R
  /**
   * Among the sends of this command the last one had an input that fits.
   *
   * @example expect(lambda).toHaveReceivedLastCommandWith(InvokeCommand, { Payload: { id: 8 } })
   */
  toHaveReceivedLastCommandWith<Command extends CommandOrName>(command: Command, input: InputOf<Command>): R
  /**
   * Clients sent any command at all.
   *
   * @example expect(lambda).not.toHaveReceivedAnyCommand()
   */
  toHaveReceivedAnyCommand(): R
  /**
   * Clients sent no commands but these; none at all if none are given.
   *
   * @example expect(lambda).toHaveReceivedNoOtherCommands([InvokeCommand])
   */
  toHaveReceivedNoOtherCommands(commands?: readonly CommandOrName[]): R
}
