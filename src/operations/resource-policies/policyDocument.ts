import { invalidParameter } from '../../errors/invalidParameter'
import type { ServiceError } from '../../errors/serviceError'
import { isJsonObject, type JsonObject } from '../../json/jsonObject'
import type { PolicyRecord, PolicyStatement } from '../../state/policyRecord'

const versions: readonly unknown[] = [undefined, '2008-10-17', '2012-10-17']

/** What a statement says; of the first three each has to, one way or the other. */
const fields = [
  ['Effect'],
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Sid'],
  ['Condition'],
]
const required = fields.slice(0, 3)

/**
 * Reads a policy that was written by hand. How Lambda words its refusals is not recorded; the rules are those of IAM's grammar:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string): PolicyRecord {
  const document = parse(text)
  const { Version: version, Id: id, Statement: statement } = document
  requireKnown(document, ['Version', 'Id', 'Statement'])
  if (!versions.includes(version)) throw invalid('the policy must contain a valid version string')
  if (id !== undefined && typeof id !== 'string') throw invalid('Id must be a string')
  const statements: readonly unknown[] = Array.isArray(statement) ? statement : [statement]
  if (statement === undefined || statements.length === 0) throw invalid('Missing required field Statement')
  statements.forEach(requireStatement)
  const known = (statements as readonly PolicyStatement[]).map(({ Sid }) => Sid).filter((sid) => sid !== undefined)
  if (new Set(known).size < known.length) throw invalid('Statement IDs (SID) in a single policy must be unique')
  return { version: version as string | undefined, id, statements: statements as readonly PolicyStatement[] }
}

function parse(text: string): JsonObject {
  try {
    const document = JSON.parse(text) as unknown
    if (isJsonObject(document)) return document
  } catch {
    // Falls through: no JSON is as bad as JSON of another kind.
  }
  throw invalid('Policies must be valid JSON and the first byte must be {')
}

function requireStatement(statement: unknown): void {
  if (!isJsonObject(statement)) throw invalid('Statement must be an object or a list of objects')
  requireKnown(statement, fields.flat())
  for (const names of required) {
    if (!names.some((name) => statement[name] !== undefined)) throw invalid(`Missing required field ${names[0]}`)
  }
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') throw invalid(`Invalid effect: ${String(statement.Effect)}`)
}

function requireKnown(members: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(members).find((name) => !known.includes(name))
  if (unknown !== undefined) throw invalid(`Unknown field ${unknown}`)
}

function invalid(reason: string): ServiceError {
  return invalidParameter(`Invalid policy: ${reason}.`)
}
