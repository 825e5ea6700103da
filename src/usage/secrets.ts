import type { Keys } from '../matching/difference'
import type { Secrecy } from '../matching/formatValue'
import { eventMemberOf } from '../matching/inputFits'
import type { OperationName } from '../model/api'
import type { Shape } from '../model/shape'
import { operations } from '../model/operations'
import { shapes } from '../model/shapes'

/** Members that AWS's model does not mark as sensitive although whoever holds their value may act. */
const tokens = new Set(['EventSourceToken', 'CheckpointToken'])

/** Names under which credentials travel in headers, environments and events, without punctuation. */
const credentials = new Set([
  'authorization',
  'proxyauthorization',
  'xamzsecuritytoken',
  'secretaccesskey',
  'awssecretaccesskey',
  'sessiontoken',
  'awssessiontoken',
])

/** What may be shown of an event or a result: all but the values of members that by their names are credentials. */
export function eventSecrecy(keys: Keys): Secrecy {
  const key = keys.at(-1)
  return typeof key === 'string' && credentials.has(key.replace(/[-_]/g, '').toLowerCase()) ? 'secret' : 'open'
}

/**
 * What may be shown of a place in an operation's input. Secret is what AWS's model marks as sensitive (values of environment
 * variables, code), tokens and credentials. The event of an invocation is marked as well, and shown all the same: it is what the
 * test is about.
 */
export function inputSecrecy(operation: OperationName): (keys: Keys) => Secrecy {
  return memberSecrecy(operation, operations[operation].input)
}

/** What may be shown of a place in an operation's output, by the same rule. */
export function outputSecrecy(operation: OperationName): (keys: Keys) => Secrecy {
  return memberSecrecy(operation, operations[operation].output)
}

function memberSecrecy(operation: OperationName, shapeName: string | undefined): (keys: Keys) => Secrecy {
  return (keys) => {
    if (keys.length > 0 && keys[0] === eventMemberOf(operation)) return eventSecrecy(keys)
    const last = keys.at(-1)
    if (eventSecrecy(keys) === 'secret' || (typeof last === 'string' && tokens.has(last))) return 'secret'
    let name = shapeName
    for (const key of keys) {
      const shape = shapeOf(name)
      if (shape === undefined || isSensitive(shape)) break
      const next = below(shape, key)
      // A member that is misspelled may be one of those that are secret.
      if (next === undefined && secrecyOfShape(name, operation, new Set()) !== 'open') return 'secret'
      name = next
    }
    return secrecyOfShape(name, operation, new Set())
  }
}

/** `text` without the secrets of an input that it repeats: AWS's messages quote what they refuse. */
export function withoutSecrets(text: string, operation: OperationName, input: unknown): string {
  // Longest first, so that a secret that holds another one goes as a whole.
  const secrets = secretsIn(input, [], inputSecrecy(operation)).sort((a, b) => b.length - a.length)
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
}

/** Secret strings; those of three characters or less would blot out half a text and give nothing away. */
function secretsIn(value: unknown, at: Keys, secrecy: (keys: Keys) => Secrecy): string[] {
  if (typeof value === 'string') return value.length > 3 && secrecy(at) === 'secret' ? [value] : []
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.entries(value).flatMap(([key, member]) => secretsIn(member, [...at, key], secrecy))
}

function shapeOf(name: string | undefined): Shape | undefined {
  return name === undefined ? undefined : shapes[name]
}

function below(shape: Shape, key: string | number): string | undefined {
  if (shape.type === 'structure') return shape.members[String(key)]?.shape
  if (shape.type === 'list') return shape.member
  return shape.type === 'map' ? shape.value : undefined
}

/** The names in a sensitive map may be shown; its values are looked at one by one. */
function isSensitive(shape: Shape): boolean {
  return shape.type !== 'map' && 'sensitive' in shape && shape.sensitive === true
}

function secrecyOfShape(name: string | undefined, operation: OperationName, seen: Set<string>): Secrecy {
  const shape = shapeOf(name)
  if (name === undefined || shape === undefined || seen.has(name)) return 'open'
  seen.add(name)
  if (isSensitive(shape)) return 'secret'
  const inner =
    shape.type === 'structure'
      ? Object.entries(shape.members).filter(([member]) => seen.size > 1 || member !== eventMemberOf(operation))
      : [['', { shape: below(shape, '') }] as const]
  const holds = inner.some(([member, { shape: next }]) => tokens.has(member) || secrecyOfShape(next, operation, seen) !== 'open')
  return holds ? 'holds secrets' : 'open'
}
