import type { Clock } from '../clock/clock'
import type { CannedOutcome } from '../state/functionRecord'
import type { Ending } from './ending'
import type { Profile } from './profile'
import type { ChunkSink } from './streaming/chunkSink'
import { stringifyResult } from './stringifyResult'

/**
 * What an invocation with a canned outcome ends with.
 * A time-out lets the Timeout, in milliseconds, pass on the clock: in virtual time that costs nothing.
 */
export async function cannedEnding(
  canned: CannedOutcome,
  profile: Profile,
  timeout: number,
  clock: Clock,
  sink?: ChunkSink,
): Promise<Ending> {
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
    case 'streams': {
      const chunks = canned.chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk))
      sink?.open(undefined)
      for (const chunk of chunks) sink?.write(chunk, () => {})
      // Invoke answers with the whole stream as its payload, as it is.
      const bytes = Buffer.concat(chunks)
      return { kind: 'streamed', bytes, size: bytes.byteLength }
    }
  }
}
