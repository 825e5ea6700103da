import { forgetResolvedHandlers, isSdkClient, watchedStrategy } from './clientTakeover'
import { createPatience, type Patience } from './patience'
import type { SdkHandlerOptions, SdkHttpRequest, SdkHttpResponse, SdkRequestHandler } from './sdkShapes'
import { swapProperty } from './swapProperty'
import type { Switchboard } from './switchboard'
import { withHandle } from './withHandle'

/** Of the attempts that are under way how long their callers wait, by the SDK's id of the call. */
export type Waiting = Map<string, Patience>

/**
 * Watches the retry loop of a client whose requests go their own way to the double: its sleeps are skipped and noted, and its
 * time-outs known, as in a client that was taken over. Everything else is the client's own. Gives the way back.
 */
export function watchClient(client: object, board: Switchboard, waiting: Waiting): () => void {
  if (!isSdkClient(client)) return () => {}
  const { config } = client
  const undo = [
    swapProperty(config, 'requestHandler', watchedHandler(config.requestHandler, board, waiting)),
    swapProperty(config, 'retryStrategy', watchedStrategy(config.retryStrategy, board)),
  ]
  forgetResolvedHandlers(client)
  return () => {
    for (const step of undo.reverse()) step()
    forgetResolvedHandlers(client)
  }
}

/** Notes of each attempt which call it belongs to, and for how long it may last. */
function watchedHandler(original: SdkRequestHandler, { retries }: Switchboard, waiting: Waiting): SdkRequestHandler {
  const patience = createPatience(original)

  async function handle(request: SdkHttpRequest, options: SdkHandlerOptions = {}): Promise<{ response: SdkHttpResponse }> {
    const id = request.headers['amz-sdk-invocation-id']
    const limits = await patience(options.requestTimeout)
    if (id !== undefined) waiting.set(id, limits)
    try {
      const answer = await original.handle(request, options)
      // Its body may break off.
      retries.failed(answer.response, id)
      return answer
    } catch (error) {
      // In virtual time the double itself finds that the caller's patience is over.
      const isOver = (error as { code?: unknown } | undefined)?.code === 'ETIMEDOUT' && limits.answer !== undefined
      const failure = isOver ? limits.answer.error() : error
      retries.failed(failure, id)
      throw failure
    } finally {
      if (id !== undefined) waiting.delete(id)
    }
  }
  return withHandle(original, handle)
}
