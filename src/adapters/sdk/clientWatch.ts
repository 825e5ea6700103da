import { forgetResolvedHandlers, isSdkClient, watchedStrategy } from './clientTakeover'
import type { SdkHandlerOptions, SdkHttpRequest, SdkHttpResponse, SdkRequestHandler } from './sdkShapes'
import { swapProperty } from './swapProperty'
import type { Switchboard } from './switchboard'

/**
 * Watches the retry loop of a client whose requests go their own way to the double: its sleeps are skipped and noted, as in a client
 * that was taken over, and everything else is the client's own. Gives the way back.
 */
export function watchClient(client: object, board: Switchboard): () => void {
  if (!isSdkClient(client)) return () => {}
  const { config } = client
  const undo = [
    swapProperty(config, 'requestHandler', watchedHandler(config.requestHandler, board)),
    swapProperty(config, 'retryStrategy', watchedStrategy(config.retryStrategy, board)),
  ]
  forgetResolvedHandlers(client)
  return () => {
    for (const step of undo.reverse()) step()
    forgetResolvedHandlers(client)
  }
}

/** Notes of each attempt which call it belongs to. */
function watchedHandler(original: SdkRequestHandler, { retries }: Switchboard): SdkRequestHandler {
  async function handle(request: SdkHttpRequest, options?: SdkHandlerOptions): Promise<{ response: SdkHttpResponse }> {
    const invocationId = request.headers['amz-sdk-invocation-id']
    try {
      const answer = await original.handle(request, options)
      // Its body may break off.
      retries.failed(answer.response, invocationId)
      return answer
    } catch (error) {
      retries.failed(error, invocationId)
      throw error
    }
  }
  return {
    get metadata() {
      return original.metadata
    },
    handle,
    destroy: () => original.destroy?.(),
    httpHandlerConfigs: () => original.httpHandlerConfigs?.() ?? {},
    updateHttpClientConfig: (key, value) => original.updateHttpClientConfig?.(key, value),
  }
}
