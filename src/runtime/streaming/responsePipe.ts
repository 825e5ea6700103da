import type { PieceIterator, Pieces } from '../../wire/pieces'
import type { ChunkSink } from './chunkSink'

/** Chunks on their way from a function that writes them to a caller who reads them. */
export interface ResponsePipe {
  readonly sink: ChunkSink
  /** Fulfilled when the function has begun its response. */
  readonly opened: Promise<void>
  /** For one reader. One that goes away lets the function write on, to nobody. */
  readonly chunks: Pieces
  /** After the last chunk. */
  close(): void
}

interface Waiting {
  readonly chunk: Uint8Array
  readonly taken: () => void
}

/** A pipe that holds what the writer was allowed to write, and lets it write on when the reader has taken that. */
export function createResponsePipe(): ResponsePipe {
  let waiting: Waiting[] = []
  let reader: ((result: IteratorResult<Uint8Array, undefined>) => void) | undefined
  let isClosed = false
  let isDeserted = false
  let open!: () => void
  const opened = new Promise<void>((resolve) => (open = resolve))

  function ready(): Uint8Array | undefined {
    const first = waiting.shift()
    first?.taken()
    return first?.chunk
  }

  const iterator: PieceIterator = {
    ready,
    next() {
      const value = ready()
      if (value !== undefined) return Promise.resolve({ done: false, value })
      if (isClosed || isDeserted) return Promise.resolve({ done: true, value: undefined })
      return new Promise((resolve) => (reader = resolve))
    },
    return() {
      isDeserted = true
      const left = waiting
      waiting = []
      for (const { taken } of left) taken()
      return Promise.resolve({ done: true, value: undefined })
    },
  }

  return {
    opened,
    sink: {
      open,
      write(chunk, taken) {
        if (isClosed || isDeserted) return taken()
        const read = reader
        reader = undefined
        if (read === undefined) return void waiting.push({ chunk, taken })
        read({ done: false, value: chunk })
        taken()
      },
    },
    chunks: { [Symbol.asyncIterator]: () => iterator },
    close() {
      isClosed = true
      reader?.({ done: true, value: undefined })
    },
  }
}
