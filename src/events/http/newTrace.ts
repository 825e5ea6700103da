import type { EventPlace } from '../eventPlace'

/** API Gateway and load balancers begin a trace of their own. */
export function newTrace({ clock, ids }: EventPlace): string {
  const seconds = Math.floor(clock.now() / 1000)
  return `Root=1-${seconds.toString(16).padStart(8, '0')}-${ids.hex(24)}`
}
