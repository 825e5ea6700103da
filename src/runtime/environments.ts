import type { Clock } from '../clock/clock'
import type { Ids } from '../clock/ids'
import type { FunctionRecord, Handler, VersionRecord } from '../state/functionRecord'
import type { Settings } from '../state/settings'
import { createSurroundings, type CodeSpace } from './surroundings/surroundings'
import { variablesOf } from './surroundings/variables'

/** One execution environment: it runs one event at a time and is kept for the next. */
export interface Environment {
  readonly logStream: string
  /** Whom it works for, if the function keeps its tenants apart: then for nobody else. */
  readonly tenantId?: string | undefined
  /** False until its first run has ended. */
  warm: boolean
  /** What it was built from: an update of either needs new environments. */
  readonly builtFrom: Pick<VersionRecord, 'configuration' | 'code'>
  /** Where its handler runs. */
  readonly space: CodeSpace
  /** The handler that was made for it alone, and what made it. */
  started?: { readonly from: Handler; readonly handler: Handler } | undefined
}

/**
 * The execution environments of one double, kept per version. A run that crashed or timed out does not give its own back.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export interface Environments {
  /** An idle environment of the version, or a new one: a cold start. */
  take(
    fn: FunctionRecord,
    version: VersionRecord,
    house: { readonly clock: Clock; readonly ids: Ids; readonly settings: Settings },
    tenantId?: string,
  ): Environment
  giveBack(version: VersionRecord, environment: Environment): void
  /** Whether the next run of the version finds an idle environment. */
  isWarm(version: VersionRecord, tenantId?: string): boolean
}

export function createEnvironments(surroundings = createSurroundings()): Environments {
  const idle = new WeakMap<VersionRecord, Environment[]>()
  return {
    take(fn, version, { clock, ids, settings }, tenantId) {
      const waiting = idle.get(version) ?? []
      for (let index = waiting.length - 1; index >= 0; index--) {
        const environment = waiting[index]!
        if (isOf(version, environment) && environment.tenantId !== tenantId) continue
        waiting.splice(index, 1)
        if (isOf(version, environment)) return environment
      }
      const { configuration, code } = version
      const logStream = newLogStream(fn, version, clock.now(), ids)
      const variables = (outside: NodeJS.ProcessEnv) => variablesOf(fn, { ...version, configuration }, logStream, outside)
      const space = surroundings.around(settings.environment === 'scoped' ? variables : undefined)
      return { logStream, tenantId, warm: false, builtFrom: { configuration, code }, space }
    },
    giveBack(version, environment) {
      environment.warm = true
      const waiting = idle.get(version)
      if (waiting) waiting.push(environment)
      else idle.set(version, [environment])
    },
    isWarm: (version, tenantId) =>
      idle.get(version)?.some((environment) => isOf(version, environment) && environment.tenantId === tenantId) ?? false,
  }
}

/** Whether an environment was built from what the version is now. */
function isOf(version: VersionRecord, { builtFrom, started, space }: Environment): boolean {
  if (builtFrom.configuration !== version.configuration || builtFrom.code !== version.code) return false
  return !space.isGone && (started === undefined || started.from === version.body.handler)
}

/**
 * `2026/01/31/[$LATEST]` and 32 hexadecimal digits; in a log group of the user's own with the function's name as well.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
 */
function newLogStream(fn: FunctionRecord, version: VersionRecord, now: number, ids: Ids): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '/')
  const { LogGroup: group } = version.configuration.loggingConfig
  const name = group === undefined || group === `/aws/lambda/${fn.name}` ? '' : fn.name
  return `${day}/${name}[${version.version}]${ids.hex(32)}`
}
