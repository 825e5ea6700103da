import { formatDelivery } from '../journal/formatDelivery'
import { nearestCalls } from '../journal/nearestCalls'
import { arnFits } from '../matching/arnFits'
import { eventPattern } from '../matching/eventPattern'
import { differences, fits } from '../matching/fits'
import { formatValue } from '../matching/formatValue'
import type { Delivery } from '../runtime/destinations/delivery'
import { eventSecrecy } from '../usage/secrets'
import { requireArguments, requireArn } from './checkedArguments'
import { differenceText } from './differenceText'
import { failureText, times, type Block } from './failureText'
import type { MatcherFunction } from './matcherResult'

const most = { deliveries: 8, nearest: 3, differences: 5 }

/** Something arrived at a destination or dead-letter target, with this record if one is given. */
export const toHaveDelivered: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveDelivered(arn, record?)'
  requireArguments(signature, args, 1, 2)
  const arn = requireArn(signature, args[0])
  const there = view.deliveries.filter((delivery) => arnFits(arn, delivery.arn))
  const matching = there.filter(
    (delivery) => delivery.error === undefined && (args.length === 1 || fits(patternFor(args[1], delivery), delivery.record)),
  )
  const wanted = args.length === 1 ? [] : ['Expected record:', `  ${formatValue(args[1], { secrecy: eventSecrecy })}`]
  const withThis = args.length === 1 ? '' : ' with this record'
  return {
    pass: matching.length > 0,
    message: () => {
      const target = String(arn)
      if (matching.length > 0) {
        const title = `Deliveries to ${target}${withThis}: ${matching.length}, expected none.`
        return failureText(view, title, list('Delivered:', matching))
      }
      if (there.length === 0) return failureText(view, `Nothing was delivered to ${target}.`, wanted, elsewhere(view.deliveries))
      const title = `Deliveries to ${target}: ${there.length}, none${withThis || ' that arrived'}.`
      return failureText(view, title, wanted, args.length === 1 ? list('Lost:', there) : nearest(there, args[1]))
    },
  }
}

/** Text that happens to be JSON may also be meant as it stands. */
function patternFor(pattern: unknown, { record }: Delivery): unknown {
  return pattern === record ? pattern : eventPattern(pattern)
}

function list(title: string, deliveries: readonly Delivery[]): Block {
  const left = deliveries.length - most.deliveries
  return [
    title,
    ...deliveries.slice(0, most.deliveries).map((delivery) => `  ${formatDelivery(delivery)}`),
    ...(left > 0 ? [`  … and ${left} more`] : []),
  ]
}

function elsewhere(deliveries: readonly Delivery[]): Block {
  const hint = 'Retries and what comes of them wait for the clock: await lambda.settled() first.'
  if (deliveries.length === 0) return ['Nothing was delivered at all.', hint]
  return list(`Delivered elsewhere ${times(deliveries.length)}:`, deliveries)
}

/** The deliveries that come closest, with the places in which they differ. */
function nearest(deliveries: readonly Delivery[], pattern: unknown): Block {
  const misses = nearestCalls(deliveries, (delivery) => differences(patternFor(pattern, delivery), delivery.record))
  return [
    misses.length === 1 ? 'Delivered:' : `Nearest of ${misses.length}:`,
    ...misses
      .slice(0, most.nearest)
      .flatMap(({ call: delivery, differences: found }) => [
        `  ${formatDelivery(delivery)}`,
        ...found.slice(0, most.differences).map((difference) => `     ${differenceText(difference, 'the record', eventSecrecy)}`),
        ...(found.length > most.differences ? [`     … and ${found.length - most.differences} more differences`] : []),
      ]),
  ]
}
