import type { Door, DoorOptions, OpenDoor } from '../../door'
import { UsageError } from '../../errors/usageError'
import type { WebReply, WebRequest } from '../../webExchange'
import { openFetchDoor } from '../fetch/openFetchDoor'
import { newBoundClient } from '../sdk/boundClient'
import { connectionError, connectionLost } from '../sdk/brokenConnection'
import { hookSend } from '../sdk/clientHook'
import { createClientOwner } from '../sdk/clientOwner'
import { watchClient, type Waiting } from '../sdk/clientWatch'
import { unbrokenPieces } from '../sdk/httpResponse'
import { claimClients, type ClientClaim } from '../sdk/lambdaClientClass'
import { placeRegion } from '../sdk/placeholderRegion'
import { createSwitchboard } from '../sdk/switchboard'
import { placeCredentials } from '../credentials/placeCredentials'
import { guardBeneath } from './guardBeneath'
import { createHostAnswers, type HostAnswers } from './hostAnswers'
import { hookNock } from './hookNock'
import { installedNock } from './installedNock'

/** What the nock door takes besides what every door does. */
export interface NockDoorOptions {
  readonly nock?: unknown
  readonly endpoints?: readonly string[] | undefined
  readonly credentials?: 'placed' | 'answered' | 'own' | undefined
}

/**
 * The way into the double through the user's own nock: requests of this process to Lambda's hosts, whoever sends them. Clients of the
 * SDK that can be found do everything themselves but sleep: between their attempts, and until their time-outs.
 */
export function openNockDoor({ nock: given, endpoints = [], credentials = 'placed' }: NockDoorOptions): OpenDoor {
  return (options: DoorOptions): Door => {
    const { exchange, region, accountId, clients, retryDelays, guard, callerFile } = options
    const hosts = endpoints.map(hostOfEndpoint)
    const claims = lambdaClients(clients, callerFile)
    const installed = installedNock(given, callerFile)
    const waiting: Waiting = new Map()
    const board = createSwitchboard({ exchange, accountId, retryDelays })
    const answers = createHostAnswers({
      ...options,
      endpoints: hosts,
      answersCredentials: credentials === 'answered',
      retries: board.retries,
      waiting,
    })
    const regionPlace = placeRegion(region)
    const undo = [
      regionPlace.remove,
      ...(credentials === 'placed' ? [placeCredentials()] : []),
      ...(guard === 'off' ? [] : [guardBeneath(installed, guard)]),
      hookNock(installed, { reaches: answers.reaches, answer: (request) => throughNock(answers, request) }),
      openFetchDoor({ ...options, web: throughFetch(answers) }),
    ]
    const watch = (client: object) => watchClient(client, board, waiting)
    for (const { prototype, wants } of claims) {
      const owner = { ...createClientOwner(wants, board, regionPlace.ensure, watch), lifeline: undo }
      undo.push(owner.releaseAll, hookSend(prototype, owner))
    }
    let open = true

    return {
      newClient: (config) =>
        newBoundClient(claims.length > 0 ? claims : claimClients(clients, callerFile), config, options, () => open),
      close() {
        open = false
        for (const step of undo.splice(0).reverse()) step()
      },
    }
  }
}

/** Any client is answered, so it is no mistake to have none of SDK v3. */
function lambdaClients(given: unknown, callerFile: string | undefined): readonly ClientClaim[] {
  if (given !== undefined) return claimClients(given, callerFile)
  try {
    return claimClients(undefined, callerFile)
  } catch {
    return []
  }
}

function hostOfEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.host
  throw new UsageError(
    `mockLambda({ endpoints: ['${endpoint}'] }) is no endpoint: give a URL without a path, such as 'http://localhost:4566'.`,
  )
}

/** SDK v2 takes every failure of a connection for one of the network, and tries again. */
const secondSdk = /^aws-sdk-nodejs\/2\./

async function throughNock(answers: HostAnswers, request: WebRequest): Promise<WebReply> {
  let outcome
  try {
    outcome = await answers.answer(request)
  } catch (error) {
    if (!secondSdk.test(request.headers['user-agent'] ?? '')) throw error
    return refusal(error)
  }
  if (outcome.kind === 'broken') throw connectionError(outcome.code, targetOf(request))
  return breakingOff(outcome, request)
}

/** A body that breaks off, also one that is shorter than its answer says, as its reader sees it. */
function breakingOff(reply: WebReply, { method }: WebRequest): WebReply {
  const { headers, body } = reply
  if (Symbol.asyncIterator in body) return { ...reply, body: unbrokenPieces(body) }
  const isWhole = method === 'HEAD' || !(Number(headers['content-length']) > body.byteLength)
  return isWhole ? reply : { ...reply, body: cut(body) }
}

async function* cut(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece
  throw connectionLost()
}

/** What the test's author did wrong, as an answer that no SDK retries. */
function refusal(error: unknown): WebReply {
  const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': name }
  return { kind: 'reply', status: 400, headers, cookies: [], body: Buffer.from(JSON.stringify({ message })) }
}

/** For fetch, which nock 13 does not see: it is answered without nock, whichever version it is, and so once. */
function throughFetch({ reaches, answer }: HostAnswers): DoorOptions['web'] {
  return {
    leadsTo: (host) => (reaches(host) ? 'code' : undefined),
    async exchange(request) {
      const outcome = await answer(request)
      if (outcome.kind === 'broken') {
        // As Node's fetch fails.
        throw new TypeError('fetch failed', { cause: connectionError(outcome.code, targetOf(request)) })
      }
      return breakingOff(outcome, request)
    },
  }
}

function targetOf({ host }: WebRequest): Parameters<typeof connectionError>[1] {
  const { hostname, port } = new URL(`https://${host}`)
  return { hostname, ...(port !== '' && { port: Number(port) }) }
}
