import type { Strike } from './behaviour'

/**
 * Two things that happen to one call, one behind the other. The second is asked for only when the first lets the call pass, so that
 * a call that never got there uses up nothing.
 */
export function inTurn(first: Strike, next: () => Strike | undefined): Strike {
  let second: Strike | undefined
  return {
    get text() {
      return second === undefined ? first.text : `${first.text}, ${second.text}`
    },
    async before(call) {
      const answer = await first.before?.(call)
      if (answer !== undefined) return answer
      second = next()
      return second?.before?.(call)
    },
    async after(outcome, call) {
      const inner = (await second?.after?.(outcome, call)) ?? outcome
      return (await first.after?.(inner, call)) ?? inner
    },
  }
}
