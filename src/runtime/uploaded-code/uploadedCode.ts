import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import type { Ending } from '../ending'
import type { Environment } from '../environments'
import type { Profile } from '../profile'
import { createCodeFolders } from './codeFolders'
import { startSandbox, type Sandbox, type Write } from './sandbox'
import { workerVariables } from './workerVariables'

/** One event for uploaded code. */
export interface UploadedRun {
  readonly region: RegionState
  readonly fn: FunctionRecord
  readonly version: VersionRecord
  readonly environment: Environment
  readonly profile: Profile
  /** JSON. */
  readonly event: string
  /** The context object; what of it is data reaches the worker. */
  readonly context: object
  readonly traceHeader: string | undefined
  /** Milliseconds of real time; undefined for no limit. */
  readonly limit: number | undefined
  readonly write: Write
}

/** The workers of one double, one for each execution environment that runs uploaded code. */
export interface UploadedCode {
  /** Runs an event in the environment's worker, which is started with its first one. */
  run(run: UploadedRun): Promise<Ending>
  /** Ends the workers of functions that were updated or deleted; one that is at work ends after its event. */
  endStale(): void
  /** Ends all workers and removes their files. */
  close(): Promise<void>
}

interface Held {
  readonly sandbox: Sandbox
  readonly isStale: () => boolean
  isBusy: boolean
}

export function createUploadedCode(): UploadedCode {
  const held = new Map<Environment, Held>()
  const folders = createCodeFolders()
  let isClosed = false

  function start({ region, fn, version, environment, profile }: UploadedRun): Held {
    const { configuration, code } = version
    const folder = folders.take(code, configuration)
    const { root } = folder
    const sandbox = startSandbox({
      root,
      profile,
      handler: configuration.handler ?? '',
      variables: workerVariables({ region, fn, version, logStream: environment.logStream, root }),
      memorySize: configuration.memorySize,
      onGone() {
        held.delete(environment)
        folder.release()
      },
    })
    const isStale = () =>
      version.configuration !== configuration || version.code !== code || !isThere(region.functions.get(fn.name), version)
    const started = { sandbox, isStale, isBusy: false }
    held.set(environment, started)
    return started
  }

  function end({ sandbox }: Held): void {
    void sandbox.end()
  }

  return {
    async run(run) {
      if (isClosed) return { kind: 'noStart', error: new Error('The double was reset or restored while the function ran.') }
      let one: Held
      try {
        one = held.get(run.environment) ?? start(run)
      } catch (error) {
        return { kind: 'noStart', error: error as Error }
      }
      const { event, context, traceHeader, limit, write, version } = run
      one.isBusy = true
      try {
        // Only data can be sent; the functions are made anew over there.
        const data = Object.fromEntries(
          Object.entries(context).filter(([, value]) => typeof value !== 'function') as [string, unknown][],
        )
        const timeout = version.configuration.timeout * 1000
        return await one.sandbox.run({ event, context: data, traceHeader, timeout }, limit, write)
      } finally {
        one.isBusy = false
        if (one.isStale()) end(one)
      }
    },
    endStale() {
      for (const one of held.values()) if (!one.isBusy && one.isStale()) end(one)
    },
    async close() {
      isClosed = true
      const ends = [...held.values()].map(({ sandbox }) => sandbox.end())
      folders.close()
      await Promise.all(ends)
    },
  }
}

function isThere(fn: FunctionRecord | undefined, version: VersionRecord): boolean {
  return fn !== undefined && (fn.latest === version || fn.versions.get(version.version) === version)
}
