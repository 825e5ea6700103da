import type { Served } from '../served'
import { addFault } from './addFault'
import { limitOf, requireWhole } from './query'

/** A request to the admin API, read and decoded. */
export interface AdminRequest {
  readonly query: URLSearchParams
  /** What stands in the place of `*` in the route's path. */
  readonly name: string
  /** The JSON that was sent; undefined without a body. */
  readonly body: unknown
}

export interface AdminRoute {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below `/_lambdouble/api/`; `*` is one segment. */
  readonly path: string
  /** What is answered, as JSON. Throws what the caller did wrong, as a UsageError. */
  readonly answer: (served: Served, request: AdminRequest) => unknown
}

/**
 * The admin API: what is there, what happened, and faults on and off, for the commands of `lambdouble` and for its page. Lists are the
 * views of `lambda.inspection`. `GET events` is the only one that is not here: it does not end.
 */
export const adminRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: 'functions', answer: ({ inspection }) => ({ functions: inspection.functions() }) },
  { method: 'GET', path: 'calls', answer: ({ inspection }, { query }) => ({ calls: inspection.calls(limitOf(query)) }) },
  {
    method: 'GET',
    path: 'invocations',
    answer: ({ inspection }, { query }) => ({ invocations: inspection.invocations(limitOf(query)) }),
  },
  {
    method: 'GET',
    path: 'deliveries',
    answer: ({ inspection }, { query }) => ({ deliveries: inspection.deliveries(limitOf(query)) }),
  },
  { method: 'GET', path: 'faults', answer: ({ inspection }) => ({ faults: inspection.rules() }) },
  { method: 'POST', path: 'faults', answer: (served, { body }) => ({ fault: addFault(served, body) }) },
  { method: 'DELETE', path: 'faults', answer: ({ inspection }) => ({ removed: inspection.removeRules() }) },
  {
    method: 'DELETE',
    path: 'faults/*',
    answer: ({ inspection }, { name }) => ({ removed: inspection.removeRules([requireWhole('The id of a fault', name)]) }),
  },
  {
    method: 'POST',
    path: 'reset',
    async answer(served) {
      await served.reset()
      return {}
    },
  },
]
