import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import { partsSymbol, type Contract, type ContractParts } from './contract'

/** Refuses what was not made by `defineContract` or `readContract`. */
export function requireContract(value: unknown, where: string): Contract {
  if (isContract(value)) return value
  throw new UsageError(
    `${where} needs a contract that defineContract or readContract made, got ${formatValue(value, { limit: 60 })}.`,
  )
}

/** By its brand: in Jest a contract may come from another realm or from another copy of this package. */
export function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && typeof (value as Record<symbol, unknown>)[partsSymbol] === 'function'
}

export function partsOf(contract: Contract): ContractParts {
  return contract[partsSymbol]()
}
