import type { Clock } from '../clock/clock'
import type { CannedOutcome } from '../state/functionRecord'
import type { Ending } from './ending'
import type { Profile } from './profile'
import { stringifyResult } from './stringifyResult'

/**
 * What an invocation with a canned outcome ends with.
 * A time-out lets the Timeout, in milliseconds, pass on the clock: in virtual time that costs nothing.
 */
export async function cannedEnding(canned: CannedOutcome, profile: Profile, timeout: number, clock: Clock): Promise<Ending> {
  switch (canned.kind) {
    case 'returns':
      return stringifyResult(canned.value, profile)
    case 'throws':
      return { kind: 'threw', error: canned.error }
    case 'timesOut':
      await clock.sleep(timeout)
      return { kind: 'timedOut' }
    case 'exits':
      return { kind: 'exited', code: canned.code }
    case 'outOfMemory':
      return { kind: 'outOfMemory' }
    case 'streams':
      // Invoke answers with the whole stream as its payload, as it is.
      return { kind: 'streamed', bytes: joined(canned.chunks) }
  }
}

function joined(chunks: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk))
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}
