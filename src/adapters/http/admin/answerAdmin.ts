import type { IncomingMessage, ServerResponse } from 'node:http'
import { isUsageError } from '../../../errors/usageError'
import type { Served } from '../served'
import { adminRoutes, type AdminRoute } from './adminRoutes'
import { answerPage } from './answerPage'
import { followEvents } from './followEvents'
import { requireQuery } from './query'

const base = '/_lambdouble/api/'

/** Whether a request is for the endpoint itself, and not for Lambda: no path of AWS's API begins like this. */
export function isAdminPath(path: string): boolean {
  return path.startsWith('/_lambdouble/') || path === '/_lambdouble'
}

/**
 * Answers a request to the admin API, or for the page that shows it. That no page of another site asks was made sure before; a page
 * of another port of this machine is refused here. Answers are JSON; errors are `{ "message": "..." }` with 400, 403, 404, 405 or 415.
 */
export async function answerAdmin(
  served: Served,
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { body, response, closing }: { readonly body: Uint8Array; readonly response: ServerResponse; readonly closing: AbortSignal },
): Promise<void> {
  const json = (status: number, answer: unknown, headers: Readonly<Record<string, string>> = {}) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
      .end(JSON.stringify(answer))
  const refuse = (status: number, message: string, headers = {}) => json(status, { message }, headers)

  const { headers, method = 'GET' } = request
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
  if (answerPage(method, pathname, response)) return
  const site = headers['sec-fetch-site'] ?? 'none'
  if (site !== 'none' && site !== 'same-origin') return refuse(403, 'Requests from other pages are refused.')
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined
  const routes = adminRoutes.filter((route) => path !== undefined && fits(route, path))
  if (path !== 'events' && routes.length === 0) return refuse(404, `There is nothing at ${pathname}.`)
  const allow = path === 'events' ? ['GET'] : routes.map((route) => route.method)
  if (!(allow as readonly string[]).includes(method))
    return refuse(405, `${pathname} takes ${allow.join(', ')}.`, { allow: allow.join(', ') })
  // A form cannot send this, whatever page it is on.
  if (body.byteLength > 0 && !/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return refuse(415, 'The body has to be of the type application/json.')
  try {
    if (path === 'events') return followEvents(served, query, { response, closing })
    const route = routes.find((each) => each.method === method)!
    requireQuery(query, ['limit'])
    const name = path!.slice(route.path.indexOf('*'))
    json(method === 'POST' && path === 'faults' ? 201 : 200, await route.answer(served, { query, name, body: readJson(body) }))
  } catch (error) {
    if (!isUsageError(error) && !(error instanceof SyntaxError)) throw error
    refuse(400, error.message.split('\n')[0]!)
  }
}

function fits({ path }: AdminRoute, asked: string): boolean {
  return path.endsWith('*') ? asked.startsWith(path.slice(0, -1)) && !asked.slice(path.length - 1).includes('/') : asked === path
}

function readJson(body: Uint8Array): unknown {
  return body.byteLength === 0 ? undefined : (JSON.parse(Buffer.from(body).toString('utf8')) as unknown)
}
