import { spy as newSpy, type SinonSpy } from 'sinon'
import { viewOf } from './assertions/assertionView'
import type { MockLambda } from './double/mock'
import type { TypedCommand } from './faults/ruleBuilder'
import type { CallEntry } from './journal/callEntry'
import { decodePayload } from './journal/callRecord'
import { eventMemberOf } from './matching/inputFits'
import type { Input, OperationName, Output } from './model/api'
import { requireOperation } from './usage/requireOperation'

/** Members as a spy notes them: the event and the result of an invocation decoded, everything else as AWS has it. */
export type Noted<Members> = {
  readonly [Key in keyof Members]: Key extends 'Payload' | 'InvokeArgs' ? unknown : Members[Key]
}

/** A spy of sinon's on one operation: called with the input, returns the output, throws what Lambda answered instead. */
export type OperationSpy<In, Out> = SinonSpy<[input: Noted<In>], Noted<Out>>

/**
 * A spy of sinon's that is called whenever the double has answered a request of an operation, for `sinon.assert` and the spy's own
 * words. Each attempt of the SDK's retry loop is a call of its own; `lambda.assert` counts a `send` once. What an attempt was
 * refused with is what the spy threw: an error with the name of AWS's, or the code of the broken connection.
 *
 * `lambda.reset()` and `lambda.resetHistory()` forget the spy's calls as well. `spy.restore()`, `sinon.restore()` and
 * `lambda.restore()` end it; what it has seen stays.
 *
 * @param lambda what `mockLambda()` returned; inside `lambda.isolate(...)` the spy sees that world alone
 * @param operation a name such as 'Invoke', or a Command class
 * @throws {UsageError} for anything but a double, and for an operation that AWS does not have
 * @example
 * const invoke = spyOn(lambda, 'Invoke')
 * await placeOrder(7)
 * sinon.assert.calledOnceWithExactly(invoke, { FunctionName: 'orders', Payload: { id: 7 } })
 */
export function spyOn<Name extends OperationName>(lambda: object, operation: Name): OperationSpy<Input<Name>, Output<Name>>
export function spyOn<In extends object, Out extends object>(
  lambda: object,
  operation: TypedCommand<In, Out>,
): OperationSpy<In, Out>
export function spyOn(lambda: object, operation: unknown): OperationSpy<object, object> {
  viewOf(lambda, 'spyOn(lambda, operation)')
  const name = requireOperation(operation, 'spyOn(lambda, operation)')
  let answered: CallEntry | undefined
  const replay = {
    [name](_input: object): object {
      if (answered?.error) throw Object.assign(new Error(answered.error.message), { name: answered.error.name })
      return decoded('Payload', answered?.output ?? {})
    },
  }
  const spy = newSpy(replay[name]!)
  const stop = (lambda as MockLambda).inspection.watch((happening) => {
    if (happening.kind === 'reset') return spy.resetHistory()
    if (happening.kind !== 'call' || happening.operation !== name) return
    const entry = happening.entry()
    answered = entry
    try {
      spy(decoded(eventMemberOf(name), entry.input))
    } catch {
      // The spy has noted it; whoever called Lambda gets the error by another way.
    }
  })
  return Object.assign(spy, { restore: stop })
}

function decoded(event: 'Payload' | 'InvokeArgs' | undefined, members: Readonly<Record<string, unknown>>): object {
  return event !== undefined && ArrayBuffer.isView(members[event]) ? { ...members, [event]: decodePayload(members) } : members
}
