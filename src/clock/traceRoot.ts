import type { Clock } from './clock'
import type { Ids } from './ids'

/**
 * The root of a trace, `Root=1-697df540-abcdefabcdefabcdefabcdef`: what AWS's services give a request that has none. It begins with
 * the time in seconds. https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export function traceRoot({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }): string {
  const seconds = Math.floor(clock.now() / 1000)
  return `Root=1-${seconds.toString(16).padStart(8, '0')}-${ids.hex(24)}`
}
