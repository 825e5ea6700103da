import { isServiceError, ServiceError } from './errors/serviceError'
import { UsageError } from './errors/usageError'
import type { ExchangeHouse } from './exchange'
import { newCallRecord } from './journal/callRecord'
import { downloadCode, type S3Error } from './operations/code/downloadCode'
import { answerUrl } from './operations/function-urls/answerUrl'
import { allUrls, findUrl } from './operations/function-urls/findUrl'
import type { WebReply, WebRequest } from './runtime/function-urls/webMessages'
import { completeTransitions } from './state/transitions'
import { encodeError } from './wire/encodeError'

export type { WebReply, WebRequest }

/** What S3 says to a link that is no good, for the door to write as XML. */
export interface S3Refusal {
  readonly kind: 's3-error'
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The members of the `<Error>` element, in their order. */
  readonly error: S3Error
}

/** What an HTTP request is answered with. */
export type WebOutcome = WebReply | S3Refusal

/** The way in for HTTP requests to anything but the Lambda API: function URLs, and the links to code that the API gives. */
export interface WebExchange {
  /**
   * What a host leads to: a function by its URL, a function URL that nobody created, or Lambda's own store of code. Undefined for
   * every other host, which is none of the double's business.
   */
  leadsTo(host: string): 'function' | 'nothing' | 'code' | undefined
  /**
   * Answers a request to such a host; or to any host, if the path says what is wanted: `/_url/<id>/...` for a function URL, the
   * bucket and the key for code. Rejects with a UsageError if it does neither.
   */
  exchange(request: WebRequest): Promise<WebOutcome>
}

/**
 * The way of a request to a function URL or by a link. What it runs is in `invocations()`. It is no call of the API, so rules do not
 * apply to it and it is not in `calls()`, unless it leads nowhere.
 */
export function createWebExchange(house: ExchangeHouse): WebExchange {
  const { world, clock, ids, settings } = house

  async function callUrl(request: WebRequest, target: UrlTarget): Promise<WebReply> {
    const requestId = ids.uuid()
    try {
      const found = findUrl(world, target.id, target.region)
      if (found === undefined) {
        remember(request, { name: 'AccessDeniedException', status: 403 }, noSuchUrl(request, house), target.region)
        // AWS says no more than this of a URL that is not there (recorded).
        throw new ServiceError('AccessDeniedException', '')
      }
      completeTransitions(found.region, settings.functionStates === 'settled' ? Infinity : clock.now())
      return await answerUrl({ request: { ...request, path: target.path }, found, requestId }, house)
    } catch (error) {
      if (!isServiceError(error)) throw error
      return { ...encodeError(error, requestId), cookies: [] }
    }
  }

  function download(request: WebRequest): WebOutcome {
    const answer = downloadCode(world, request, clock.now())
    if (answer === undefined) throw new UsageError(`${request.host}${request.path} is no function URL and no link to code.`)
    if ('body' in answer) return { kind: 'reply', cookies: [], ...answer }
    const { status, headers, error, hint } = answer
    if (status === 404) remember(request, { name: error.Code, status }, hint ?? `${error.Message} (${request.path})`)
    return { kind: 's3-error', status, headers, error }
  }

  function remember(request: WebRequest, error: { name: string; status: number }, hint: string, region = settings.region): void {
    const entry = newCallRecord(undefined, request, { accountId: settings.accountId, region }, clock.now())
    entry.error = { ...error, message: hint }
    entry.hint = hint
    house.calls.push(entry)
    house.ended(entry)
  }

  return {
    leadsTo(host) {
      const target = urlTarget(host, '/')
      if (target !== undefined) return findUrl(world, target.id, target.region) === undefined ? 'nothing' : 'function'
      return bucketHost.test(nameOf(host)) ? 'code' : undefined
    },
    async exchange(request) {
      const target = urlTarget(request.host, request.path)
      return target === undefined ? download(request) : callUrl(request, target)
    },
  }
}

/** The function URL that a request is for, and the path that the function sees. */
interface UrlTarget {
  readonly id: string
  readonly region?: string
  readonly path: string
}

const urlHost = /^([^.]+)\.lambda-url\.([a-z0-9-]+)\.on\.aws$/
const bucketHost = /^awslambda-[a-z0-9-]+-(?:tasks|layers)\.s3\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/

function urlTarget(host: string, path: string): UrlTarget | undefined {
  const [, id, region] = urlHost.exec(nameOf(host)) ?? []
  if (id !== undefined && region !== undefined) return { id, region, path }
  const [, idInPath, rest = ''] = /^\/_url\/([^/]+)(.*)$/.exec(path) ?? []
  return idInPath === undefined ? undefined : { id: idInPath.toLowerCase(), path: rest === '' ? '/' : rest }
}

/** One spelling of each host: no case, no port, no final dot. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}

function noSuchUrl({ method, host, path }: WebRequest, { world }: ExchangeHouse): string {
  const known = [...allUrls(world)].map(
    ({ region, fn, url }) => `https://${url.id}.lambda-url.${region.region}.on.aws/ (${fn.name})`,
  )
  const hint =
    known.length === 0
      ? "No function has a URL. Give it one: lambda.function('orders').url()."
      : `There are: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', ...' : ''}.`
  return `${method} https://${host}${path} leads to no function URL. ${hint}`
}
