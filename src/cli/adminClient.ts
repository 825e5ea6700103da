import { request, type IncomingMessage } from 'node:http'
import { UsageError } from '../errors/usageError'
import type { Terminal } from './command'

/** Where `lambdouble serve` listens unless told otherwise. */
const usualEndpoint = 'http://127.0.0.1:9001'

/** What `--endpoint` is for, in the usage of the commands that have it. */
export const endpointUsage = `  --endpoint URL            where lambdouble serve listens (default AWS_ENDPOINT_URL_LAMBDA, or ${usualEndpoint})`

/** The admin API of a running `lambdouble serve`. Rejects with a UsageError if there is none, and with what it refuses. */
export interface AdminClient {
  ask<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>
  /** What happens, as it happens; ends when the server does, or with `signal`. */
  follow(query: string, told: (kind: string, view: unknown) => void, signal: AbortSignal): Promise<void>
}

export function createAdminClient(named: string | undefined, { env }: Pick<Terminal, 'env'>): AdminClient {
  const endpoint = (named ?? (env.AWS_ENDPOINT_URL_LAMBDA || usualEndpoint)).replace(/\/+$/, '')
  if (!/^http:\/\/[^/]+$/.test(endpoint)) throw new UsageError(`--endpoint ${endpoint} is no address such as ${usualEndpoint}.`)

  function send(method: string, path: string, body?: object, signal?: AbortSignal): Promise<IncomingMessage> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    return new Promise((resolve, reject) => {
      const sent = request(`${endpoint}/_lambdouble/api/${path}`, { method, headers, signal, agent: false }, resolve)
      sent.once('error', (error) => {
        const advice = 'Start it with lambdouble serve, or say where it is with --endpoint.'
        reject(new UsageError(`No lambdouble serve answers at ${endpoint} (${error.message}). ${advice}`, { cause: error }))
      })
      sent.end(text)
    })
  }

  return {
    async ask<Answer>(method: string, path: string, body?: object) {
      const response = await send(method, path, body)
      const answer = readJson(await textOf(response)) as Answer & { readonly message?: string }
      if (response.statusCode! < 300 && answer !== undefined) return answer
      throw new UsageError(
        answer?.message ?? `What answers at ${endpoint} is no lambdouble serve (status ${response.statusCode}).`,
      )
    },
    async follow(query, told, signal) {
      const response = await send('GET', `events?${query}`, undefined, signal)
      if (response.statusCode !== 200)
        throw new UsageError(String((readJson(await textOf(response)) as { message?: string })?.message))
      let text = ''
      try {
        for await (const chunk of response.setEncoding('utf8')) {
          const events = (text + String(chunk)).split('\n\n')
          text = events.pop()!
          for (const event of events) {
            const [, kind, data] = /^event: (.*)\ndata: (.*)$/s.exec(event) ?? []
            if (kind !== undefined) told(kind, JSON.parse(data!) as unknown)
          }
        }
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk)
  return text
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
