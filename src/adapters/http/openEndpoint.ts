import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isUsageError, UsageError } from '../../errors/usageError'
import type { WireOutcome } from '../../wire/messages'
import { requestLimit } from '../../wire/requireBodySize'
import { plainReply } from '../s3/plainReply'
import { answerAdmin, isAdminPath } from './admin/answerAdmin'
import { callerGone } from './callerGone'
import { createEndOfTurn, type AtEndOfTurn } from './endOfTurn'
import { ownHosts, refusedOrigin } from './localOrigin'
import { readBody } from './readBody'
import { requestTarget } from './requestTarget'
import { sendOutcome } from './sendOutcome'
import type { Served } from './served'
import { SocketRequest } from './socketRequest'
import { toWebRequest } from './toWebRequest'
import { functionUrlHost, isWebPath } from './webTarget'

/** Where an endpoint listens. */
export interface ServeOptions {
  /** Default: a free port. */
  readonly port?: number
  /** Default: 127.0.0.1. Any other address opens the double to the network. */
  readonly host?: string
}

/**
 * A local HTTP endpoint that speaks the Lambda API. Function URLs answer at `http://<id>.lambda-url.<region>.localhost:<port>/`, and
 * at `<endpoint>/_url/<id>/` for clients that cannot resolve such a host; links to code lead back to the endpoint.
 */
export interface Endpoint {
  /** E.g. http://127.0.0.1:9001, for AWS_ENDPOINT_URL_LAMBDA. */
  readonly endpoint: string
  /**
   * Ends open requests and frees the port at once.
   * @param options.grace milliseconds that requests under way may still take; default 0
   */
  close(options?: { readonly grace?: number }): Promise<void>
}

/** Opens a local HTTP endpoint for clients that this process's SDK class cannot reach: AWS CLI, boto3, child processes. */
export async function openEndpoint(served: Served, { port = 0, host = '127.0.0.1' }: ServeOptions = {}): Promise<Endpoint> {
  const server = createServer()
  await listen(server, port, host)
  const bound = (server.address() as AddressInfo).port
  const endpoint = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  const closing = new AbortController()
  const atEndOfTurn = createEndOfTurn()
  const hosts = ownHosts(host, bound)
  const own: Own = { host, port: bound, hosts, endpoint, closing: closing.signal, atEndOfTurn }
  server.on('request', (request, response) => {
    answer(request, response, served, own).catch((error: unknown) => fail(response, error))
  })
  return {
    endpoint,
    close: ({ grace = 0 } = {}) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), grace)
        // A connection that has had its answer waits for a next request.
        const sweep = setInterval(() => server.closeIdleConnections(), 20)
        server.close(() => {
          clearTimeout(cut)
          clearInterval(sweep)
          resolve()
        })
        closing.abort()
        if (grace === 0) server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken: stop what listens there, or use port 0 for a free one.`
          : error.message
      reject(new UsageError(`The endpoint cannot listen on ${host}:${port}. ${taken}`, { cause: error }))
    })
    server.listen(port, host, () => resolve())
  })
}

/** What an endpoint is to the requests that it answers. */
interface Own {
  readonly host: string
  readonly port: number
  readonly hosts: ReadonlySet<string>
  readonly endpoint: string
  /** Fires when the endpoint is to end. */
  readonly closing: AbortSignal
  readonly atEndOfTurn: AtEndOfTurn
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served, own: Own): Promise<void> {
  const urlHost = functionUrlHost(request.headers.host, own.port)
  // Pages of any site may call a function URL: what they may read is up to its Cors configuration, as on AWS.
  const refused = urlHost === undefined ? refusedOrigin(request.headers, own.hosts) : undefined
  if (refused !== undefined) return json(response, 403, { message: refused })
  const body = await readBody(request, requestLimit)
  if (body === undefined) return tooLarge(response)
  const target = requestTarget(request.url)
  const { path } = target
  if (urlHost !== undefined || isWebPath(path)) {
    const endpoint = urlHost === undefined ? own.endpoint : `http://${request.headers.host}`
    const asked = toWebRequest(request, { target, host: urlHost ?? own.host, body, endpoint, signal: callerGone(response) })
    return sendOutcome(response, await plainReply(await served.web.exchange(asked)), own.atEndOfTurn)
  }
  if (isAdminPath(path)) return answerAdmin(served, request, { body, response, closing: own.closing })
  if (request.method === 'POST' && path === '/_admin/reset') {
    await served.reset()
    return void response.writeHead(204).end()
  }
  // Requests come in flocks: those of one turn are read one after the other, then answered, then written.
  await new Promise<void>((resolve) => own.atEndOfTurn(resolve))
  const asked = new SocketRequest(request, target, { body, endpoint: own.endpoint, caller: response })
  let outcome: WireOutcome
  try {
    outcome = await served.exchange(asked)
  } finally {
    asked.answered()
  }
  return sendOutcome(response, outcome, own.atEndOfTurn)
}

/** What the test's author did wrong has no caller to throw at here: it becomes an answer that no SDK retries. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy()
  const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>
  response.setHeader('x-amzn-errortype', isUsageError(error) ? 'UsageError' : name)
  json(response, 400, { message })
}

function tooLarge(response: ServerResponse): void {
  response.setHeader('x-amzn-errortype', 'RequestEntityTooLargeException')
  response.setHeader('connection', 'close')
  json(response, 413, { message: `Request must be smaller than ${requestLimit} bytes` })
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
