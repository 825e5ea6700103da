import { ServiceError } from '../errors/serviceError'
import type { OperationModel, StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { constraintsOf, notNull, type Constraint } from './constraints'
import { lazily } from './lazily'
import { notCheckedAtTheDoor, observedOrder } from './observed'
import { pathName, printed } from './printed'

type Values = Readonly<Record<string, unknown>>

interface MemberPlan {
  readonly name: string
  readonly path: string
  readonly shapeName: string
  readonly required: boolean
  readonly constraints: readonly Constraint[]
  readonly holdsStructures: boolean
}

const planOf = lazily((structureName: string): readonly MemberPlan[] => {
  const { members, required = [] } = shapes[structureName] as StructureShape
  const order = observedOrder[structureName] ?? []
  return Object.entries(members)
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .filter(([name]) => !(`${structureName}.${name}` in notCheckedAtTheDoor))
    .map(([name, { shape }]) => ({
      name,
      path: pathName(name),
      shapeName: shape,
      required: required.includes(name),
      constraints: constraintsOf(shape),
      holdsStructures: holdsStructures(shape),
    }))
    .filter((member) => member.required || member.constraints.length > 0 || member.holdsStructures)
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
  for (const member of planOf(structureName)) {
    const value = values[member.name]
    const path = prefix + member.path
    if (value === undefined || value === null) {
      if (member.required) found.push(violation('Value null', path, notNull))
      continue
    }
    for (const { text, brokenBy } of member.constraints) {
      if (brokenBy(value)) found.push(violation(quoted(member.shapeName, value), path, text))
    }
    if (member.holdsStructures) checkInside(member.shapeName, value, path, found)
  }
}

/** The structures in a value. AWS writes the paths of those in a list as `filters.1.member.pattern`. */
function checkInside(shapeName: string, value: unknown, path: string, found: string[]): void {
  const shape = shapes[shapeName]!
  if (value === null) return
  if (shape.type === 'structure') checkStructure(shapeName, value as Values, `${path}.`, found)
  else if (shape.type === 'list') {
    for (const [index, item] of (value as readonly unknown[]).entries())
      checkInside(shape.member, item, `${path}.${index + 1}.member`, found)
  } else if (shape.type === 'map') {
    for (const [key, item] of Object.entries(value as Values)) checkInside(shape.value, item, `${path}.${key}.member`, found)
  }
}

function holdsStructures(shapeName: string): boolean {
  const shape = shapes[shapeName]!
  if (shape.type === 'list') return holdsStructures(shape.member)
  if (shape.type === 'map') return holdsStructures(shape.value)
  return shape.type === 'structure'
}

function quoted(shapeName: string, value: unknown): string {
  const text = printed(shapeName, value)
  return text === undefined ? 'Value' : `Value '${text}'`
}

function violation(value: string, path: string, constraint: string): string {
  return `${value} at '${path}' failed to satisfy constraint: ${constraint}`
}
