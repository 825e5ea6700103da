import { viewSymbol } from './assertions/assertionView'
import { register, unregister } from './assertions/mockRegistry'
import { createLedger } from './contracts/consumer/ledger'
import type { OpenDoor } from './door'
import { createClientMock } from './double/clientMock'
import { createEngines, enginesSymbol } from './double/engines'
import { createLookingBack } from './double/lookingBack'
import type { MockLambda } from './double/mock'
import { createMockClock } from './double/mockClock'
import { passesOn } from './double/passesOn'
import { resolveOptions, type Clients, type MockLambdaOptions } from './double/options'
import { createRegionView } from './double/regionView'
import { createSeeding, seedingSymbol } from './double/seeding'
import { createInspection } from './double/inspection/inspection'
import { settle } from './double/settle'
import { createSnapshots } from './double/snapshot'
import { createWorlds } from './double/worlds'
import { callSite } from './errors/callSite'
import { UsageError } from './errors/usageError'
import { createSetChaos } from './faults/chaos'
import { createOn } from './faults/on'
import { provideAwslambda } from './runtime/streaming/awslambda'
import { createSurroundings } from './runtime/surroundings/surroundings'
import { isMembers } from './usage/isMembers'
import { shown } from './usage/readMembers'
import { requireRegion } from './usage/requireRegion'
import type { WebExchange } from './webExchange'
import type { WireRequest } from './wire/messages'

/**
 * The `mockLambda` of one door.
 * @param ownsProcess whether this process is there for the double alone, as that of `lambdouble serve`: what handlers see of it then
 * stays in place between their runs
 */
export function createMockLambda(
  openDoor: OpenDoor,
  { ownsProcess = false }: { readonly ownsProcess?: boolean } = {},
): (options?: MockLambdaOptions | Clients) => MockLambda {
  return (given) => {
    const options = resolveOptions(given)
    // One for good: handlers that are still at work outlast a reset, and so does what is known of a suite's tests as a whole.
    const surroundings = createSurroundings(ownsProcess)
    const ledger = createLedger()
    const worlds = createWorlds(options, surroundings, ledger)
    const { here } = worlds
    const { region, accountId } = options.settings
    const web: WebExchange = {
      // Asked for every host that somebody fetches from, by code of a world that has ended too.
      leadsTo: (host) => worlds.current()?.web.leadsTo(host),
      exchange: (request) => here().web.exchange(request),
    }
    const exchange: MockLambda['exchange'] = (request) => here().exchange(request)
    const passing = options.onUnmatched === 'passthrough' ? (request: WireRequest) => passesOn(here(), request) : undefined
    const door = openDoor({ ...options, region, accountId, exchange, web, passesOn: passing, callerFile: callSite()?.file })
    const removeAwslambda = provideAwslambda()
    const { lookingBack, view } = createLookingBack(here, options.seed, ledger)
    const on = createOn(() => here().rules)
    const regionView = (name: string) =>
      createRegionView(
        () => here().seedOf(name),
        () => here().pushTarget(name),
      )

    const mock: MockLambda = {
      ...regionView(region),
      ...lookingBack,
      ...createClientMock(here, on),
      ...createSnapshots(here),
      on,
      chaos: createSetChaos(() => here().rules),
      deliverTo: (arn, deliverer) => here().deliverers.add(arn, deliverer),
      clock: createMockClock(here),
      // Async, so that a world that has ended is refused as everything is.
      settled: async () => settle(here()),
      region: (name) => regionView(requireRegion('lambda.region(name)', name)),
      client<Client>(config: object = {}) {
        if (!isMembers(config))
          throw new UsageError(
            `lambda.client(config) takes what new LambdaClient(config) does, such as { maxAttempts: 1 }, not ${shown(config)}.`,
          )
        return door.newClient(config) as Client
      },
      exchange,
      web,
      inspection: createInspection(here, worlds.watch),
      isolate: worlds.isolate,
      reset: worlds.reset,
      restore() {
        if (worlds.isIsolated())
          throw new UsageError(
            'lambda.restore() inside lambda.isolate(...) would take the double from every test. Call it outside.',
          )
        worlds.close()
        unregister(mock)
        surroundings.close()
        removeAwslambda()
        door.close()
      },
      [Symbol.dispose]() {
        mock.restore()
      },
    }
    Object.defineProperty(mock, viewSymbol, { value: view })
    Object.defineProperty(mock, seedingSymbol, { value: createSeeding(here, mock) })
    Object.defineProperty(mock, enginesSymbol, { value: createEngines(here) })
    register(mock)
    return mock
  }
}
