import { UsageError } from '../../errors/usageError'
import { breachText } from '../breach'
import { statesOf } from '../exampleError'
import { requireContract } from '../requireContract'
import type { ContractBook } from './contractBook'
import type { Ledger } from './ledger'

/** What a double can say of a contract. */
export interface Honoured {
  /** Written down, a block of lines each. */
  readonly breaches: readonly string[]
  /** Examples that no test went through since the double was made, with their states. */
  readonly unexercised: readonly string[]
}

/** What is known of a contract that functions of a double were held to. */
export function honouredBy(book: ContractBook, ledger: Ledger, value: unknown): Honoured {
  const contract = requireContract(value, 'toHonour(contract)')
  const exercised = ledger.exercised.get(contract)
  if (exercised === undefined)
    throw new UsageError(
      `toHonour(contract): no function was held to ${contract.name}. Say lambda.function('${contract.function}').honours(contract) first.`,
    )
  return {
    breaches: book.breaches.filter((breach) => breach.contract === contract.name).map(breachText),
    unexercised: Object.entries(contract.examples)
      .filter(([name]) => !exercised.has(name))
      .map(([name, example]) => `'${name}'${statesOf(example).length > 0 ? ` (given ${statesOf(example).join(', ')})` : ''}`),
  }
}
