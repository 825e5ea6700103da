import { operations } from '../../src/model/operations'
import type { Member, OperationModel, Shape, StructureShape } from '../../src/model/shape'
import { shapes } from '../../src/model/shapes'
import { sdkEnums, sdkErrors, sdkOperations, type SdkShape } from './sdkSchemas'

/**
 * Where our table differs from the installed SDK, as `place: what the table says, what the SDK says`, each with the reason.
 * A difference that is not here, and an entry that is no difference any more, fail the test with the operation's name.
 */
const deviations: Readonly<Record<string, string>> = {
  'DeleteFunction status: 204, SDK 200': 'recorded: AWS answers 204; model/amendments.json',
}

/** Every difference of one operation, in words. */
function differences(ours: OperationModel, theirs: ReturnType<typeof sdkOperations>[number]): string[] {
  const found: string[] = []
  const compare = (what: string, our: unknown, their: unknown) => {
    if (JSON.stringify(our) !== JSON.stringify(their)) found.push(`${ours.name} ${what}: ${text(our)}, SDK ${text(their)}`)
  }
  compare('method', ours.method, theirs.method)
  compare('path', ours.path, theirs.path)
  compare('query', ours.query ?? {}, theirs.query)
  compare('status', ours.status, theirs.status)
  compareShape(`${ours.name} input`, ours.input, theirs.input, found)
  compareShape(`${ours.name} output`, ours.output, theirs.output, found)
  return found
}

const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function compareShape(place: string, ourName: string | undefined, theirs: SdkShape, found: string[], on: readonly string[] = []): void {
  const ours = ourName === undefined ? undefined : shapes[ourName]!
  const kind = ours === undefined ? 'none' : kindOf(ours)
  // The SDK writes a structure without members as no structure at all.
  const theirKind = theirs.kind === 'none' && ours?.type === 'structure' && Object.keys(ours.members).length === 0 ? 'structure' : theirs.kind
  if (kind !== theirKind) {
    found.push(`${place}: ${kind}, SDK ${theirs.kind}`)
    return
  }
  if (ours === undefined || on.includes(ourName!)) return
  const inside = [...on, ourName!]
  if (ours.type === 'structure' && theirs.kind === 'structure') compareMembers(place, ours, theirs, found, inside)
  if (ours.type === 'list' && theirs.kind === 'list') compareShape(`${place}[]`, ours.member, theirs.item(), found, inside)
  if (ours.type === 'map' && theirs.kind === 'map') compareShape(`${place}{}`, ours.value, theirs.value(), found, inside)
}

function compareMembers(
  place: string,
  ours: StructureShape,
  theirs: Extract<SdkShape, { kind: 'structure' }>,
  found: string[],
  on: readonly string[],
): void {
  for (const name of new Set([...Object.keys(ours.members), ...Object.keys(theirs.members)])) {
    const at = `${place}.${name}`
    const [our, their] = [ours.members[name], theirs.members[name]]
    if (our === undefined || their === undefined) {
      found.push(our === undefined ? `${at}: absent, SDK has it` : `${at}: present, SDK lacks it`)
      continue
    }
    const binding = bindingOf(name, our, ours)
    if (binding !== their.binding) found.push(`${at}: in ${binding}, SDK in ${their.binding}`)
    const required = ours.required?.includes(name) ?? false
    if (required !== their.required) found.push(`${at}: required ${required}, SDK ${their.required}`)
    compareShape(at, our.shape, their.shape(), found, on)
  }
}

function kindOf(shape: Shape): SdkShape['kind'] {
  return shape.type === 'integer' || shape.type === 'long' || shape.type === 'double' ? 'number' : shape.type
}

function bindingOf(name: string, member: Member, structure: StructureShape): string {
  if (structure.payload === name) return 'payload'
  if (member.eventPayload) return 'event payload'
  if (member.in === 'query' || member.in === 'header') return `${member.in} ${member.as ?? name}`
  return member.in ?? 'body'
}

const theirs = new Map(sdkOperations().map((operation) => [operation.name, operation]))

describe('our table agrees with the installed SDK', () => {
  test.each(Object.values(operations))('$name: method, path, query, status, members and bindings', (ours) => {
    const their = theirs.get(ours.name)
    expect(their === undefined ? [`${ours.name} is not in the SDK`] : differences(ours, their).filter((found) => !(found in deviations))).toEqual([])
  })

  test('the SDK has no operation that the table lacks', () => {
    expect([...theirs.keys()].filter((name) => !(name in operations))).toEqual([])
  })

  test('the listed deviations still are deviations', () => {
    const found = Object.values(operations).flatMap((ours) => (theirs.has(ours.name) ? differences(ours, theirs.get(ours.name)!) : []))
    expect(Object.keys(deviations).filter((deviation) => !found.includes(deviation))).toEqual([])
  })
})

describe('the errors of the table are those of the SDK', () => {
  const ours = Object.entries(shapes).filter((entry): entry is [string, StructureShape] => entry[1].type === 'structure' && entry[1].error !== undefined)
  const sdk = new Map(sdkErrors().map((error) => [error.name, error]))

  test.each(ours)('%s: status, members and bindings', (name, shape) => {
    const their = sdk.get(name)!
    const found: string[] = []
    compareShape(name, name, their, found)
    expect(found).toEqual([])
    expect(shape.error!.status).toBe(their.status)
  })

  test('there are 56, and the SDK has no other', () => {
    expect([...sdk.keys()].sort()).toEqual(ours.map(([name]) => name).sort())
    expect(ours).toHaveLength(56)
  })
})

test.each(Object.entries(sdkEnums()))('the values of %s are those of the SDK', (name, values) => {
  const shape = shapes[name]!
  expect(shape.type === 'string' && [...(shape.enum ?? [])].sort()).toEqual([...values].sort())
})
