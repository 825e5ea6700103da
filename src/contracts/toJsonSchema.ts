import { UsageError } from '../errors/usageError'
import { isJsonSchema, isStandardSchema, type JsonSchema, type Schema } from './schema'

/** The dialect of contracts and of their files. */
export const dialect = 'https://json-schema.org/draft/2020-12/schema'

/**
 * A schema as JSON Schema 2020-12, of the value as it travels: zod and arktype give it by Standard JSON Schema, valibot by its
 * package @valibot/to-json-schema. Undefined for a type guard, and for a library that has no way to say it.
 *
 * @throws what the library throws if a part of the schema has no JSON Schema, such as a Date
 */
export async function toJsonSchema(schema: Schema): Promise<JsonSchema | undefined> {
  if (!isStandardSchema(schema)) return isJsonSchema(schema) ? schema : undefined
  const standard = schema['~standard']
  // As plain data: zod's can validate as well, and would be taken for a schema of zod's own.
  if (standard.jsonSchema) return plain(standard.jsonSchema.input({ target: 'draft-2020-12' }))
  return standard.vendor === 'valibot' ? fromValibot(schema) : undefined
}

function plain(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify({ ...schema, '~standard': undefined })) as JsonSchema
}

async function fromValibot(schema: unknown): Promise<JsonSchema> {
  const { toJsonSchema: convert } = await import('@valibot/to-json-schema').catch((cause: unknown) => {
    throw new UsageError(
      'A contract with schemas of valibot needs the package @valibot/to-json-schema: npm i -D @valibot/to-json-schema.',
      {
        cause,
      },
    )
  })
  return convert(schema as never, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // The package leaves out that a loose object welcomes any member.
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'loose_object' ? { ...jsonSchema, additionalProperties: {} } : undefined,
  }) as JsonSchema
}
