import { ServiceError } from '../errors/serviceError'
import type { OperationModel, StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { constraintsOf, notNull, type Constraint } from './constraints'
import { lazily } from './lazily'
import { notCheckedAtTheDoor } from './observed'
import { printed } from './printed'

type Values = Readonly<Record<string, unknown>>

interface MemberPlan {
  readonly name: string
  /** As AWS writes it in a path: `kMSKeyArn` for KMSKeyArn. */
  readonly pathName: string
  readonly shapeName: string
  readonly required: boolean
  readonly constraints: readonly Constraint[]
}

const planOf = lazily((structureName: string): readonly MemberPlan[] => {
  const { members, required = [] } = shapes[structureName] as StructureShape
  return Object.entries(members)
    .filter(([name]) => !(`${structureName}.${name}` in notCheckedAtTheDoor))
    .map(([name, { shape }]) => ({
      name,
      pathName: name.charAt(0).toLowerCase() + name.slice(1),
      shapeName: shape,
      required: required.includes(name),
      constraints: constraintsOf(shape),
    }))
    .filter((member) => member.required || member.constraints.length > 0 || holdsStructures(member.shapeName))
})

/**
 * Refuses an input that breaks a constraint of AWS's model, with AWS's own wording: all violations in one message, in the order
 * of the model's members.
 * Recorded: `1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to satisfy constraint: Member must
 * have value greater than or equal to 1`.
 */
export function check(operation: OperationModel, input: Values): void {
  if (operation.input === undefined) return
  const found: string[] = []
  checkStructure(operation.input, input, '', found)
  if (found.length === 0) return
  const count = found.length === 1 ? '1 validation error' : `${found.length} validation errors`
  throw new ServiceError('ValidationException', `${count} detected: ${found.join('; ')}`)
}

function checkStructure(structureName: string, values: Values, prefix: string, found: string[]): void {
  for (const { name, pathName, shapeName, required, constraints } of planOf(structureName)) {
    const value = values[name]
    const path = prefix === '' ? pathName : `${prefix}.${pathName}`
    if (value === undefined || value === null) {
      if (required) found.push(violation('Value null', path, notNull))
      continue
    }
    for (const { text, brokenBy } of constraints) {
      if (brokenBy(value)) found.push(violation(quoted(shapeName, value), path, text))
    }
    checkInside(shapeName, value, path, found)
  }
}

/** Structures inside a value: AWS writes their members' paths as `filters.1.member.pattern`. */
function checkInside(shapeName: string, value: unknown, path: string, found: string[]): void {
  const shape = shapes[shapeName]!
  if (shape.type === 'structure') checkStructure(shapeName, value as Values, path, found)
  else if (shape.type === 'list' && holdsStructures(shapeName)) {
    ;(value as readonly unknown[]).forEach((item, index) => {
      if (item !== null) checkInside(shape.member, item, `${path}.${index + 1}.member`, found)
    })
  } else if (shape.type === 'map' && holdsStructures(shapeName)) {
    for (const [key, item] of Object.entries(value as Values))
      if (item !== null) checkInside(shape.value, item, `${path}.${key}.member`, found)
  }
}

function holdsStructures(shapeName: string): boolean {
  const shape = shapes[shapeName]!
  if (shape.type === 'list') return holdsStructures(shape.member)
  if (shape.type === 'map') return holdsStructures(shape.value)
  return shape.type === 'structure'
}

function quoted(shapeName: string, value: unknown): string {
  const text = printed(shapes[shapeName]!, value)
  return text === undefined ? 'Value' : `Value '${text}'`
}

function violation(value: string, path: string, constraint: string): string {
  return `${value} at '${path}' failed to satisfy constraint: ${constraint}`
}
