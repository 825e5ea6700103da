import type { Answer, Behaviour, FaultedCall, Strike } from '../behaviour'
import { requireLatency, type Latency } from '../requireAmount'

/** Lets the operation answer, some time later. Costs nothing in virtual time; the caller's own time-out still counts. */
export function delays(latency: Latency, where: string): Behaviour {
  const [shortest, longest] = requireLatency(latency, where)
  if (shortest === longest) return delay(shortest)
  return {
    text: `delays([${shortest}ms, ${longest}ms])`,
    drawn: (chance) => delay(Math.round(shortest + chance * (longest - shortest))),
  }
}

function delay(milliseconds: number): Strike {
  return { text: `delays(${milliseconds}ms)`, before: (call) => wait(milliseconds, call) }
}

async function wait(milliseconds: number, { clock, request }: FaultedCall): Promise<Answer | undefined> {
  if (request.timeout !== undefined && request.timeout <= milliseconds) {
    await clock.sleep(request.timeout, request.signal)
    return { outcome: { kind: 'broken', code: 'ETIMEDOUT' } }
  }
  await clock.sleep(milliseconds, request.signal)
  return undefined
}
