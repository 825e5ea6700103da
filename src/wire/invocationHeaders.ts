import type { OperationName } from '../model/api'

const invocations: ReadonlySet<OperationName> = new Set<OperationName>(['Invoke', 'InvokeWithResponseStream', 'InvokeAsync'])

/**
 * Adds the headers that only an answer to an invocation carries: no SDK shows them, but logs and proxies see them.
 * The trace id is made of the request id, so that one seed gives the same answers again. Observed.
 */
export function addInvocationHeaders(headers: Record<string, string>, operation: OperationName, requestId: string): void {
  if (!invocations.has(operation)) return
  const digits = requestId.replaceAll('-', '')
  headers['x-amzn-remapped-content-length'] = '0'
  headers['x-amzn-trace-id'] = `root=1-${digits.slice(0, 8)}-${digits.slice(8)};parent=${digits.slice(16)};sampled=0`
}
