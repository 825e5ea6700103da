import type { Seed } from '../builders/seed'
import type { FunctionBuilder, HandlerFunction } from '../builders/functionBuilder'
import type { LayerBuilder } from '../builders/layerBuilder'
import type { FunctionRecord } from '../state/functionRecord'
import type { House } from './house'
import type { MockLambda } from './mock'
import type { RegionView } from './regionView'

/** Where `lambdouble serve` finds how to seed a double more than once. */
export const seedingSymbol: unique symbol = Symbol.for('lambdouble.seeding') as never

/** Seeding on top of what is there: a reloaded configuration, or a template over a state that was kept. */
export interface Seeding {
  /**
   * The double for a configuration that may have run before. Functions that are there get the new handlers and settings;
   * what else was seeded with them is not seeded twice. Rules and deliverers of the run before are taken away.
   */
  again(): MockLambda
  /** Runs operations on a region, by default the double's own. */
  seed(region?: string): Seed
}

/** Builder calls that add something each time, and so are for functions that are new. */
const adding = ['version', 'alias', 'permission', 'layer', 'trigger']

export function createSeeding(here: () => House, mock: MockLambda): Seeding {
  let run = 0
  let declared: { readonly house: House; readonly ids: number[] } = { house: here(), ids: [] }

  function regionAgain(view: RegionView, seed: () => Seed): RegionView {
    const known = new Set(seed().region().functions.keys())
    return {
      ...view,
      function: (name: string, given?: unknown) => {
        const handler = given as HandlerFunction | undefined
        if (!known.has(name)) return view.function(name, handler)
        const builder = functionAgain(view.function(name), () => seed().region().functions.get(name))
        return handler === undefined ? builder : builder.handler(handler)
      },
      layer: (name) => layerAgain(view.layer(name), seed),
    }
  }

  return {
    seed: (region = here().settings.region) => here().seedOf(region),
    again() {
      const current = ++run
      const { rules } = here()
      // A reset has taken them away already, and counts anew.
      if (declared.house === here()) rules.remove(declared.ids)
      declared = { house: here(), ids: [] }
      const seed = (region: string) => () => here().seedOf(region)
      const { region } = here().settings
      return {
        ...mock,
        ...regionAgain(mock, seed(region)),
        region: (name) => regionAgain(mock.region(name), seed(name)),
        on: ((...given: Parameters<MockLambda['on']>) => {
          const before = new Set(rules.all().map(({ id }) => id))
          const builder = mock.on(...given)
          for (const { id } of rules.all()) if (!before.has(id)) declared.ids.push(id)
          return builder
        }) as MockLambda['on'],
        deliverTo: (arn, deliverer) => mock.deliverTo(arn, (delivery) => (current === run ? deliverer(delivery) : undefined)),
      }
    },
  }
}

/** The builder of a function that is there. Versions that ran what $LATEST ran go on doing so. */
function functionAgain(builder: FunctionBuilder, record: () => FunctionRecord | undefined): FunctionBuilder {
  const again: FunctionBuilder = new Proxy(builder, {
    get(target, name: keyof FunctionBuilder) {
      const word: unknown = target[name]
      if (typeof word !== 'function') return word
      if (adding.includes(name) || name.endsWith('Once')) return () => again
      return (...given: unknown[]) => {
        const fn = record()
        const before = fn?.latest.body
        const answer: unknown = word.apply(target, given)
        const after = record()?.latest.body
        // Without either it ran code that was uploaded, and that is no business of the configuration's.
        if (before !== after && (before?.handler ?? before?.always) !== undefined) {
          for (const version of fn?.versions.values() ?? []) {
            const { body } = version
            if (body.handler === before?.handler && body.always === before?.always)
              version.body = { ...body, handler: after?.handler, always: after?.always }
          }
        }
        return answer === target ? again : answer
      }
    },
  })
  return again
}

/** A layer that is there is not published anew: its newest version stands for what would be. */
function layerAgain(builder: LayerBuilder, seed: () => Seed): LayerBuilder {
  const newest = [...(seed().region().layers.get(builder.name)?.versions.values() ?? [])].at(-1)
  if (newest === undefined) return builder
  const { arn, version } = newest
  return {
    ...builder,
    publish: (settings) =>
      ({ ...builder, ...settings, arn, LayerVersionArn: arn, LayerArn: builder.arn, Version: version }) as never,
  }
}
