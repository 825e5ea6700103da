/**
 * Writes docs/operations.md: every operation of the Lambda API, from AWS's model and from the registry of those that are answered.
 * Run: npm run generate, after scripts/generateModel.ts.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperationModel } from '../src/model/shape'
import { operations } from '../src/model/operations'
import { shapes } from '../src/model/shapes'
import { registry } from '../src/operations/registry'
import { operationNotes, pageSizes } from './operationNotes'

/** Errors that come several at a time, by what their names begin with. */
const families = ['CodeArtifactUser', 'EC2', 'EFS', 'ENI', 'KMS', 'S3Files', 'SnapStart']

/** The whole page. */
export function operationsTable(): string {
  const names = Object.keys(registry) as (keyof typeof registry)[]
  const rows = names.map((name) => `| ${cells(operations[name]).join(' | ')} |`)
  return `# Operations

lambdouble answers all ${names.length} operations of the Lambda API (2015-03-31).
This page is written by \`npm run generate\` from AWS's model and the code; the notes are in \`scripts/operationNotes.ts\`.

- **Errors** are those that AWS's model lists, without \`Exception\`: what the state calls for is answered by itself, and each of them
  on command, \`lambda.on('GetAlias').fails('ServiceException')\`. A star stands for a family: \`KMS*\` is KMSAccessDeniedException,
  KMSDisabledException, KMSInvalidStateException and KMSNotFoundException. Every operation may answer ServiceException, and, outside
  the model, ValidationException for a member that breaks its constraints; neither is repeated in each line.
- **Page** is the most items that one answer lists; with \`≤\`, the most that MaxItems may ask for.

| Operation | Method and path | OK | Page | Errors | Notes |
|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function cells(operation: OperationModel): readonly string[] {
  const { name, method, path, query, status } = operation
  const chosenBy = Object.entries(query ?? {}).map(([item, value]) => `${item}=${value}`)
  return [
    `[${name}](https://docs.aws.amazon.com/lambda/latest/api/API_${name}.html)`,
    `\`${method} ${[path, ...chosenBy].join('?')}\``,
    String(status),
    pageOf(operation),
    errorsOf(operation).join(', '),
    operationNotes[name] ?? '',
  ]
}

/** The most items of a page, and how many may be asked for where that is more. */
function pageOf({ name, input }: OperationModel): string {
  const members = input === undefined ? undefined : shapes[input]
  const asked = members?.type === 'structure' ? members.members['MaxItems'] : undefined
  if (asked === undefined) return ''
  const most = shapes[asked.shape]
  if (most?.type !== 'integer' || most.max === undefined) throw new TypeError(`MaxItems of ${name} has no maximum.`)
  const page = pageSizes[name]
  return page === undefined ? String(most.max) : `${page} (≤ ${most.max})`
}

function errorsOf({ errors }: OperationModel): readonly string[] {
  const short = errors.filter((error) => error !== 'ServiceException').map((error) => error.replace(/Exception$/, ''))
  return [...new Set(short.map((error) => familyOf(error) ?? error))]
}

function familyOf(error: string): string | undefined {
  const family = families.find((prefix) => error.startsWith(prefix))
  return family && `${family}*`
}

if (require.main === module) writeFileSync(join(__dirname, '../docs/operations.md'), operationsTable())
