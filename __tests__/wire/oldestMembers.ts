import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shapes } from '../../src/model/shapes'

/** The members of each structure that @aws-sdk/client-lambda 3.600 knows, read from its type declarations. */
function declaredMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  const folder = join(require.resolve('client-lambda-oldest/package.json'), '../dist-types/models')
  const text = readFileSync(join(folder, 'models_0.d.ts'), 'utf8')
  const interfaces = text.matchAll(/^export interface (\w+) (?:extends [^{]+)?\{\n([\s\S]*?)^\}/gm)
  return new Map(
    [...interfaces].map(([, name, body]) => [
      name!,
      new Set([...body!.matchAll(/^ {4}(?:readonly )?(\w+)\??:/gm)].map(([, member]) => member!)),
    ]),
  )
}

/** Leaves in a value only what SDK 3.600 knows of its shape: it would not send the rest, or not show it. */
export function oldestPart(): (shapeName: string, value: unknown) => unknown {
  const declared = declaredMembers()
  const part = (shapeName: string, value: unknown): unknown => {
    const shape = shapes[shapeName]!
    if (shape.type === 'list' && Array.isArray(value)) return value.map((item) => part(shape.member, item))
    // Its own copies lose an entry of this name; ours do not, as the installed SDK shows.
    if (shape.type === 'map') return Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== '__proto__'))
    if (shape.type !== 'structure' || shape.eventStream) return value
    const known = declared.get(shapeName)
    const members = Object.entries(value as Record<string, unknown>).filter(([name]) => known?.has(name))
    return Object.fromEntries(members.map(([name, item]) => [name, part(shape.members[name]!.shape, item)]))
  }
  return part
}
