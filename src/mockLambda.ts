import { viewSymbol } from './assertions/assertionView'
import { register, unregister } from './assertions/mockRegistry'
import type { OpenDoor } from './door'
import { createHouse } from './double/house'
import { createLookingBack } from './double/lookingBack'
import type { MockLambda } from './double/mock'
import { createMockClock } from './double/mockClock'
import { resolveOptions, type MockLambdaOptions } from './double/options'
import { createRegionView } from './double/regionView'
import { createInspection } from './double/inspection/inspection'
import { createWatch } from './double/watch'
import { createSnapshots } from './double/snapshot'
import { callSite } from './errors/callSite'
import { createOn } from './faults/on'
import { provideAwslambda } from './runtime/streaming/awslambda'
import { createSurroundings } from './runtime/surroundings/surroundings'
import type { WebExchange } from './webExchange'

/** The `mockLambda` of one door. */
export function createMockLambda(openDoor: OpenDoor): (options?: MockLambdaOptions | object) => MockLambda {
  return (given) => {
    const options = resolveOptions(given)
    // One for good: handlers that are still at work outlast a reset.
    const surroundings = createSurroundings()
    const watch = createWatch()
    let house = createHouse(options, surroundings, watch)
    const here = () => house
    const { region, accountId } = options.settings
    const web: WebExchange = {
      leadsTo: (host) => here().web.leadsTo(host),
      exchange: (request) => here().web.exchange(request),
    }
    const exchange: MockLambda['exchange'] = (request) => here().exchange(request)
    const door = openDoor({ ...options, region, accountId, exchange, web, callerFile: callSite()?.file })
    const removeAwslambda = provideAwslambda()
    const { lookingBack, view } = createLookingBack(here, options.seed)
    const regionView = (name: string) => createRegionView(() => here().seedOf(name))

    const mock: MockLambda = {
      ...regionView(region),
      ...lookingBack,
      ...createSnapshots(here),
      on: createOn(() => here().rules),
      deliverTo: (arn, deliverer) => here().deliverers.add(arn, deliverer),
      clock: createMockClock(here),
      settled: () => here().clock.settle(),
      region: regionView,
      client: (config) => door.newClient(config),
      exchange,
      web,
      inspection: createInspection(here, watch),
      reset() {
        house.clock.clear()
        void house.uploadedCode.close()
        house = createHouse(options, surroundings, watch)
        watch.tell({ kind: 'reset' })
      },
      restore() {
        house.clock.clear()
        void house.uploadedCode.close()
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
    register(mock)
    return mock
  }
}
