import type { ServerResponse } from 'node:http'

/**
 * Fires when the caller closes the connection before it has had its answer. Made when somebody asks for it: few requests wait for
 * anything, and a signal takes longer to make than all of a small answer.
 */
export function callerGone(response: ServerResponse): () => AbortSignal {
  let gone: AbortController | undefined
  let reason: Error | undefined
  // By `this`, so that nothing here holds on to the connection: the journal keeps what may ask.
  response.on('close', function (this: ServerResponse) {
    if (this.writableFinished) return
    reason = new Error('The caller closed the connection.')
    gone?.abort(reason)
  })
  return () => {
    if (gone === undefined) {
      gone = new AbortController()
      if (reason !== undefined) gone.abort(reason)
    }
    return gone.signal
  }
}
