import type { SourceView } from '../runtime/event-sources/sourceMessages'
import type { Block } from './failureText'

const most = 8

/** The sources that there are, for a reader who looked for another. */
export function sourcesText(sources: readonly SourceView[]): Block {
  if (sources.length === 0) return ['Nothing was sent to any. Make one: lambda.eventSource(arn).send(...).']
  const left = sources.length - most
  return ['There are:', ...sources.slice(0, most).map(({ arn }) => `  ${arn}`), ...(left > 0 ? [`  … and ${left} more`] : [])]
}

/** Where the records of sources are, and why those that ended did so. */
export function whereabouts(sources: readonly SourceView[]): Block {
  const lines = sources.flatMap(({ messages, batches }) => {
    const counts = (Object.keys(messages) as (keyof typeof messages)[])
      .filter((place) => messages[place].length > 0)
      .map((place) => `${messages[place].length} ${places[place]}`)
    const reasons = [...messages.dead, ...messages.onFailure, ...messages.discarded].map(({ reason }) => reason)
    const errors = batches.map(({ error }) => error)
    return [
      `  ${counts.length === 0 ? 'It has had none.' : counts.join(', ')}`,
      ...[...new Set([...reasons, ...errors])]
        .filter((text) => text !== undefined)
        .slice(0, 3)
        .map((text) => `  ${text}`),
    ]
  })
  const waiting = sources.some(({ messages }) => messages.visible.length + messages.delayed.length + messages.inFlight.length > 0)
  const hint = waiting ? ['Batches and retries wait for the clock: await lambda.settled() first.'] : []
  return ['Records:', ...lines, ...hint]
}

const places = {
  visible: 'to be received',
  delayed: 'delayed',
  inFlight: 'in flight',
  done: 'processed',
  dead: 'in the dead-letter queue',
  onFailure: 'at the failure destination',
  discarded: 'discarded',
}
