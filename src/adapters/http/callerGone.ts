import type { ServerResponse } from 'node:http'

/** Fires when the caller closes the connection before it has had its answer. */
export function callerGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  const tell = () => {
    if (!response.writableFinished) gone.abort(new Error('The caller closed the connection.'))
  }
  if (response.destroyed) tell()
  else response.on('close', tell)
  return gone.signal
}
