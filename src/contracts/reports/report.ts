import type { ApiReport } from '../api/apiReport'
import type { Breach } from '../breach'
import type { ContractDiff } from '../diff/diffContracts'

/** What became of one example. */
export interface ExampleResult {
  readonly name: string
  readonly given: readonly string[]
  /** None if it passed. */
  readonly breaches: readonly Breach[]
}

/** What became of one contract. */
export interface ContractResult {
  /** `checkout -> orders: orders-create` */
  readonly contract: string
  readonly function: string
  readonly consumer: string
  readonly provider: string
  readonly examples: readonly ExampleResult[]
}

/** What a verification found. Holds nothing that must not be shown, and nothing that differs from run to run. */
export interface VerificationReport {
  readonly kind: 'verification'
  readonly passed: number
  readonly failed: number
  readonly contracts: readonly ContractResult[]
}

export function newVerificationReport(contracts: readonly ContractResult[]): VerificationReport {
  const examples = contracts.flatMap((each) => each.examples)
  const failed = examples.filter(({ breaches }) => breaches.length > 0).length
  return { kind: 'verification', passed: examples.length - failed, failed, contracts }
}

export function breachesOf({ contracts }: VerificationReport): readonly Breach[] {
  return contracts.flatMap(({ examples }) => examples.flatMap(({ breaches }) => breaches))
}

/** Any report of contracts: of a verification, of two versions of a contract, of the use of the Lambda API. */
export type Report = VerificationReport | ContractDiff | ApiReport
