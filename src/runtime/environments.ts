import type { Clock } from '../clock/clock'
import type { Ids } from '../clock/ids'
import type { FunctionRecord, VersionRecord } from '../state/functionRecord'

/** One execution environment: it runs one event at a time and is kept for the next. */
export interface Environment {
  readonly logStream: string
  /** False until its first run has ended. */
  warm: boolean
  /** What it was built from: an update of either needs new environments. */
  readonly builtFrom: Pick<VersionRecord, 'configuration' | 'code'>
}

/**
 * The execution environments of one double, kept per version. A run that crashed or timed out does not give its own back.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export interface Environments {
  /** An idle environment of the version, or a new one: a cold start. */
  take(fn: FunctionRecord, version: VersionRecord, house: { readonly clock: Clock; readonly ids: Ids }): Environment
  giveBack(version: VersionRecord, environment: Environment): void
  /** Whether the next run of the version finds an idle environment. */
  isWarm(version: VersionRecord): boolean
}

export function createEnvironments(): Environments {
  const idle = new WeakMap<VersionRecord, Environment[]>()
  return {
    take(fn, version, { clock, ids }) {
      const waiting = idle.get(version)
      for (let environment = waiting?.pop(); environment; environment = waiting?.pop())
        if (isOf(version, environment)) return environment
      const { configuration, code } = version
      return { logStream: newLogStream(fn, version, clock.now(), ids), warm: false, builtFrom: { configuration, code } }
    },
    giveBack(version, environment) {
      environment.warm = true
      const waiting = idle.get(version)
      if (waiting) waiting.push(environment)
      else idle.set(version, [environment])
    },
    isWarm: (version) => idle.get(version)?.some((environment) => isOf(version, environment)) ?? false,
  }
}

/** Whether an environment was built from what the version is now. */
function isOf(version: VersionRecord, { builtFrom }: Environment): boolean {
  return builtFrom.configuration === version.configuration && builtFrom.code === version.code
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
