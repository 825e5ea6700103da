import type { GetDurableExecutionStateResponse } from '../../model/api'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import { expiringPage } from '../../state/expiringPage'
import { describeOperation, replayedOperations } from './describeOperation'

/** A page of the operations that a handler needs to replay, as its event and GetDurableExecutionState give them. */
export function statePage(
  execution: DurableExecutionRecord,
  input: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
  now: number,
): GetDurableExecutionStateResponse {
  const list = { name: `GetDurableExecutionState ${execution.arn}`, items: replayedOperations(execution) }
  const { items, nextMarker } = expiringPage(list, input, now)
  return { Operations: items.map(describeOperation), NextMarker: nextMarker }
}
