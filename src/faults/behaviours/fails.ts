import { nearest } from '../../errors/nearest'
import { ServiceError, isModelledError, unmodelledErrorNames, type UnmodelledErrorName } from '../../errors/serviceError'
import { UsageError } from '../../errors/usageError'
import type { ErrorMembers, ErrorName } from '../../model/api'
import { shapes } from '../../model/shapes'
import type { Behaviour } from '../behaviour'
import { requireMembers } from '../../usage/requireMembers'

/** The members of an error that a test may set; `message` whatever spelling the wire gives it. */
export type FailureMembers<Name extends ErrorName | UnmodelledErrorName> = { readonly message?: string } & (Name extends ErrorName
  ? Partial<Omit<ErrorMembers[Name], 'message' | 'Message'>>
  : unknown)

/** Answers with an error of Lambda's. */
export function fails<Name extends ErrorName | UnmodelledErrorName>(name: Name, members: FailureMembers<Name>): Behaviour {
  const { message, ...others } = members
  requireErrorName(name)
  if (isModelledError(name)) requireMembers(name, others, `fails('${name}', ...): ${name}`)
  const error = new ServiceError(name, message ?? `This ${name} was asked for by the test.`, others)
  return { text: `fails('${name}')`, before: () => ({ error }) }
}

function requireErrorName(name: string): void {
  if (isModelledError(name) || unmodelledErrorNames.includes(name as UnmodelledErrorName)) return
  const known = [...Object.keys(shapes).filter(isModelledError), ...unmodelledErrorNames]
  const close = nearest(name, known)
  throw new UsageError(
    `fails('${name}') names no error of Lambda's.${close ? ` Did you mean '${close}'?` : ''} An error that is not the service's goes to rejects(error).`,
  )
}
