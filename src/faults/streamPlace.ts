import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import type { OperationName } from '../model/api'
import { operations } from '../model/operations'
import { shapes } from '../model/shapes'
import { requireCount } from './requireAmount'

/** Whether an output is known to have an event stream. */
export type HasStream<Output> = string extends keyof Output ? false : 'EventStream' extends keyof Output ? true : false

/** Where in a stream a fault strikes; only for operations that answer with one. */
export type StreamPlace<Output> =
  HasStream<Output> extends true
    ? {
        /** How many chunks of the function's response come through first. With 0 the stream begins, and nothing comes. */
        readonly afterChunks?: number
      }
    : { readonly afterChunks?: never }

/** The same for whoever has to find out. */
export interface AnyPlace {
  readonly afterChunks?: number
}

/** Whether an operation answers with an event stream. */
export function hasStream(operation: OperationName | '*'): boolean {
  const output = operation === '*' ? undefined : shapes[operations[operation].output ?? '']
  if (output?.type !== 'structure' || output.payload === undefined) return false
  const payload = shapes[output.members[output.payload]!.shape]
  return payload?.type === 'structure' && payload.eventStream === true
}

/** Refuses a fault inside a stream for operations that have none. `where` is what was written. */
export function requireStream(operation: OperationName | '*', where: string): void {
  if (hasStream(operation)) return
  const reason = operation === '*' ? 'not every operation answers with a stream' : `${operation} answers without a stream`
  throw new UsageError(`${where} is a fault inside a stream, and ${reason}. Use on('InvokeWithResponseStream').`)
}

/** The number of chunks that come through, if a place in a stream was named. */
export function requirePlace(afterChunks: number | undefined, operation: OperationName | '*', where: string): number | undefined {
  if (afterChunks === undefined) return undefined
  requireStream(operation, where)
  return requireCount(afterChunks, `${where} with afterChunks: ${formatValue(afterChunks)}`, { of: 'chunks' })
}
