import type { Clock } from '../../clock/clock'
import type { Ids } from '../../clock/ids'
import { traceRoot } from '../../clock/traceRoot'

/** Where a run stands in a chain of invocations that have led to one another. */
export interface Trace {
  /** X-Amzn-Trace-Id as the run sees it, and as it hands it on. */
  readonly header: string
  /** How often the function has been invoked in this chain, this time included. */
  readonly hops: number
}

/**
 * The trace of a run: that of the request which led to it, or a new one, with the function added to its Lineage. In a Lineage
 * such as `a87bd80c:1|68fd508a:5` every function of the chain is a hash with the number of its invocations.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export function continueTrace(
  incoming: string | undefined,
  functionArn: string,
  house: { readonly clock: Clock; readonly ids: Ids },
): Trace {
  const own = hash(functionArn)
  // Joined into one flat text, as ids are: it is kept for as long as its run.
  if (incoming === undefined || !incoming.includes('Root='))
    return { header: [traceRoot(house), ';Parent=', house.ids.hex(16), ';Sampled=0;Lineage=', own, ':1'].join(''), hops: 1 }
  const parts = incoming.split(';').filter((part) => part.trim() !== '')
  const lineage = parts.find((part) => part.startsWith('Lineage='))?.slice('Lineage='.length)
  const steps = lineage === undefined ? [] : lineage.split('|').filter((step) => step !== '')
  const before = Number(steps.find((step) => step.startsWith(`${own}:`))?.slice(own.length + 1))
  const hops = (Number.isSafeInteger(before) ? before : 0) + 1
  const others = steps.filter((step) => !step.startsWith(`${own}:`))
  const rest = parts.filter((part) => !part.startsWith('Lineage='))
  return { header: [...rest, `Lineage=${[...others, `${own}:${hops}`].join('|')}`].join(';'), hops }
}

/** FNV-1a, 32 bits: enough to tell the functions of one chain apart. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
