import type { OperationName } from '../model/api'

const invocations: ReadonlySet<OperationName> = new Set<OperationName>(['Invoke', 'InvokeWithResponseStream', 'InvokeAsync'])

/**
 * The headers that only an answer to an invocation carries: no SDK shows them, but logs and proxies see them.
 * The trace id is made of the request id, so that one seed gives the same answers again. Observed.
 */
export function invocationHeaders(operation: OperationName, requestId: string): Readonly<Record<string, string>> | undefined {
  if (!invocations.has(operation)) return undefined
  const digits = requestId.replaceAll('-', '')
  return {
    'x-amzn-remapped-content-length': '0',
    'x-amzn-trace-id': `root=1-${digits.slice(0, 8)}-${digits.slice(8)};parent=${digits.slice(16)};sampled=0`,
  }
}
