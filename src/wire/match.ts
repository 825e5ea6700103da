import { operations } from '../model/operations'
import type { OperationModel } from '../model/shape'
import { lazily } from './lazily'
import type { WireRequest } from './messages'
import { decodePercent, queryItems } from './queryItems'

/** The operation that a request names, and what stands in the place of its path's labels. */
export interface Match {
  readonly operation: OperationModel
  readonly labels: Readonly<Record<string, string>>
}

interface Route {
  readonly operation: OperationModel
  readonly labelNames: readonly string[]
}

/** One place in a path: the words that may stand there, or a label. */
interface Place {
  readonly words: Map<string, Place>
  label?: Place
  /** By method; the routes that a query item chooses come first. */
  readonly routes: Map<string, Route[]>
}

const newPlace = (): Place => ({ words: new Map(), routes: new Map() })

const routeTree = lazily((_root: '/') => {
  const root = newPlace()
  for (const operation of Object.values(operations)) {
    const labelNames: string[] = []
    let place = root
    for (const segment of operation.path.slice(1).split('/')) {
      if (segment === '') continue // the model writes some paths with a slash at the end
      if (segment.startsWith('{')) {
        labelNames.push(segment.slice(1, -1))
        place = place.label ??= newPlace()
      } else {
        let next = place.words.get(segment)
        if (next === undefined) place.words.set(segment, (next = newPlace()))
        place = next
      }
    }
    const routes = place.routes.get(operation.method) ?? []
    if (operation.query) routes.unshift({ operation, labelNames })
    else routes.push({ operation, labelNames })
    place.routes.set(operation.method, routes)
  }
  return root
})

/**
 * Finds the operation of the Lambda API that a request is for; undefined if there is none.
 * The raw path is split first and each segment decoded once, so an ARN with an encoded slash is one label and `..` is a name
 * like any other; an empty segment matches nothing. A slash at the end is allowed: SDKs send it where older models have it.
 */
export function match(request: Pick<WireRequest, 'method' | 'path' | 'query'>): Match | undefined {
  const { path } = request
  if (path.charCodeAt(0) !== 47) return undefined
  const values: string[] = []
  let place = routeTree('/')
  for (let start = 1; start < path.length;) {
    const slash = path.indexOf('/', start)
    const end = slash === -1 ? path.length : slash
    if (end === start) return undefined
    const segment = decodePercent(path.slice(start, end))
    let next = place.words.get(segment)
    if (next === undefined) {
      next = place.label
      if (next === undefined) return undefined
      values.push(segment)
    }
    place = next
    start = end + 1
  }
  const route = place.routes
    .get(request.method)
    ?.find(({ operation }) => operation.query === undefined || asksFor(operation.query, request.query))
  if (route === undefined) return undefined
  const labels: Record<string, string> = {}
  for (let index = 0; index < values.length; index++) labels[route.labelNames[index]!] = values[index]!
  return { operation: route.operation, labels }
}

function asksFor(wanted: Readonly<Record<string, string>>, query: string): boolean {
  if (query === '') return false
  const items = queryItems(query)
  return Object.entries(wanted).every(([name, value]) => items.get(name)?.[0] === value)
}
