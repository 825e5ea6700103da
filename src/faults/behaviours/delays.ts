import type { Behaviour, FaultedCall } from '../behaviour'

/** Lets the operation answer, some time later. Costs nothing in virtual time; the caller's own time-out still counts. */
export function delays(milliseconds: number): Behaviour {
  return {
    text: `delays(${milliseconds}ms)`,
    async before({ clock, request }: FaultedCall) {
      if (request.timeout !== undefined && request.timeout <= milliseconds) {
        await clock.sleep(request.timeout, request.signal)
        return { outcome: { kind: 'broken', code: 'ETIMEDOUT' } }
      }
      await clock.sleep(milliseconds, request.signal)
      return undefined
    },
  }
}
