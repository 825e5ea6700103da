import { nearest } from '../../errors/nearest'
import type { OperationName } from '../../model/api'
import { operations } from '../../model/operations'
import { shapes } from '../../model/shapes'
import { isSection, type Section } from './readTemplate'

/**
 * Properties of a resource as the input of the operation that makes it: by AWS's model, for most of a template's names are those of
 * the API. CloudFormation takes numbers and booleans as texts as well.
 * @param unknown told of properties that the operation does not have
 */
export function fitInput(
  operation: OperationName,
  properties: Section,
  unknown: (keys: readonly string[], close: string | undefined) => void,
): Record<string, unknown> {
  return fitted(operations[operation].input, properties, [], unknown) as Record<string, unknown>
}

function fitted(
  name: string | undefined,
  value: unknown,
  at: readonly string[],
  unknown: Parameters<typeof fitInput>[2],
): unknown {
  const shape = name === undefined ? undefined : shapes[name]
  if (shape === undefined || value === undefined || value === null) return value
  switch (shape.type) {
    case 'structure': {
      if (!isSection(value)) return value
      const entries = Object.entries(value).flatMap(([key, member]) => {
        const known = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined
        if (known !== undefined) return [[key, fitted(known.shape, member, [...at, key], unknown)] as const]
        unknown([...at, key], nearest(key, Object.keys(shape.members)))
        return []
      })
      return Object.fromEntries(entries)
    }
    case 'list': {
      const items = Array.isArray(value) ? (value as unknown[]) : [value]
      return items.map((item, index) => fitted(shape.member, item, [...at, String(index)], unknown))
    }
    case 'map':
      if (!isSection(value)) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, fitted(shape.value, member, [...at, key], unknown)]),
      )
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    case 'integer':
    case 'long':
    case 'double':
      return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value
    default:
      return value
  }
}
