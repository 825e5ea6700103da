import { nearest } from '../../errors/nearest'
import { ServiceError, isModelledError, unmodelledErrorNames, type UnmodelledErrorName } from '../../errors/serviceError'
import { UsageError } from '../../errors/usageError'
import type { ErrorMembers, ErrorName, OperationName } from '../../model/api'
import { shapes } from '../../model/shapes'
import { isMembers } from '../../usage/isMembers'
import { shown } from '../../usage/readMembers'
import { requireMembers } from '../../usage/requireMembers'
import { requireOptions } from '../../usage/requireOptions'
import { exceptionFrame } from '../../wire/eventStream'
import type { Behaviour } from '../behaviour'
import { interrupted } from '../interruptedStream'
import { requirePlace, type AnyPlace } from '../streamPlace'

/** The members of an error that a test may set; `message` whatever spelling the wire gives it. */
export type FailureMembers<Name extends ErrorName | UnmodelledErrorName> = { readonly message?: string } & (Name extends ErrorName
  ? Partial<Omit<ErrorMembers[Name], 'message' | 'Message'>>
  : unknown)

/** Answers with an error of Lambda's, or ends the stream of an answer with it. */
export function fails<Name extends ErrorName | UnmodelledErrorName>(
  operation: OperationName | '*',
  name: Name,
  members: FailureMembers<Name>,
  place: AnyPlace,
): Behaviour {
  requireErrorName(name)
  const text = `fails('${name}')`
  if (!isMembers(members))
    throw new UsageError(`${text} takes an object with its members, such as { message: 'gone' }, not ${shown(members)}.`)
  const { message, ...others } = members
  if (message !== undefined && typeof (message as unknown) !== 'string')
    throw new UsageError(`${text} needs its message as text, not ${shown(message)}.`)
  if (isModelledError(name)) requireMembers(name, others, `fails('${name}', ...): ${name}`)
  else requireOptions(members, ['message'], text)
  requireOptions(place, ['afterChunks'], text)
  const error = new ServiceError(name, message ?? `This ${name} was asked for by the test.`, others)
  const afterChunks = requirePlace(place.afterChunks, operation, text)
  if (afterChunks === undefined) return { text, before: () => ({ error }) }
  return { text, after: (outcome) => interrupted(outcome, afterChunks, text, () => onlyFrame(exceptionFrame(error))) }
}

async function* onlyFrame(frame: Uint8Array): AsyncGenerator<Uint8Array> {
  yield frame
}

function requireErrorName(name: unknown): void {
  if (typeof name === 'string' && (isModelledError(name) || unmodelledErrorNames.includes(name as UnmodelledErrorName))) return
  const known = [...Object.keys(shapes).filter(isModelledError), ...unmodelledErrorNames]
  const close = typeof name === 'string' ? nearest(name, known) : undefined
  throw new UsageError(
    `fails(${shown(name)}) names no error of Lambda's.${close ? ` Did you mean '${close}'?` : ''} An error that is not the service's goes to rejects(error).`,
  )
}
