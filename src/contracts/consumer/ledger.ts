import type { Contract } from '../contract'
import { examplesFor } from '../examples'
import { errorTypeOf } from '../exampleError'

/**
 * Which contracts the functions of a double were held to, and which of their examples tests went through. One for good: a reset between
 * two tests does not forget it.
 */
export interface Ledger {
  readonly exercised: Map<Contract, Set<string>>
}

export function createLedger(): Ledger {
  return { exercised: new Map() }
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
