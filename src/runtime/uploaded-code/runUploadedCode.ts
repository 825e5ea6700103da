import type { Context } from '../context'
import type { Ending } from '../ending'
import type { Environment } from '../environments'
import type { InvocationRequest, RuntimeHouse } from '../invocation'
import type { LoggedRun } from '../logFormat'
import { logLines } from './logLines'
import { missingCode } from './missingCode'

/** What is known of a run when its handler is to be called. */
export interface UploadedCall {
  readonly environment: Environment
  readonly run: LoggedRun
  readonly context: Context
  /** JSON. */
  readonly event: string
  readonly limit: number | undefined
  /** Gets what the function writes. */
  readonly lines: string[]
}

/** Runs the code that was uploaded for a function without a handler, or says why there is nothing to run. */
export async function runUploadedCode(
  { region, fn, version, traceHeader }: InvocationRequest,
  { uploadedCode, settings, clock }: RuntimeHouse,
  { environment, run, context, event, limit, lines }: UploadedCall,
): Promise<Ending> {
  const { profile } = run
  const missing = missingCode(fn, version, settings, profile)
  if (missing) return { kind: 'noStart', error: missing }
  const write = (text: string, level?: Parameters<typeof logLines>[2]) => lines.push(...logLines(run, text, level, clock.now()))
  return uploadedCode.run({ region, fn, version, environment, profile, event, context, traceHeader, limit, write })
}
