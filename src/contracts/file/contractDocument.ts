import { UsageError } from '../../errors/usageError'
import type { Contract, Example } from '../contract'
import { errorTypeOf, statesOf } from '../exampleError'
import { partsOf } from '../requireContract'
import type { JsonSchema } from '../schema'
import { dialect } from '../toJsonSchema'

/** The release of this file format. */
export const formatVersion = 1

interface Contents {
  readonly contents: { readonly content: unknown; readonly contentType: 'application/json'; readonly encoded: false }
}

/**
 * A contract as it stands in its file: interactions in the words of Pact's fourth specification, and the schemas.
 * https://github.com/pact-foundation/pact-specification/tree/version-4
 */
export interface ContractDocument {
  readonly consumer: { readonly name: string }
  readonly provider: { readonly name: string }
  readonly interactions: readonly Interaction[]
  readonly schemas: {
    readonly event: JsonSchema
    readonly response?: JsonSchema
    readonly errors?: Readonly<Record<string, JsonSchema>>
  }
  readonly metadata: {
    readonly pactSpecification: { readonly version: '4.0' }
    readonly lambdouble: {
      readonly version: number
      readonly function: string
      readonly strict?: true
      readonly sensitive?: readonly string[]
    }
  }
}

interface Interaction {
  readonly type: 'Synchronous/Messages'
  readonly description: string
  readonly pending: false
  readonly providerStates?: readonly { readonly name: string }[]
  readonly request: Contents
  readonly response: readonly (Contents & {
    /** Set if the function fails. */
    readonly metadata?: { readonly functionError: 'Unhandled' }
    /** Places whose value the provider may choose. */
    readonly matchingRules?: { readonly body: Readonly<Record<string, unknown>> }
  })[]
}

/** Writes a contract down. Refuses one whose schemas have no JSON Schema. */
export async function toDocument(contract: Contract): Promise<ContractDocument> {
  const { strict, sensitive, examples, errors, response } = contract
  const parts = partsOf(contract)
  const errorTypes = Object.keys(errors)
  const schemaOf = async (place: string, check = parts.event()) => {
    const { jsonSchema, noJsonSchema } = await check
    if (jsonSchema) return { ...jsonSchema, $schema: dialect }
    throw new UsageError(
      `${place} of the contract ${contract.name} has no JSON Schema, and a file needs one${noJsonSchema ? `: ${noJsonSchema}` : ''}. ` +
        'Describe what travels as JSON, by a schema of zod, valibot or arktype, or by a JSON Schema.',
    )
  }
  return {
    consumer: { name: contract.consumer },
    provider: { name: contract.provider },
    interactions: Object.entries(examples).map(([name, example]) => interaction(name, example)),
    schemas: {
      event: await schemaOf('event'),
      ...(response === undefined ? {} : { response: await schemaOf('response', parts.response()) }),
      ...(errorTypes.length === 0
        ? {}
        : {
            errors: Object.fromEntries(
              await Promise.all(
                errorTypes.map(async (type) => [type, await schemaOf(`errors.${type}`, parts.error(type)!)] as const),
              ),
            ),
          }),
    },
    metadata: {
      pactSpecification: { version: '4.0' },
      lambdouble: {
        version: formatVersion,
        function: contract.function,
        ...(strict ? { strict } : {}),
        ...(sensitive.length > 0 ? { sensitive } : {}),
      },
    },
  }
}

function interaction(name: string, example: Example): Interaction {
  const states = statesOf(example)
  return {
    type: 'Synchronous/Messages',
    description: name,
    pending: false,
    ...(states.length === 0 ? {} : { providerStates: states.map((state) => ({ name: state })) }),
    request: contents(example.event),
    response: [errorTypeOf(example) === undefined ? answered(example) : failed(example)],
  }
}

function answered(example: Example): Interaction['response'][number] {
  const varies = ('varies' in example && example.varies) || []
  const byType = { combine: 'AND', matchers: [{ match: 'type' }] }
  const body = Object.fromEntries(varies.map((place) => [place.startsWith('[') ? `$${place}` : `$.${place}`, byType]))
  return { ...contents(example.response), ...(varies.length === 0 ? {} : { matchingRules: { body } }) }
}

function failed({ error }: Example): Interaction['response'][number] {
  return { ...contents(typeof error === 'object' ? error : { errorType: error }), metadata: { functionError: 'Unhandled' } }
}

function contents(content: unknown): Contents {
  return { contents: { content, contentType: 'application/json', encoded: false } }
}
