import { requireOptions } from '../builders/requireOptions'
import type { Seed } from '../builders/seed'
import { answerByExample } from '../contracts/consumer/answerByExample'
import type { ContractBook } from '../contracts/consumer/contractBook'
import { statesOf } from '../contracts/exampleError'
import { requireContract } from '../contracts/requireContract'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import type { RegionState } from '../state/regionState'
import { shown } from '../usage/readMembers'

/** `Seed.honour` of one region. */
export function createHonour(contracts: ContractBook, region: () => RegionState): Seed['honour'] {
  return (where, name, value, options = {}) => {
    const contract = requireContract(value, `${where}(contract)`)
    requireOptions(where, options, ['given'])
    requireGiven(options.given, `${where}(contract, { given })`)
    // Stages are often part of a deployed name: orders-create-dev.
    if (!name.includes(contract.function))
      throw new UsageError(`${where}(contract) has the contract of another function: ${contract.name}.`)
    const given = statesOf({ event: undefined, response: undefined, given: options.given ?? [] })
    const states = new Set(Object.values(contract.examples).flatMap(statesOf))
    for (const state of given) {
      if (states.has(state)) continue
      const close = nearest(state, states)
      const advice = close ? `Did you mean '${close}'?` : `There are: ${[...states].join(', ') || 'none'}.`
      throw new UsageError(
        `${where}(contract, { given: '${state}' }) names a state that no example of ${contract.name} has. ${advice}`,
      )
    }
    contracts.add(region(), name, { contract, given })
    return answerByExample(contract, given)
  }
}

function requireGiven(given: unknown, where: string): void {
  const states: readonly unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given]
  const other = states.find((state) => typeof state !== 'string')
  if (other !== undefined || states.includes(undefined))
    throw new UsageError(`${where} needs the name of a state, or a list of names, not ${shown(other)}.`)
}
