import { milliseconds, type Duration } from '../clock/duration'
import { UsageError } from '../errors/usageError'
import type { EventInvokeRecord } from '../state/eventInvokeRecord'
import type { FunctionRecord } from '../state/functionRecord'
import { requireText, shown } from '../usage/readMembers'
import { requireOptions } from './requireOptions'
import type { Seed } from './seed'

/** An ARN, or what has one: another function's builder. */
export type Target = string | { readonly arn: string }

/** What `.async({...})` takes. Options left out stay as they are. */
export interface AsyncSettings {
  /** 0 to 2; AWS's default is 2. */
  readonly maximumRetryAttempts?: number | undefined
  /** Seconds, or a duration such as '1h'; 60 seconds to 6 hours, AWS's default. */
  readonly maximumEventAge?: Duration | undefined
  /** Where the record of an event goes that was processed: queue, topic, event bus or function. */
  readonly onSuccess?: Target | undefined
  /** Where the record of an event goes that was given up; a bucket, too. */
  readonly onFailure?: Target | undefined
  /** Queue or topic for the event itself if it was given up. */
  readonly deadLetter?: Target | undefined
  /** A version or alias to set this for, instead of $LATEST; the dead-letter target is always that of $LATEST. */
  readonly qualifier?: string | undefined
}

const options = ['maximumRetryAttempts', 'maximumEventAge', 'onSuccess', 'onFailure', 'deadLetter', 'qualifier']

/**
 * Sets how asynchronous invocations are treated: through PutFunctionEventInvokeConfig, or UpdateFunctionEventInvokeConfig if
 * something was set before; the dead-letter target through UpdateFunctionConfiguration.
 */
export function seedAsync(seed: Seed, fn: FunctionRecord, settings: AsyncSettings, builder: string): void {
  const where = `${builder}.async`
  requireOptions(where, settings, options)
  const { deadLetter, qualifier, ...rest } = settings
  requireAttempts(settings.maximumRetryAttempts, where)
  if (qualifier !== undefined) requireText(`${where}({ qualifier })`, 'a version or alias', qualifier)
  if (deadLetter !== undefined) {
    const TargetArn = arnOf(deadLetter, `${where}({ deadLetter })`)
    seed.run(where, 'UpdateFunctionConfiguration', { FunctionName: fn.name, DeadLetterConfig: { TargetArn } })
    if (Object.values(rest).every((value) => value === undefined)) return
  }
  const old = fn.eventInvokeConfigs.get(qualifier ?? '$LATEST')
  seed.run(where, old ? 'UpdateFunctionEventInvokeConfig' : 'PutFunctionEventInvokeConfig', {
    FunctionName: fn.name,
    Qualifier: qualifier,
    MaximumRetryAttempts: settings.maximumRetryAttempts,
    MaximumEventAgeInSeconds: seconds(settings.maximumEventAge, where),
    DestinationConfig: destinations(settings, old, where),
  })
}

/** AWS replaces both destinations at once, so the one that is left out is given again. */
function destinations({ onSuccess, onFailure }: AsyncSettings, old: EventInvokeRecord | undefined, where: string) {
  if (onSuccess === undefined && onFailure === undefined) return undefined
  return {
    OnSuccess: { Destination: onSuccess === undefined ? old?.onSuccess : arnOf(onSuccess, `${where}({ onSuccess })`) },
    OnFailure: { Destination: onFailure === undefined ? old?.onFailure : arnOf(onFailure, `${where}({ onFailure })`) },
  }
}

function arnOf(target: Target, where: string): string {
  const arn = typeof target === 'string' ? target : (target as { readonly arn?: unknown } | null)?.arn
  if (typeof arn === 'string') return arn
  throw new UsageError(`${where} needs an ARN, or what has one, such as lambda.function('other').`)
}

function requireAttempts(attempts: unknown, where: string): void {
  if (attempts === undefined || Number.isInteger(attempts)) return
  throw new UsageError(`${where}({ maximumRetryAttempts: ${shown(attempts)} }) needs a whole number, 0 to 2.`)
}

/** A number is seconds here, as in AWS's MaximumEventAgeInSeconds. */
function seconds(age: Duration | undefined, where: string): number | undefined {
  if (age === undefined || Number.isFinite(age)) return age as number | undefined
  const length = milliseconds(age)
  if (length !== undefined) return length / 1000
  throw new UsageError(`${where}({ maximumEventAge: ${shown(age)} }) needs seconds or a duration such as '90s' or '2h'.`)
}
