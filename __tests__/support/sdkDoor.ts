import * as newest from '@aws-sdk/client-lambda'
import * as oldest from 'client-lambda-oldest'
import { openSdkDoor } from '../../src/adapters/sdk/openSdkDoor'
import type { Door, DoorOptions } from '../../src/door'
import type { WebExchange } from '../../src/webExchange'
import type { Exchange, WireOutcome, WireReply, WireRequest } from '../../src/wire/messages'

type Sdk = typeof newest

/** Both ends of the versions that the door supports. The types are the newest one's: what the tests use is in both. */
export const sdks: readonly (readonly [version: string, sdk: Sdk])[] = [
  ['the newest SDK', newest],
  ['SDK 3.600', oldest as unknown as Sdk],
]

/** An exchange that notes what it is asked and answers from a list; the last answer stays. */
export interface FakeExchange extends Exchange {
  readonly requests: WireRequest[]
}

export function fakeExchange(
  ...answers: (WireOutcome | Error | ((request: WireRequest) => Promise<WireOutcome>))[]
): FakeExchange {
  const requests: WireRequest[] = []
  const exchange: Exchange = async (request) => {
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? reply({ ok: true })
    if (typeof answer === 'function') return answer(request)
    if (answer instanceof Error) throw answer
    return answer
  }
  return Object.assign(exchange, { requests })
}

export function reply(payload: unknown, status = 200, headers: Record<string, string> = {}): WireReply {
  const body = new TextEncoder().encode(JSON.stringify(payload))
  return {
    kind: 'reply',
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'request-1', ...headers },
    body,
  }
}

/** A double without function URLs. */
export const noWeb: WebExchange = {
  leadsTo: () => undefined,
  exchange: () => Promise.reject(new Error('Nothing leads here.')),
}

/** A throttle as recorded from Lambda. */
export const throttle = (headers: Record<string, string> = {}) =>
  reply({ Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', Type: 'User', message: 'Rate Exceeded.' }, 429, {
    'x-amzn-errortype': 'TooManyRequestsException',
    ...headers,
  })

export const serverError = () =>
  reply({ Type: 'Service', message: 'An error occurred.' }, 500, { 'x-amzn-errortype': 'ServiceException' })

const open: Door[] = []

/** Opens a door that `closeDoors` closes after the test. */
export function openDoor(exchange: Exchange, options: Partial<DoorOptions> = {}): Door {
  const door = openSdkDoor({
    exchange,
    web: noWeb,
    region: 'us-east-1',
    accountId: '123456789012',
    retryDelays: 'skip',
    guard: 'lambda',
    onUnmatched: 'error',
    callerFile: __filename,
    ...options,
  })
  open.push(door)
  return door
}

export function closeDoors(): void {
  for (const door of open.splice(0)) door.close()
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise
  } catch (error) {
    return error as Error & Record<string, unknown>
  }
  throw new Error('It was expected to fail.')
}

/** No AWS variable and no file of the developer's own: what a fresh machine has. */
export function forgetAwsSettings(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  process.env.HOME = '/nonexistent'
}
