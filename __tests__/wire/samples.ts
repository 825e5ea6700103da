import fc from 'fast-check'
import type { MemberLocation, StringShape, StructureShape } from '../../src/model/shape'
import { shapes } from '../../src/model/shapes'

/** Values for the patterns with lookarounds, anchors inside or Unicode classes, which no generator can be made of. */
const written: Readonly<Record<string, readonly string[]>> = {
  Alias: ['live', 'v1-0_beta'],
  CollectionName: ['orders', '_orders.archive'],
  DestinationArn: ['', 'kafka://orders', 'arn:aws:sqs:us-east-1:123456789012:failed'],
  FileSystemArn: ['arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0'],
  FunctionUrlFunctionName: ['orders', 'arn:aws:lambda:us-east-1:123456789012:function:orders:live'],
  FunctionUrlQualifier: ['live', '1a'],
  KMSKeyArn: ['', 'arn:aws:kms:us-east-1:123456789012:key/1'],
  ResourceArn: ['', 'arn:aws:sqs:us-east-1:123456789012:dead'],
  S3Bucket: ['my-bucket', 'a.b.c'],
  TagKey: ['größe', '__proto__', 'constructor', 'a b/c'],
  TagValue: ['数 1', '', 'x=y'],
}

const anyText = new Set(['.*', '[\\s\\S]*', '[\\s\\S]+'])

const made = new Map<string, fc.Arbitrary<unknown>>()

/**
 * Values of a shape that satisfy its constraints, every member set. What travels as text in a path or a header is kept to
 * what HTTP allows there; a status is one that has a body.
 */
export function valuesOf(shapeName: string, location?: MemberLocation): fc.Arbitrary<unknown> {
  const key = `${shapeName} ${location ?? 'body'}`
  if (!made.has(key)) made.set(key, newValues(shapeName, location))
  return made.get(key)!
}

function newValues(shapeName: string, location: MemberLocation | undefined): fc.Arbitrary<unknown> {
  const shape = shapes[shapeName]!
  switch (shape.type) {
    case 'structure': {
      if (shape.eventStream) return eventsOf(shape)
      return fc.record(
        Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, valuesOf(member.shape, member.in)])),
      )
    }
    case 'list':
      return fc.array(valuesOf(shape.member, location), lengths(shape, 3))
    case 'map':
      return fc.dictionary(valuesOf(shape.key) as fc.Arbitrary<string>, valuesOf(shape.value), {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      })
    case 'string':
      if (shape.enum) return fc.constantFrom(...shape.enum)
      if (shapeName in written) return fc.constantFrom(...written[shapeName]!)
      return shape.pattern === undefined || anyText.has(shape.pattern) ? textOf(shape, location) : matching(shape, shape.pattern)
    case 'integer':
    case 'long':
      if (location === 'status') return fc.constant(200)
      return fc.integer({ min: shape.min ?? -1000, max: shape.max ?? 1_000_000 })
    case 'double':
      return fc.integer({ min: (shape.min ?? 0) * 4, max: (shape.max ?? 100) * 4 }).map((quarters) => quarters / 4)
    case 'boolean':
      return fc.boolean()
    case 'timestamp':
      return fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000))
    case 'blob':
      return fc.uint8Array({ minLength: 1, maxLength: 40 })
  }
}

/** A few texts that match a pattern: making them is slow, so it is done once. */
function matching({ min = 0, max = Infinity }: StringShape, pattern: string): fc.Arbitrary<string> {
  const texts = fc
    .stringMatching(new RegExp(`^(?:${pattern})$`))
    .filter(({ length }) => length >= Math.max(min, 1) && length <= max)
  return fc.constantFrom(...fc.sample(texts, { numRuns: 5, seed: 7 }))
}

function textOf(shape: StringShape, location: MemberLocation | undefined): fc.Arbitrary<string> {
  const isPlain = location === 'header' || location === 'path' || (shape.min ?? 0) > 20
  const text = fc.string({ ...lengths(shape, 20), unit: isPlain ? fc.constantFrom(...'aZ09-_=') : 'grapheme' })
  return text.filter(({ length }) => length <= (shape.max ?? Infinity))
}

/** One event of each kind, in the order of the model. */
function eventsOf(shape: StructureShape): fc.Arbitrary<unknown> {
  return fc.tuple(...Object.entries(shape.members).map(([name, member]) => fc.record({ [name]: valuesOf(member.shape) })))
}

function lengths(
  { min, max }: { readonly min?: number; readonly max?: number },
  most: number,
): { minLength: number; maxLength: number } {
  const minLength = Math.max(min ?? 0, 1)
  return { minLength, maxLength: Math.max(minLength, Math.min(max ?? most, most)) }
}

/** The same value on every run. */
export function sampleOf(shapeName: string, seed = 7): Record<string, unknown> {
  return fc.sample(valuesOf(shapeName), { numRuns: 1, seed })[0] as Record<string, unknown>
}
