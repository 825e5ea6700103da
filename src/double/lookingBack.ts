import { createAssert, type Assert } from '../assertions/createAssert'
import type { AssertionView } from '../assertions/assertionView'
import { honouredBy } from '../contracts/consumer/honoured'
import type { Ledger } from '../contracts/consumer/ledger'
import type { CallEntry } from '../journal/callEntry'
import { arnFits } from '../matching/arnFits'
import { meansFunction } from '../matching/functionName'
import { inputFits } from '../matching/inputFits'
import { kindOf } from '../matching/kindOf'
import type { InputMatch } from '../matching/match'
import type { Input, OperationName } from '../model/api'
import type { Context } from '../runtime/context'
import type { Delivery } from '../runtime/destinations/delivery'
import type { Invocation } from '../runtime/invocation'
import { requireText } from '../usage/readMembers'
import { requireInputMembers, requirePattern } from '../usage/requireMembers'
import { requireOperation } from '../usage/requireOperation'
import type { House } from './house'
import { unmetExpectations } from './unmetExpectations'

/** What happened so far, and whether it is what the test wanted. */
export interface LookingBack {
  /**
   * What was called: one entry per attempt, oldest first.
   * @throws {UsageError} for an operation or a member that AWS does not have
   * @example lambda.calls('Invoke', { FunctionName: 'orders', Payload: { id: 7 } })[0].response
   */
  calls<Name extends OperationName>(operation: Name, match?: InputMatch<Input<Name>>): CallEntry[]
  calls<In extends object>(
    command: abstract new (...input: never[]) => { readonly input: In },
    match?: InputMatch<In>,
  ): CallEntry[]
  calls(operation?: '*', match?: InputMatch<Record<string, unknown>>): CallEntry[]
  /**
   * What was run: handlers and canned outcomes, oldest first.
   * @param name a bare name means every version and alias; `orders:live` that qualifier only; an ARN its account and region only
   */
  invocations(name?: string): Invocation[]
  /**
   * What asynchronous invocations sent to destinations and dead-letter targets, oldest first; in a text `*` stands for anything.
   * @example lambda.deliveries('arn:aws:sqs:us-east-1:123456789012:failed')[0].record
   */
  deliveries(arn?: string | RegExp): Delivery[]
  /** How many older calls, runs and deliveries had to make room for those that are kept: see the option `journalLimit`. */
  dropped(): number
  /** The matchers as plain functions that throw, for any runner. */
  readonly assert: Assert
  /**
   * Throws if a bounded rule was not used up, or a request went unmatched even though the code under test swallowed it: with the call
   * that came nearest to the rule, and the members in which it differs.
   * @throws VerificationError that names everything at once
   */
  verify(): void
}

export function createLookingBack(
  here: () => House,
  seed: number,
  ledger: Ledger,
): { readonly lookingBack: LookingBack; readonly view: () => AssertionView } {
  const view = (): AssertionView => {
    const house = here()
    const { accountId, region } = house.settings
    return {
      calls: house.calledSoFar(),
      invocations: house.ranSoFar(),
      get deliveries() {
        return house.deliveredSoFar()
      },
      get sources() {
        return house.sourcesSoFar()
      },
      seed,
      dropped: house.dropped(),
      honoured: (contract) => honouredBy(house.contracts, ledger, contract),
      apiUse: ledger.apiUse,
      functionNames: [...house.world.region(accountId, region).functions.keys()],
    }
  }
  const lookingBack: LookingBack = {
    calls(operation?: unknown, match?: unknown) {
      const wanted = operation === undefined || operation === '*' ? '*' : requireOperation(operation, 'lambda.calls')
      if (wanted === '*') requirePattern(match, 'lambda.calls(operation, match)')
      else requireInputMembers(wanted, match, 'lambda.calls(operation, match)')
      return here()
        .calledSoFar()
        .filter((entry) => wanted === '*' || entry.operation === wanted)
        .filter(
          (entry) =>
            match === undefined ||
            (entry.operation !== undefined && inputFits(entry.operation, match, entry.input, () => entry.payload, entry)),
        )
    },
    invocations(name) {
      if (name === undefined) return here().ranSoFar()
      requireText('lambda.invocations(name)', 'a function', name)
      return here()
        .ranSoFar()
        .filter((run) => run.functionName === name || meansFunction(name, arnOf(run), run.qualifier))
    },
    deliveries(arn) {
      if (arn !== undefined && kindOf(arn) !== 'regexp') requireText('lambda.deliveries(arn)', 'an ARN', arn)
      return here()
        .deliveredSoFar()
        .filter((delivery) => arn === undefined || arnFits(arn, delivery.arn))
    },
    dropped: () => here().dropped(),
    assert: createAssert(view),
    verify() {
      const unmet = unmetExpectations(here(), seed)
      if (unmet !== undefined) throw unmet
    },
  }
  return { lookingBack, view }
}

/** As the run was asked for; its region and account are in there. */
function arnOf({ context, functionName }: Invocation): string {
  return (context as Partial<Context> | undefined)?.invokedFunctionArn ?? functionName
}
