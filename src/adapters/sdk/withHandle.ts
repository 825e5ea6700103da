import type { SdkRequestHandler } from './sdkShapes'

/** A request handler that sends requests in its own way, and in everything else is the client's original one. */
export function withHandle(original: SdkRequestHandler, handle: SdkRequestHandler['handle']): SdkRequestHandler {
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
