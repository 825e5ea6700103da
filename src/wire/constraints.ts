import type { Shape } from '../model/shape'
import { shapes } from '../model/shapes'
import { longestForPattern, satisfies } from './javaPattern'
import { lazily } from './lazily'
import { observedEnums, observedItemSentences, observedNotNull, observedPatterns } from './observed'
import { javaDouble } from './printed'

/** A constraint of a shape in AWS's words, and whether a value breaks it. */
export interface Constraint {
  readonly text: string
  readonly brokenBy: (value: unknown) => boolean
}

export const notNull = 'Member must not be null'

/**
 * The constraints of a value as a whole, in the order in which AWS names them (recorded): longest, shortest, pattern, enum; for a
 * list or map then what its items have to satisfy. The members of structures are not among them: each has a path of its own.
 */
export const constraintsOf = lazily((shapeName: string): readonly Constraint[] => {
  const shape = shapes[shapeName]!
  switch (shape.type) {
    case 'string': {
      const { pattern, enum: values } = shape
      const constraints = limits(shape, (value) => (value as string).length)
      if (pattern !== undefined) constraints.push(patternConstraint(shapeName, pattern, shape.max))
      if (values) {
        const told = observedEnums[shapeName] ?? values
        const known = new Set([...told, ...values])
        constraints.push({
          text: `Member must satisfy enum value set: [${told.join(', ')}]`,
          brokenBy: (value) => !known.has(value as string),
        })
      }
      return constraints
    }
    case 'integer':
    case 'long':
    case 'double':
      return limits(shape, (value) => value as number)
    case 'blob':
      return limits(shape, (value) => (value as Uint8Array).byteLength)
    case 'list': {
      const text = observedItemSentences[shapeName] ?? `Member must satisfy constraint: [${told(shape.member)}]`
      const brokenBy = someBreaks(shape.member)
      return [
        ...limits(shape, (value) => (value as unknown[]).length),
        { text, brokenBy: (value) => brokenBy(value as unknown[]) },
      ]
    }
    case 'map': {
      const [keys, values] = [someBreaks(shape.key), someBreaks(shape.value)]
      return [
        ...limits(shape, (value) => Object.keys(value as object).length),
        {
          text: `Map keys must satisfy constraint: [${told(shape.key)}]`,
          brokenBy: (value) => keys(Object.keys(value as object)),
        },
        {
          text: `Map value must satisfy constraint: [${told(shape.value)}]`,
          brokenBy: (value) => values(Object.values(value as object)),
        },
      ]
    }
    case 'boolean':
    case 'timestamp':
    case 'structure':
      return []
  }
})

type Limited = Extract<Shape, { readonly min?: number }>

function limits(shape: Limited, measure: (value: unknown) => number): Constraint[] {
  const { min, max, type } = shape
  const isNumber = type === 'integer' || type === 'long' || type === 'double'
  const what = isNumber ? 'Member must have value' : 'Member must have length'
  const written = (limit: number) => (type === 'double' ? javaDouble(limit) : String(limit))
  const constraints: Constraint[] = []
  if (max !== undefined)
    constraints.push({ text: `${what} less than or equal to ${written(max)}`, brokenBy: (value) => measure(value) > max })
  if (min !== undefined)
    constraints.push({ text: `${what} greater than or equal to ${written(min)}`, brokenBy: (value) => measure(value) < min })
  return constraints
}

function patternConstraint(shapeName: string, pattern: string, max: number | undefined): Constraint {
  const observed = observedPatterns[shapeName]
  const longest = longestForPattern(max)
  return {
    text: `Member must satisfy regular expression pattern: ${observed ?? pattern}`,
    brokenBy: (value) => {
      const text = value as string
      if (text.length > longest || satisfies(pattern, text)) return false
      return observed === undefined || !satisfies(observed, text)
    },
  }
}

/** All constraints of an item: AWS names each of them, whichever was broken, and of some, enums among them (recorded), that null is refused. */
function told(shapeName: string): string {
  const texts = constraintsOf(shapeName).map(({ text }) => text)
  const shape = shapes[shapeName]!
  const isEnum = shape.type === 'string' && shape.enum !== undefined
  if (texts.length === 0 || isEnum || observedNotNull.includes(shapeName)) texts.push(notNull)
  return texts.join(', ')
}

function someBreaks(shapeName: string): (items: readonly unknown[]) => boolean {
  const constraints = constraintsOf(shapeName)
  return (items) => items.some((item) => item === null || constraints.some(({ brokenBy }) => brokenBy(item)))
}
