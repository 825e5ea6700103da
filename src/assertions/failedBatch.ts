import { arnFits } from '../matching/arnFits'
import type { SourceBatch } from '../runtime/event-sources/sourceMessages'
import { requireArguments, requireArn, requireCount } from './checkedArguments'
import { failureText, type Block } from './failureText'
import type { MatcherFunction } from './matcherResult'
import { sourcesText, whereabouts } from './sourcesText'

const most = 8

/** A function failed with a batch of a source, wholly or in part, exactly so often if a number is given. */
export const toHaveFailedBatch: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveFailedBatch(arn, n?)'
  requireArguments(signature, args, 1, 2)
  const arn = requireArn(signature, args[0])
  const wanted = args.length === 1 ? undefined : requireCount(signature, args[1])
  const sources = view.sources.filter((source) => arnFits(arn, source.arn))
  const batches = sources.flatMap((source) => source.batches)
  const failed = batches.filter(({ outcome }) => outcome === 'failed' || outcome === 'partly failed')
  const pass = wanted === undefined ? failed.length > 0 : failed.length === wanted
  return {
    pass,
    message: () => {
      if (sources.length === 0) return failureText(view, `There is no event source ${String(arn)}.`, sourcesText(view.sources))
      const expected = pass ? (wanted === undefined ? 'none' : 'any other number') : (wanted ?? 'at least 1')
      const title = `Batches of ${String(arn)} that failed: ${failed.length}, expected ${expected}.`
      return failureText(view, title, list(batches), batches.length === 0 ? whereabouts(sources) : [])
    },
  }
}

function list(batches: readonly SourceBatch[]): Block {
  if (batches.length === 0) return ['There was no batch.']
  const left = batches.length - most
  return ['Batches:', ...batches.slice(0, most).map(line), ...(left > 0 ? [`  … and ${left} more`] : [])]
}

function line({ functionName, ids, failed, outcome, error }: SourceBatch, index: number): string {
  const records = ids.length === 1 ? '1 record' : `${ids.length} records`
  const part = outcome === 'partly failed' ? ` (${failed.length} of them)` : ''
  return `  ${index + 1}. ${functionName}, ${records}: ${outcome}${part}${error === undefined ? '' : `: ${error}`}`
}
