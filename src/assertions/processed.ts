import { nearestCalls } from '../journal/nearestCalls'
import { arnFits } from '../matching/arnFits'
import type { Difference } from '../matching/difference'
import { eventPattern } from '../matching/eventPattern'
import { differences, fits } from '../matching/fits'
import { formatValue } from '../matching/formatValue'
import type { SourceMessage } from '../runtime/event-sources/sourceMessages'
import { eventSecrecy } from '../usage/secrets'
import { requireArguments, requireArn } from './checkedArguments'
import { differenceText } from './differenceText'
import { failureText, times, type Block } from './failureText'
import type { MatcherFunction } from './matcherResult'
import { sourcesText, whereabouts } from './sourcesText'

const most = { records: 8, nearest: 3, differences: 5 }

/** A function has processed a record of a source, one that fits if a record is given. */
export const toHaveProcessed: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveProcessed(arn, record?)'
  requireArguments(signature, args, 1, 2)
  const arn = requireArn(signature, args[0])
  const sources = view.sources.filter((source) => arnFits(arn, source.arn))
  const done = sources.flatMap(({ messages }) => messages.done)
  const matching = args.length === 1 ? done : done.filter((message) => isMeant(args[1], message))
  const wanted = args.length === 1 ? [] : ['Expected record:', `  ${formatValue(args[1], { secrecy: eventSecrecy })}`]
  const withThis = args.length === 1 ? '' : ' like this'
  return {
    pass: matching.length > 0,
    message: () => {
      const source = String(arn)
      if (matching.length > 0)
        return failureText(
          view,
          `Records${withThis} of ${source} that were processed: ${matching.length}, expected none.`,
          list(matching),
        )
      if (sources.length === 0) return failureText(view, `There is no event source ${source}.`, wanted, sourcesText(view.sources))
      if (done.length === 0) return failureText(view, `Nothing of ${source} was processed.`, wanted, whereabouts(sources))
      const title = `Records of ${source} that were processed: ${done.length}, none${withThis}.`
      return failureText(view, title, wanted, nearest(done, args[1]), whereabouts(sources))
    },
  }
}

/** A pattern means what the record carries, or the record as a whole. */
function isMeant(pattern: unknown, { data, record }: SourceMessage): boolean {
  return fits(patternFor(pattern, data), data) || fits(pattern, record)
}

/** Text that happens to be JSON may also be meant as it stands. */
function patternFor(pattern: unknown, data: unknown): unknown {
  return pattern === data ? pattern : eventPattern(pattern)
}

function missing(pattern: unknown, { data, record }: SourceMessage): readonly Difference[] {
  const [ofData, ofRecord] = [differences(patternFor(pattern, data), data), differences(pattern, record)]
  return ofRecord.length < ofData.length ? ofRecord : ofData
}

function list(messages: readonly SourceMessage[]): Block {
  const left = messages.length - most.records
  return ['Processed:', ...messages.slice(0, most.records).map(line), ...(left > 0 ? [`  … and ${left} more`] : [])]
}

function line({ data, functionName, attempts }: SourceMessage): string {
  const often = attempts > 1 ? `, received ${times(attempts)}` : ''
  return `  ${formatValue(data, { limit: 110, secrecy: eventSecrecy })} (${functionName}${often})`
}

/** The records that come closest, with the places in which they differ. */
function nearest(done: readonly SourceMessage[], pattern: unknown): Block {
  const misses = nearestCalls(done, (message) => missing(pattern, message))
  return [
    misses.length === 1 ? 'Processed:' : `Nearest of ${misses.length}:`,
    ...misses
      .slice(0, most.nearest)
      .flatMap(({ call, differences: found }) => [
        line(call),
        ...found.slice(0, most.differences).map((difference) => `     ${differenceText(difference, 'the record', eventSecrecy)}`),
        ...(found.length > most.differences ? [`     … and ${found.length - most.differences} more differences`] : []),
      ]),
  ]
}
