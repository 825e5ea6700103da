import type { WireOutcome } from '../wire/messages'
import type { PieceIterator, Pieces } from '../wire/pieces'

/** Most bytes that are kept of an answer which is a stream: thousands of answers are kept. */
const mostKept = 65_536

/** An answer for the caller, and what the journal keeps of it. */
export interface Kept {
  readonly sent: WireOutcome
  readonly kept: WireOutcome
}

/** A stream can be read once, by the caller: of what has been sent the journal keeps the beginning. */
export function keptStream(outcome: WireOutcome): Kept {
  if (outcome.kind === 'broken' || ArrayBuffer.isView(outcome.body)) return { sent: outcome, kept: outcome }
  const { body: pieces, ...head } = outcome
  const parts: Uint8Array[] = []
  let size = 0
  const keep = (piece: Uint8Array) => {
    if (size === mostKept) return
    // A copy: the piece is the caller's from now on.
    const part = new Uint8Array(piece.subarray(0, mostKept - size))
    size += part.byteLength
    parts.push(part)
  }
  const body: Pieces = {
    [Symbol.asyncIterator]() {
      const iterator: PieceIterator = pieces[Symbol.asyncIterator]()
      return {
        ready() {
          const piece = iterator.ready?.()
          if (piece) keep(piece)
          return piece
        },
        async next() {
          const step = await iterator.next()
          if (step.done !== true) keep(step.value)
          return step
        },
        return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
      }
    },
  }
  return {
    sent: { ...head, body },
    kept: {
      ...head,
      get body() {
        return new Uint8Array(Buffer.concat(parts))
      },
    },
  }
}

/** An output without what can be read once only. */
export function withoutStream(
  output: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> | undefined {
  let kept = output
  for (const name in output) if (isStream(output[name])) kept = { ...kept, [name]: undefined }
  return kept
}

function isStream(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** An output that the test's author has written, who may go on writing. */
export function copied(output: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  try {
    return structuredClone(output)
  } catch {
    // It holds what can only be referred to, such as a stream.
    return { ...output }
  }
}
