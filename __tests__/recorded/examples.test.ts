import { isDeepStrictEqual } from 'node:util'
import type { OperationName } from '../../src/model/api'
import published from '../fixtures/awsExamples.json'
import { functions } from './examples/functions'
import { layers } from './examples/layers'
import { settings } from './examples/settings'
import type { SetUps } from './examples/setUp'
import { typos } from './examples/typos'
import { closeWorlds, openWorld } from './world'

const setUps: SetUps = { ...functions, ...layers, ...settings }

interface Example {
  readonly input: Readonly<Record<string, unknown>>
  readonly output?: Readonly<Record<string, unknown>>
}

const examples = Object.entries(published.examples as unknown as Record<string, readonly Example[]>).flatMap(
  ([operation, list]) =>
    list.map((example, nth) => ({ name: `${operation} ${nth}`, operation: operation as OperationName, nth, example })),
)

afterEach(closeWorlds)

/** The region that an example is about: that of its ARNs, the input's first. */
function regionOf({ input, output }: Example): string {
  return /arn:aws:lambda:([a-z0-9-]+):/.exec(JSON.stringify([input, output]))?.[1] ?? 'us-east-1'
}

/** What every call makes anew; the form has to be right. */
const made: Readonly<Record<string, (value: unknown) => boolean>> = {
  CodeSha256: (value) => typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value),
  CodeSize: Number.isInteger,
  CreatedDate: isTime,
  LastModified: isTime,
  Location: (value) => typeof value === 'string' && value.startsWith('https://'),
  RevisionId: isUuid,
  UUID: isUuid,
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}

/** A Date, or a text such as 2020-04-10T19:06:32.563+0000, or without the milliseconds. */
function isTime(value: unknown): boolean {
  if (Object.prototype.toString.call(value) === '[object Date]') return true
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+0000$/.test(value)
}

/** The members of an example that an answer does not have as they are there. What is newer than the example is no matter. */
function differing(example: unknown, actual: unknown, path = ''): readonly string[] {
  const last = path.split('.').at(-1)!
  if (made[last]) return made[last](actual) ? [] : [path]
  if (typeof example === 'string' && ['Statement', 'Policy'].includes(last) && typeof actual === 'string')
    return differing(JSON.parse(example), JSON.parse(actual), `${path}!`)
  if (ArrayBuffer.isView(actual)) return differing(example, Buffer.from(actual as Uint8Array).toString(), path)
  if (typeof example !== 'object' || example === null) return isDeepStrictEqual(actual, example) ? [] : [path]
  if (typeof actual !== 'object' || actual === null) return [path]
  if (Array.isArray(example) && example.length !== (actual as unknown[]).length) return [path]
  return Object.entries(example).flatMap(([name, value]) =>
    differing(value, (actual as Record<string, unknown>)[name], path ? `${path}.${name}` : name),
  )
}

describe("AWS's own examples of its API", () => {
  test.each(examples)('$name', async ({ name, operation, nth, example }) => {
    const world = openWorld({ accountId: '123456789012', region: regionOf(example) })
    const setUp = setUps[operation]?.[nth]
    if (setUp === undefined) throw new Error(`Nothing is set up for ${name}.`)
    const known = await setUp(world, example.output)
    const output = await world.call(operation, { ...example.input, ...known } as never)
    expect(differing(example.output ?? {}, output)).toEqual(Object.keys(typos[name] ?? {}))
  })

  test('all are there, and nothing else is listed', () => {
    const names = examples.map(({ name }) => name)
    expect(names).toHaveLength(51)
    expect(Object.keys(typos).filter((name) => !names.includes(name))).toEqual([])
    const prepared = Object.entries(setUps).flatMap(([operation, list]) => list.map((_, nth) => `${operation} ${nth}`))
    expect(prepared.filter((name) => !names.includes(name))).toEqual([])
  })
})
