import { breachText, type Breach } from './breach'
import type { VerificationReport } from './reports/report'

const brand = Symbol.for('lambdouble.ContractBreach')

/**
 * What a call is rejected with whose event or answer breaks a contract, and what `verifyContract` rejects with. It is no error of AWS's,
 * and the SDK does not retry it. Its message says where each payload breaks the contract.
 *
 * @example await expect(placeOrder({ sku: 7 })).rejects.toThrow('at $.sku  expected string, got 7 (number)')
 */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach'
  readonly breaches: readonly Breach[]
  /** What a verification found, for a reporter. */
  readonly report: VerificationReport | undefined

  constructor(breaches: readonly Breach[], report?: VerificationReport) {
    const title = breaches.length > 1 ? `${breaches.length} breaches of contract\n\n` : ''
    super(`${title}${breaches.map(breachText).join('\n\n')}`)
    this.breaches = breaches
    this.report = report
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Recognises a ContractBreach by its brand: in Jest an error may come from another realm, where `instanceof` is false.
 * @example if (isContractBreach(error)) console.log(textReport(error.report))
 */
export function isContractBreach(error: unknown): error is ContractBreach {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[brand] === true
}
