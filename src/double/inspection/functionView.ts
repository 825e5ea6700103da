import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'

/** A function and what hangs on it, as plain data that may be shown: of environment variables there are the names alone. */
export interface FunctionView {
  readonly name: string
  readonly arn: string
  readonly region: string
  readonly accountId: string
  readonly description: string
  readonly packageType: 'Zip' | 'Image'
  readonly runtime: string | undefined
  readonly handler: string | undefined
  /** Megabytes. */
  readonly memorySize: number
  /** Seconds. */
  readonly timeout: number
  readonly state: string
  /** Epoch milliseconds. */
  readonly lastModified: number
  /** What an invocation runs: a handler of this process, a canned result, or the code that was uploaded, if anything. */
  readonly runs: 'handler' | 'canned result' | 'code'
  readonly variables: readonly string[]
  readonly layers: readonly string[]
  readonly versions: readonly string[]
  readonly aliases: readonly {
    readonly name: string
    readonly version: string
    readonly weights: Readonly<Record<string, number>>
  }[]
  readonly urls: readonly {
    readonly url: string
    readonly id: string
    readonly qualifier: string | undefined
    readonly authType: string
  }[]
  readonly triggers: readonly { readonly uuid: string; readonly source: string; readonly state: string }[]
  readonly reservedConcurrency: number | undefined
}

export function functionView(region: RegionState, fn: FunctionRecord): FunctionView {
  const { configuration, body, state, lastModified } = fn.latest
  return {
    name: fn.name,
    arn: fn.arn,
    region: region.region,
    accountId: region.accountId,
    description: configuration.description,
    packageType: configuration.packageType,
    runtime: configuration.runtime,
    handler: configuration.handler,
    memorySize: configuration.memorySize,
    timeout: configuration.timeout,
    state: state.state,
    lastModified,
    runs: body.handler !== undefined ? 'handler' : body.always !== undefined ? 'canned result' : 'code',
    variables: Object.keys(configuration.environment ?? {}),
    layers: configuration.layers.map(({ arn }) => arn),
    versions: [...fn.versions.keys()],
    aliases: [...fn.aliases.values()].map(({ name, version, weights }) => ({
      name,
      version,
      weights: Object.fromEntries(weights),
    })),
    urls: [...fn.urls.values()].map(({ id, qualifier, authType }) => ({
      url: `https://${id}.lambda-url.${region.region}.on.aws/`,
      id,
      qualifier,
      authType,
    })),
    triggers: [...region.eventSourceMappings.values()]
      .filter((mapping) => leadsTo(mapping, fn))
      .map((mapping) => ({ uuid: mapping.uuid, source: sourceOf(mapping), state: mapping.state })),
    reservedConcurrency: fn.reservedConcurrency,
  }
}

function leadsTo({ functionArn }: EventSourceMappingRecord, { arn }: FunctionRecord): boolean {
  return functionArn === arn || functionArn.startsWith(`${arn}:`)
}

function sourceOf({ source }: EventSourceMappingRecord): string {
  return source.arn ?? source.bootstrapServers.join(',')
}
