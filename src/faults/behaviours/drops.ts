import type { OperationName } from '../../model/api'
import { shown } from '../../usage/readMembers'
import { requireOptions } from '../../usage/requireOptions'
import type { Behaviour } from '../behaviour'
import { breaksOff } from '../brokenBody'
import { interrupted } from '../interruptedStream'
import { requireNetworkCode, type NetworkCode } from '../networkCode'
import { requirePlace, type AnyPlace } from '../streamPlace'

/** Breaks the connection: before the operation is reached, or in the middle of the stream that it answers with. */
export function drops(operation: OperationName | '*', code: NetworkCode, place: AnyPlace): Behaviour {
  const text = `drops(${shown(code)})`
  requireNetworkCode(code, text)
  requireOptions(place, ['afterChunks'], text)
  const afterChunks = requirePlace(place.afterChunks, operation, text)
  if (afterChunks === undefined) return { text, before: () => ({ outcome: { kind: 'broken', code } }) }
  return {
    text,
    after: (outcome) => interrupted(outcome, afterChunks, text, () => breaksOff(new Uint8Array(), code)),
  }
}
