import type { ApiUse } from '../api/apiUse'
import type { Contract } from '../contract'
import { examplesFor } from '../examples'
import { errorTypeOf } from '../exampleError'

/**
 * What is known of all tests of a double together: which contracts its functions were held to, which of their examples tests went
 * through, and how the Lambda API was used. One for good: a reset between two tests does not forget it.
 */
export interface Ledger {
  readonly exercised: Map<Contract, Set<string>>
  readonly apiUse: ApiUse
}

export function createLedger(): Ledger {
  return { exercised: new Map(), apiUse: new Map() }
}

/** Notes the examples that a call went through: the very event, and an answer or an error as the example has it. */
export function noteExample(
  ledger: Ledger,
  contract: Contract,
  {
    event,
    errorType,
    given,
  }: { readonly event: unknown; readonly errorType: string | undefined; readonly given: readonly string[] },
): void {
  const found = examplesFor(contract, event, given).find(([, example]) => errorTypeOf(example) === errorType)
  if (found) ledger.exercised.get(contract)?.add(found[0])
}
