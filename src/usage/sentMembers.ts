import { shapes } from '../model/shapes'
import { isMembers } from './isMembers'

/** What a client sends of an input: a member that is null is left out, at any depth, as is one that is undefined. */
export function sentMembers(shapeName: string | undefined, value: unknown): unknown {
  const shape = shapes[shapeName ?? '']
  if (shape?.type === 'list' && Array.isArray(value)) return value.map((item) => sentMembers(shape.member, item))
  if (shape?.type !== 'structure' || !isMembers(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, sentMembers(shape.members[name]?.shape, member)]),
  )
}
