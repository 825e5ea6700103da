import type { Breach } from './breach'
import { checkAnswer, checkEvent } from './checkPayloads'
import type { Contract } from './contract'
import { ContractBreach } from './contractBreach'
import { errorPayloadOf, errorTypeOf } from './exampleError'

/** Refuses a contract whose examples do not fit its own schemas. */
export async function checkExamples(contract: Contract): Promise<void> {
  const breaches: Breach[] = []
  for (const [name, example] of Object.entries(contract.examples)) {
    const { event } = example
    const failed = errorTypeOf(example) !== undefined
    const payload = failed ? errorPayloadOf(example, name) : example.response
    breaches.push(...(await checkEvent(contract, event, name)))
    breaches.push(...(await checkAnswer(contract, { event, payload, failed, example: name }, 'consumer')))
  }
  if (breaches.length > 0) throw new ContractBreach(breaches)
}
