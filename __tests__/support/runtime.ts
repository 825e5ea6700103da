import { createIds } from '../../src/clock/ids'
import { createVirtualClock } from '../../src/clock/virtualClock'
import { createConcurrency } from '../../src/runtime/concurrency/concurrency'
import type { DeliveryEntry } from '../../src/runtime/destinations/delivery'
import { createEnvironments } from '../../src/runtime/environments'
import { createEventSources } from '../../src/runtime/event-sources/createEventSources'
import type { Invocation, InvocationOutcome, InvocationRequest, RuntimeHouse } from '../../src/runtime/invocation'
import { createUploadedCode } from '../../src/runtime/uploaded-code/uploadedCode'
import { invocationOf } from '../../src/runtime/runRecord'
import { runVersion } from '../../src/runtime/runVersion'
import type { Configuration, FunctionBody, FunctionRecord, Handler, VersionRecord } from '../../src/state/functionRecord'
import { newRegionState } from '../../src/state/regionState'
import type { Settings } from '../../src/state/settings'

/** 2026-01-31T12:00:00.000Z: where the clock of these tests stands. */
export const noon = Date.UTC(2026, 0, 31, 12)
export const requestId = '11111111-2222-4333-8444-555555555555'

/** A house with a virtual clock, and what it was told of. */
export function newRuntimeHouse(settings: Partial<Settings> = {}): RuntimeHouse & {
  readonly observed: Invocation[]
  readonly delivered: DeliveryEntry[]
} {
  const observed: Invocation[] = []
  const delivered: DeliveryEntry[] = []
  const house: ReturnType<typeof newRuntimeHouse> = {
    clock: createVirtualClock(noon),
    ids: createIds(1),
    settings: {
      accountId: '123456789012',
      region: 'us-east-1',
      functionStates: 'settled',
      accountConcurrency: 1000,
      rateLimits: 'off',
      timeouts: 'on',
      environment: 'off',
      strict: false,
      uploadedCode: 'off',
      ...settings,
    },
    environments: createEnvironments(),
    uploadedCode: createUploadedCode(),
    concurrency: createConcurrency(),
    eventSources: createEventSources(() => house),
    observe: (run) => observed.push(invocationOf(run)),
    observed,
    deliver: (entry) => {
      delivered.push(entry)
      return Promise.resolve()
    },
    delivered,
  }
  return house
}

/** A version of a function called `orders`. */
export function newVersion(body: Partial<FunctionBody> | Handler, configuration: Partial<Configuration> = {}): VersionRecord {
  return {
    version: '$LATEST',
    configuration: {
      description: '',
      role: 'arn:aws:iam::123456789012:role/orders',
      packageType: 'Zip',
      timeout: 3,
      memorySize: 128,
      architectures: ['x86_64'],
      ephemeralStorage: 512,
      tracingMode: 'PassThrough',
      layers: [],
      snapStart: 'None',
      loggingConfig: {},
      ...configuration,
    },
    code: { sha256: '', size: 0 },
    revisionId: '',
    lastModified: noon,
    state: { state: 'Active' },
    body: typeof body === 'function' ? { once: [], handler: body } : { once: [], ...body },
  }
}

export function newRequest(
  version: VersionRecord,
  event: unknown = {},
  more: Partial<InvocationRequest> = {},
): InvocationRequest {
  // A run reads no more of a function than this.
  const fn = { name: 'orders', arn: 'arn:aws:lambda:us-east-1:123456789012:function:orders', latest: version } as FunctionRecord
  const payload = new TextEncoder().encode(JSON.stringify(event))
  return {
    region: newRegionState('123456789012', 'us-east-1'),
    fn,
    version,
    payload,
    requestId,
    type: 'RequestResponse',
    attempt: 1,
    ...more,
  }
}

/** What came back, as text, with what the house was told. */
export interface Ran {
  readonly text: string
  readonly json: any
  readonly outcome: InvocationOutcome
  readonly seen: Invocation
}

/** Runs a handler or a canned body once in a house of its own. */
export async function run(
  body: Partial<FunctionBody> | Handler,
  configuration: Partial<Configuration> = {},
  {
    event = {},
    house = newRuntimeHouse(),
    ...more
  }: { event?: unknown; house?: ReturnType<typeof newRuntimeHouse> } & Partial<InvocationRequest> = {},
): Promise<Ran> {
  const outcome = await runVersion(newRequest(newVersion(body, configuration), event, more), house)
  const text = new TextDecoder().decode(outcome.payload)
  return { text, json: JSON.parse(text), outcome, seen: house.observed.at(-1)! }
}
