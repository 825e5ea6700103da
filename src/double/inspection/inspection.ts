import type { House } from '../house'
import type { Happening, Watch } from '../watch'
import { callView, type CallView } from './callView'
import { functionView, type FunctionView } from './functionView'
import { ruleView, type RuleView } from './ruleView'
import { deliveryView, invocationView, type DeliveryView, type InvocationView } from './runView'

/** Gets what has just ended, as plain data; nothing for a reset. */
export type Follower = (
  ...happened:
    | [kind: 'call', view: CallView]
    | [kind: 'invocation', view: InvocationView]
    | [kind: 'delivery', view: DeliveryView]
    | [kind: 'reset']
) => void

/**
 * A double for those who look on: `lambdouble serve`, its page, a spy. Views are plain data that JSON can hold; values of environment
 * variables, code and credentials are not in them.
 */
export interface Inspection {
  /**
   * Tells of every call, run and delivery as soon as it is over, until what it returns is called. A listener that throws does not
   * disturb the call.
   * @example const stop = lambda.inspection.watch((happening) => happening.kind === 'call' && console.log(happening.entry().operation))
   */
  watch(listener: (happening: Happening) => void): () => void
  /** The same with what happened as plain data. */
  follow(follower: Follower): () => void
  /** Of every account and region, in the order of creation. */
  functions(): FunctionView[]
  /** The last ones, oldest first. Default: all that are kept. */
  calls(limit?: number): CallView[]
  invocations(limit?: number): InvocationView[]
  deliveries(limit?: number): DeliveryView[]
  /** The rules of `lambda.on`, in the order of their declaration. */
  rules(): RuleView[]
  /**
   * Takes rules away, with what is left of their scripts.
   * @param ids default: all of them
   * @returns how many there were
   */
  removeRules(ids?: readonly number[]): number
}

export function createInspection(here: () => House, watch: () => Watch): Inspection {
  // A rule to which nothing was ever added does nothing.
  const rules = () =>
    here()
      .rules.all()
      .filter(({ steps }) => steps.length > 0)
      .map(ruleView)
  const last = <Entry>(entries: readonly Entry[], limit = Infinity) => (limit > 0 ? entries.slice(-limit) : [])
  return {
    watch: (listener) => watch().add(listener),
    follow: (follower) => watch().add(follow(follower)),
    functions: () =>
      [...here().world.all()].flatMap((region) => [...region.functions.values()].map((fn) => functionView(region, fn))),
    calls: (limit) => last(here().calledSoFar(), limit).map(callView),
    invocations: (limit) => last(here().ranSoFar(), limit).map(invocationView),
    deliveries: (limit) => last(here().deliveredSoFar(), limit).map(deliveryView),
    rules,
    removeRules(ids) {
      const listed = rules().filter(({ id }) => ids === undefined || ids.includes(id))
      here().rules.remove(ids)
      return listed.length
    },
  }
}

function follow(follower: Follower): (happening: Happening) => void {
  return (happening) => {
    switch (happening.kind) {
      case 'call':
        return follower('call', callView(happening.entry()))
      case 'invocation':
        return follower('invocation', invocationView(happening.entry()))
      case 'delivery':
        return follower('delivery', deliveryView(happening.entry()))
      case 'reset':
        return follower('reset')
    }
  }
}
