import type { OperationName } from '../model/api'

const invocations: ReadonlySet<OperationName> = new Set<OperationName>(['Invoke', 'InvokeWithResponseStream', 'InvokeAsync'])

/**
 * Adds the headers that only an answer to an invocation carries: no SDK shows them, but logs and proxies see them.
 * The trace id is made of the request id, so that one seed gives the same answers again. Observed.
 */
export function addInvocationHeaders(headers: Record<string, string>, operation: OperationName, requestId: string): void {
  if (!invocations.has(operation)) return
  const root = [requestId.slice(9, 13), requestId.slice(14, 18)]
  const parent = requestId.slice(19, 23) + requestId.slice(24)
  headers['x-amzn-remapped-content-length'] = '0'
  // Joined into one flat text: it is kept for as long as its call is.
  headers['x-amzn-trace-id'] = ['root=1-', requestId.slice(0, 8), '-', ...root, parent, ';parent=', parent, ';sampled=0'].join('')
}
