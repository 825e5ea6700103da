import { partsSymbol, type Contract, type ContractDefinition, type ContractParts, type ErrorSchemas } from './contract'
import { preparePayloadCheck, unchecked, type PayloadCheck } from './payloadCheck'
import type { Schema } from './schema'

/** A contract made of a definition that is in order. */
export function newContract(
  definition: ContractDefinition<Schema, Schema, ErrorSchemas>,
  lineOf: ContractParts['lineOf'],
): Contract {
  const { consumer, provider, event, response, errors = {}, examples = {}, strict = false, sensitive = [] } = definition
  const check = (schema: Schema | undefined) =>
    once(() => (schema === undefined ? Promise.resolve(unchecked(sensitive)) : preparePayloadCheck(schema, sensitive)))
  const errorChecks = new Map(Object.entries(errors).map(([errorType, schema]) => [errorType, check(schema)]))
  const parts: ContractParts = {
    event: check(event),
    response: check(response),
    error: (errorType) => errorChecks.get(errorType)?.(),
    lineOf,
  }
  const contract = {
    name: `${consumer} -> ${provider}: ${definition.function}`,
    function: definition.function,
    consumer,
    provider,
    event,
    response,
    errors,
    examples,
    strict,
    sensitive,
  }
  Object.defineProperty(contract, partsSymbol, { value: () => parts })
  return Object.freeze(contract) as typeof contract & Pick<Contract, typeof partsSymbol>
}

/** What is made when it is first asked for, and then kept. */
function once(make: () => Promise<PayloadCheck>): () => Promise<PayloadCheck> {
  let made: Promise<PayloadCheck> | undefined
  return () => (made ??= make())
}
