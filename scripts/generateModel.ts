/**
 * Turns AWS's published model of the Lambda API (model/lambda-2015-03-31.json) into the checked-in tables of src/model.
 * Run: npm run generate. It stops at any field that it does not know, so nothing of a newer model is lost in silence.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Json = Record<string, any>
const root = join(__dirname, '..')
const model = JSON.parse(readFileSync(join(root, 'model/lambda-2015-03-31.json'), 'utf8')) as Json
const amendments = JSON.parse(readFileSync(join(root, 'model/amendments.json'), 'utf8')) as Json

/** Hands out the fields of `record` one by one and refuses what nobody asked for. */
function reader(record: Json, where: string) {
  const left = new Map(Object.entries(record))
  return {
    take(name: string): any {
      const value = left.get(name)
      left.delete(name)
      return value
    },
    end() {
      if (left.size > 0) throw new Error(`${where} has fields this generator does not know: ${[...left.keys()].join(', ')}`)
    },
  }
}

/** Keeps what is set; an absent field of the model stays absent in the table. */
function present(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== false))
}

const locations: Record<string, string> = { uri: 'path', querystring: 'query', header: 'header', statusCode: 'status' }

function operationEntry(name: string, source: Json): Json {
  const r = reader(source, `operation ${name}`)
  const http = reader(r.take('http'), `operation ${name}.http`)
  const [path, query] = (http.take('requestUri') as string).split('?')
  const entry = present({
    name: r.take('name'),
    method: http.take('method'),
    path,
    query: query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query)),
    status: http.take('responseCode') ?? 200,
    input: r.take('input')?.shape,
    output: r.take('output')?.shape,
    errors: (r.take('errors') ?? []).map((error: Json) => error.shape).sort(),
    ...amendments.operations[name],
  })
  for (const ignored of ['readonly', 'deprecated', 'idempotent']) r.take(ignored)
  http.end()
  r.end()
  return entry
}

function memberEntry(name: string, source: Json, where: string): Json {
  const r = reader(source, where)
  const location = r.take('location') as string | undefined
  if (location !== undefined && !(location in locations)) throw new Error(`${where} has an unknown location: ${location}`)
  const wireName = r.take('locationName') as string | undefined
  const entry = present({
    shape: r.take('shape'),
    in: location === undefined ? undefined : locations[location],
    as: wireName === name ? undefined : location === 'header' ? wireName?.toLowerCase() : wireName,
    eventPayload: r.take('eventpayload'),
  })
  r.take('idempotencyToken') // the client fills it in; the service only sees a string
  r.end()
  return entry
}

function shapeEntry(name: string, source: Json): Json {
  const where = `shape ${name}`
  const r = reader(source, where)
  const type = r.take('type') as string
  for (const ignored of ['box', 'deprecated', 'event', 'exception']) r.take(ignored)
  const common = () => ({ min: r.take('min'), max: r.take('max'), sensitive: r.take('sensitive') })
  const entry = ((): Json => {
    switch (type) {
      case 'structure': {
        const members = r.take('members') as Json
        const error = r.take('error') as Json | undefined
        return {
          type,
          members: Object.fromEntries(Object.entries(members).map(([key, value]) => [key, memberEntry(key, value as Json, `${where}.${key}`)])),
          required: r.take('required'),
          payload: r.take('payload'),
          eventStream: r.take('eventstream'),
          error: error && present({ status: error.httpStatusCode, fault: r.take('fault') }),
          sensitive: r.take('sensitive'),
        }
      }
      case 'string':
        return { type, ...common(), pattern: r.take('pattern'), enum: r.take('enum') }
      case 'blob':
        return { type, ...common(), streaming: r.take('streaming') }
      case 'list':
        return { type, member: r.take('member').shape, ...common() }
      case 'map':
        return { type, key: r.take('key').shape, value: r.take('value').shape, ...common() }
      case 'integer':
      case 'long':
      case 'double':
        return { type, ...common() }
      case 'boolean':
      case 'timestamp':
        return { type }
      default:
        throw new Error(`${where} has an unknown type: ${type}`)
    }
  })()
  r.end()
  return present({ ...present(entry), ...amendments.shapes[name] })
}

const operations = Object.fromEntries(Object.entries(model.operations as Json).map(([name, source]) => [name, operationEntry(name, source as Json)]))
const shapes = Object.fromEntries(Object.entries(model.shapes as Json).map(([name, source]) => [name, shapeEntry(name, source as Json)]))
const errorNames = Object.keys(shapes).filter((name) => shapes[name]!.error)

/** The TypeScript type of a shape, as the operations and the users' editors see it. */
function typeOf(name: string): string {
  const shape = shapes[name]!
  switch (shape.type) {
    case 'structure':
      return shape.eventStream ? `AsyncIterable<${name}>` : name
    case 'string':
      return shape.enum ? (shape.enum as string[]).map((value) => JSON.stringify(value)).join(' | ') : 'string'
    case 'list':
      return `readonly (${typeOf(shape.member)})[]`
    case 'map':
      return `Readonly<Record<string, ${typeOf(shape.value)}>>`
    case 'blob':
      return 'Uint8Array'
    case 'timestamp':
      return 'Date'
    case 'boolean':
      return 'boolean'
    default:
      return 'number'
  }
}

function interfaceOf(name: string): string {
  const shape = shapes[name]!
  const required = new Set<string>(shape.required ?? [])
  const members = Object.entries(shape.members as Json).map(([key, member]) => {
    const type = typeOf((member as Json).shape)
    return required.has(key) ? `  readonly ${key}: ${type}` : `  readonly ${key}?: ${type} | undefined`
  })
  return members.length === 0 ? `export type ${name} = Readonly<Record<never, never>>` : `export interface ${name} {\n${members.join('\n')}\n}`
}

const header = `// Generated from model/lambda-2015-03-31.json by scripts/generateModel.ts (npm run generate). Do not edit.\n`
const table = (entries: Json) =>
  Object.entries(entries)
    .map(([name, entry]) => `  ${name}: ${JSON.stringify(entry)},`)
    .join('\n')

writeFileSync(
  join(root, 'src/model/operations.ts'),
  `${header}import type { OperationName } from './api'
import type { OperationModel } from './shape'

/** Method, path, status, shapes and errors of each operation of the Lambda API. */
export const operations: Readonly<Record<OperationName, OperationModel>> = {
${table(operations)}
}
`,
)
writeFileSync(
  join(root, 'src/model/shapes.ts'),
  `${header}import type { Shape } from './shape'

/** Every structure, list, map and scalar of the Lambda API with its constraints. */
export const shapes: Readonly<Record<string, Shape>> = {
${table(shapes)}
}
`,
)
const structures = Object.keys(shapes).filter((name) => shapes[name]!.type === 'structure')
const mapping = (side: 'input' | 'output') =>
  Object.values(operations)
    .map((entry) => `  ${entry.name}: ${entry[side] ?? 'Readonly<Record<never, never>>'}`)
    .join('\n')
writeFileSync(
  join(root, 'src/model/api.ts'),
  `${header}
/** An operation of the Lambda API, e.g. 'CreateFunction'. */
export type OperationName =
${Object.keys(operations)
  .map((name) => `  | '${name}'`)
  .join('\n')}

/** An error that the Lambda API may answer with, e.g. 'TooManyRequestsException'. */
export type ErrorName =
${errorNames.map((name) => `  | '${name}'`).join('\n')}

/** What a caller sends, by operation. */
export interface Inputs {
${mapping('input')}
}

/** What Lambda answers, by operation. */
export interface Outputs {
${mapping('output')}
}

/** The members of each modelled error. */
export interface ErrorMembers {
${errorNames.map((name) => `  ${name}: ${name}`).join('\n')}
}

/** Input of one operation, e.g. \`Input<'CreateAlias'>\`. */
export type Input<Name extends OperationName> = Inputs[Name]

/** Output of one operation, e.g. \`Output<'CreateAlias'>\`. */
export type Output<Name extends OperationName> = Outputs[Name]

${structures.map(interfaceOf).join('\n\n')}
`,
)
console.log(`${Object.keys(operations).length} operations, ${Object.keys(shapes).length} shapes, ${errorNames.length} errors`)
