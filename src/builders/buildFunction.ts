import type { StreamingHandler } from '../runtime/streaming/streamify'
import { UsageError } from '../errors/usageError'
import { lambdaArn } from '../state/arns'
import type { CannedOutcome, FunctionBody, FunctionRecord } from '../state/functionRecord'
import { isStreaming } from '../state/handlerMark'
import { shown } from '../usage/readMembers'
import { bareName } from './bareName'
import { cannedExit, cannedResult } from './cannedOutcomes'
import { configureFunction } from './configureFunction'
import { createFunction } from './createFunction'
import type { FunctionBuilder, HandlerFunction } from './functionBuilder'
import type { Seed } from './seed'
import { seedAlias } from './seedAlias'
import { seedAsync } from './seedAsync'
import { provisionConcurrency, reserveConcurrency } from './seedConcurrency'
import { seedLayers } from './seedLayers'
import { seedPermission } from './seedPermission'
import { seedTags } from './seedTags'
import { seedTrigger, type TriggerSettings } from './seedTrigger'
import { seedUrl } from './seedUrl'
import { seedVersion } from './seedVersion'
import { streamChunks } from './streamChunks'

/** Finds the function, or creates it through CreateFunction, and hands out its builder. */
export function buildFunction(seed: Seed, given: string, handler?: HandlerFunction | StreamingHandler): FunctionBuilder {
  if (typeof given !== 'string')
    throw new UsageError(`lambda.function(name) needs the function's name as a string, not ${shown(given)}.`)
  const where = `lambda.function('${given}')`
  const name = bareName(given, seed.region())
  const record = (): FunctionRecord => seed.region().functions.get(name) ?? createFunction(seed, where, name)
  const change = (body: Partial<FunctionBody>) => {
    const { latest } = record()
    latest.body = { ...latest.body, ...body }
    return builder
  }
  const always = (outcome: CannedOutcome) => change({ always: outcome, handler: undefined })
  const once = (outcome: CannedOutcome) => {
    record().latest.body.once.push(outcome)
    return builder
  }

  const builder: FunctionBuilder = {
    name,
    arn: lambdaArn(seed.region(), `function:${name}`),
    handler(fn: HandlerFunction | StreamingHandler) {
      if (typeof fn !== 'function')
        throw new UsageError(`${where}.handler(fn) needs a function, not ${fn === null ? 'null' : typeof fn}.`)
      chooseRuntime(record(), fn)
      giveLostHandlers(record(), fn)
      return change({ handler: fn, always: undefined })
    },
    returns: (value) => always(cannedResult(value, where)),
    returnsOnce: (value) => once(cannedResult(value, where)),
    throws: (error) => always({ kind: 'throws', error }),
    throwsOnce: (error) => once({ kind: 'throws', error }),
    timesOut: () => always({ kind: 'timesOut' }),
    timesOutOnce: () => once({ kind: 'timesOut' }),
    exits: (code = 1) => always(cannedExit(code, where)),
    exitsOnce: (code = 1) => once(cannedExit(code, where)),
    runsOutOfMemory: () => always({ kind: 'outOfMemory' }),
    runsOutOfMemoryOnce: () => once({ kind: 'outOfMemory' }),
    streams: (chunks) => always({ kind: 'streams', chunks: streamChunks(chunks, where) }),
    streamsOnce: (chunks) => once({ kind: 'streams', chunks: streamChunks(chunks, where) }),
    configure(settings) {
      configureFunction(seed, record(), settings, where)
      return builder
    },
    version(description) {
      seedVersion(seed, record(), description, where)
      return builder
    },
    alias(alias, target) {
      seedAlias(seed, record(), { name: alias, target }, where)
      return builder
    },
    permission(settings) {
      seedPermission(seed, record(), settings, where)
      return builder
    },
    layer(...layers) {
      seedLayers(seed, record(), layers, where)
      return builder
    },
    tags(tags) {
      seedTags(seed, record(), tags, where)
      return builder
    },
    reservedConcurrency(executions) {
      reserveConcurrency(seed, record(), executions, where)
      return builder
    },
    provisionedConcurrency(qualifier, executions) {
      provisionConcurrency(seed, record(), { qualifier, executions }, where)
      return builder
    },
    async(settings) {
      seedAsync(seed, record(), settings, where)
      return builder
    },
    url(settings = {}) {
      seedUrl(seed, record(), settings, where)
      return builder
    },
    trigger(source: string | TriggerSettings, settings?: TriggerSettings) {
      seedTrigger(seed, record(), { source, settings }, where)
      return builder
    },
    honours(contract, options) {
      const byExample = seed.honour(`${where}.honours`, name, contract, options)
      const { handler, always } = record().latest.body
      return handler === undefined && always === undefined ? change({ handler: byExample }) : builder
    },
  }
  record()
  return handler === undefined ? builder : builder.handler(handler as HandlerFunction)
}

/** Versions that came out of a file without their handlers get this one; any other keeps the one it was published with. */
function giveLostHandlers({ latest, versions }: FunctionRecord, handler: HandlerFunction | StreamingHandler): void {
  for (const version of [latest, ...versions.values()])
    if (version.body.lostHandler) version.body = { ...version.body, handler, lostHandler: undefined }
}

/** Callbacks ended with Node.js 24, so a handler that takes one gets the runtime before, unless a Runtime was chosen. */
function chooseRuntime(fn: FunctionRecord, handler: HandlerFunction | StreamingHandler): void {
  if (!fn.runtimeByDefault) return
  const runtime = handler.length >= 3 && !isStreaming(handler) ? 'nodejs22.x' : 'nodejs24.x'
  fn.latest.configuration = { ...fn.latest.configuration, runtime }
}
