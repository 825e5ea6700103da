import type { Ending } from './ending'

/** What the test's author should know about a run and Lambda does not say. The Timeout is in seconds. */
export function invocationHint(ending: Ending, name: string, timeout: number): string | undefined {
  switch (ending.kind) {
    case 'returned':
    case 'threw':
      return ending.hint
    case 'timedOut':
      return ending.waitedFor && timeoutHint(ending.waitedFor, name, timeout)
    case 'tooLarge':
      return `The result of ${name} has ${ending.bytes} bytes.`
    case 'streamed':
      return ending.bytes ? undefined : `The result of ${name} has ${ending.size} bytes, which are too many to be kept.`
    default:
      return undefined
  }
}

function timeoutHint(waitedFor: 'handler' | 'callback', name: string, timeout: number): string {
  const what =
    waitedFor === 'handler'
      ? `The handler of ${name} did not answer within its Timeout of ${timeout} s.`
      : `The handler of ${name} returned without a promise and did not call its callback within its Timeout of ${timeout} s.`
  return `${what} Raise it with .configure({ Timeout: ${Math.min(900, timeout * 10)} }), or run with timeouts: 'off' under a debugger.`
}
