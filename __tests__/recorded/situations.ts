import type { OperationName } from '../../src/model/api'
import type { Situation, Situations } from './situation'
import { codeSigning } from './situations/codeSigning'
import { concurrency } from './situations/concurrency'
import { eventSourceMappings } from './situations/eventSourceMappings'
import { functions } from './situations/functions'
import { functionSettings } from './situations/functionSettings'
import { invocation } from './situations/invocation'
import { layers } from './situations/layers'
import { permissions } from './situations/permissions'
import { tags } from './situations/tags'

const byResource = [
  codeSigning,
  concurrency,
  eventSourceMappings,
  functions,
  functionSettings,
  invocation,
  layers,
  permissions,
  tags,
]

/** Every situation that is told, under `Operation: situation`. */
export const situations: ReadonlyMap<string, Situation> = new Map(
  byResource
    .flatMap((situations: Situations) => Object.entries(situations))
    .flatMap(([operation, told]) =>
      Object.entries(told).map(([text, situation]): [string, Situation] => [
        keyOf({ operation: operation as OperationName, situation: text }),
        typeof situation === 'function' ? { stage: situation } : situation,
      ]),
    ),
)

export function keyOf({ operation, situation }: { readonly operation: OperationName; readonly situation: string }): string {
  return `${operation}: ${situation}`
}
