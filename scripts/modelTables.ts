import type { Json } from './readModel'

/** The text of the generated files of src/model, by file name. */
export interface ModelTables {
  readonly 'operations.ts': string
  readonly 'shapes.ts': string
  readonly 'api.ts': string
}

const header = `// Generated from model/lambda-2015-03-31.json by scripts/generateModel.ts (npm run generate). Do not edit.\n`

/** Writes the model as TypeScript: operations and shapes as tables, inputs and outputs as types. */
export function modelTables({ operations, shapes }: { operations: Json; shapes: Json }): ModelTables {
  return { 'operations.ts': operationsFile(operations), 'shapes.ts': shapesFile(shapes), 'api.ts': apiFile(operations, shapes) }
}

function table(entries: Json): string {
  return Object.entries(entries)
    .map(([name, entry]) => `  ${name}: ${JSON.stringify(entry)},`)
    .join('\n')
}

function operationsFile(operations: Json): string {
  return `${header}import type { OperationName } from './api'
import type { OperationModel } from './shape'

/** Method, path, status, shapes and errors of each operation of the Lambda API. */
export const operations: Readonly<Record<OperationName, OperationModel>> = {
${table(operations)}
}
`
}

function shapesFile(shapes: Json): string {
  return `${header}import type { Shape } from './shape'

/** Every structure, list, map and scalar of the Lambda API with its constraints. */
export const shapes: Readonly<Record<string, Shape>> = {
${table(shapes)}
}
`
}

function apiFile(operations: Json, shapes: Json): string {
  const names = Object.keys(shapes)
  const structures = names.filter((name) => shapes[name]!.type === 'structure')
  const errorNames = names.filter((name) => shapes[name]!.error)
  const mapping = (side: 'input' | 'output') =>
    Object.values(operations)
      .map((entry) => `  ${entry.name}: ${entry[side] ?? 'Readonly<Record<never, never>>'}`)
      .join('\n')
  return `${header}
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

${structures.map((name) => interfaceOf(shapes, name)).join('\n\n')}
`
}

/** The TypeScript type of a shape, as the operations and the users' editors see it. */
function typeOf(shapes: Json, name: string): string {
  const shape = shapes[name]!
  switch (shape.type) {
    case 'structure':
      return shape.eventStream ? `AsyncIterable<${name}>` : name
    case 'string':
      return shape.enum ? (shape.enum as string[]).map((value) => JSON.stringify(value)).join(' | ') : 'string'
    case 'list':
      return `readonly (${typeOf(shapes, shape.member)})[]`
    case 'map':
      return `Readonly<Record<string, ${typeOf(shapes, shape.value)}>>`
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

function interfaceOf(shapes: Json, name: string): string {
  const shape = shapes[name]!
  const required = new Set<string>(shape.required ?? [])
  const members = Object.entries(shape.members as Json).map(([key, member]) => {
    const type = typeOf(shapes, (member as Json).shape)
    return required.has(key) ? `  readonly ${key}: ${type}` : `  readonly ${key}?: ${type} | undefined`
  })
  return members.length === 0
    ? `export type ${name} = Readonly<Record<never, never>>`
    : `export interface ${name} {\n${members.join('\n')}\n}`
}
