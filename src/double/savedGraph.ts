import { createHash } from 'node:crypto'
import { UsageError } from '../errors/usageError'
import { isError } from '../runtime/errorPayload'
import type { Handler } from '../state/functionRecord'
import type { Graph, Node } from '../state/graph'

/** A graph as JSON has it. */
export interface SavedGraph {
  /** Of nodes and leaves, so that a file which was cut off or edited is noticed. */
  readonly checksum: string
  readonly nodes: readonly Node[]
  readonly leaves: readonly SavedLeaf[]
}

type SavedLeaf =
  | readonly ['bytes', base64: string]
  | readonly [
      'error',
      error: { readonly name: string; readonly message: string; readonly stack?: string | undefined },
      members: object,
    ]
  /** Lambda answers with the JSON of a canned result, so nothing is lost. */
  | readonly ['json', text: string]
  | readonly ['function' | 'nothing']

export function savedGraph({ nodes, leaves }: Graph): SavedGraph {
  const saved = { nodes, leaves: leaves.map(savedLeaf) }
  return { checksum: checksumOf(saved), ...saved }
}

function savedLeaf(leaf: unknown): SavedLeaf {
  if (typeof leaf === 'function') return ['function']
  if (ArrayBuffer.isView(leaf)) return ['bytes', Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).toString('base64')]
  if (isError(leaf)) return ['error', { name: leaf.name, message: leaf.message, stack: leaf.stack }, jsonOf({ ...leaf })]
  const text = JSON.stringify(leaf) as string | undefined
  return text === undefined ? ['nothing'] : ['json', text]
}

function jsonOf(members: object): object {
  try {
    return JSON.parse(JSON.stringify(members)) as object
  } catch {
    return {}
  }
}

/** @param lost stands in the place of each function */
export function readSavedGraph({ checksum, nodes, leaves }: Partial<SavedGraph>, lost: Handler): Graph {
  if (!Array.isArray(nodes) || !Array.isArray(leaves) || checksum !== checksumOf({ nodes, leaves })) {
    throw new UsageError(
      'lambda.load(snapshot) was given a snapshot that was cut off or changed after it had been taken: its checksum does not fit.',
    )
  }
  return { nodes: nodes as readonly Node[], leaves: (leaves as readonly SavedLeaf[]).map((leaf) => readLeaf(leaf, lost)) }
}

function readLeaf(leaf: SavedLeaf, lost: Handler): unknown {
  switch (leaf[0]) {
    case 'bytes':
      return new Uint8Array(Buffer.from(leaf[1], 'base64'))
    case 'json':
      return JSON.parse(leaf[1])
    case 'error': {
      const { name, message, stack } = leaf[1]
      const error = Object.assign(new Error(message), leaf[2])
      return Object.defineProperties(error, {
        name: { value: name, writable: true, configurable: true },
        stack: { value: stack, writable: true, configurable: true },
      })
    }
    case 'function':
      return lost
    default:
      return undefined
  }
}

function checksumOf({ nodes, leaves }: Omit<SavedGraph, 'checksum'>): string {
  return createHash('sha256')
    .update(JSON.stringify([nodes, leaves]))
    .digest('hex')
}
