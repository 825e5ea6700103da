import { callList, failureText, happened, missLines, nearestList, times, type Block } from './failureText'
import type { MatcherResult } from './matcherResult'
import { expectedBlock, unwantedBlock, type Sought } from './sought'

/** At least one of the calls is as expected. */
export function occurs(sought: Sought): MatcherResult {
  const { view, name, verb, what, calls, surroundings } = sought
  const matching = calls.filter(sought.fits)
  const withThis = sought.expected === undefined ? '' : ` with this ${what}`
  return {
    pass: matching.length > 0,
    message: () => {
      if (matching.length > 0) {
        const title = `${name} was ${verb} ${times(matching.length)}${withThis}, expected never.`
        return failureText(view, title, unwantedBlock(sought), matchingList(matching, calls))
      }
      if (calls.length === 0) return failureText(view, `${name} was never ${verb}.`, expectedBlock(sought), surroundings)
      return failureText(
        view,
        `${name} was ${verb} ${times(calls.length)}, but never${withThis}.`,
        expectedBlock(sought),
        nearestList(calls, sought),
      )
    },
  }
}

/** There are exactly so many calls, whatever they carried. */
export function occursTimes({ view, name, verb, calls, surroundings }: Sought, count: number): MatcherResult {
  const pass = calls.length === count
  return {
    pass,
    message: () => {
      const title = `${happened(name, verb, calls.length)}, expected ${pass ? 'any other number' : times(count)}.`
      return failureText(view, title, calls.length === 0 ? surroundings : callList('Calls:', calls))
    },
  }
}

/** There is exactly one call, and it is as expected. */
export function occursOnceWith(sought: Sought): MatcherResult {
  const { view, name, verb, what, calls, surroundings } = sought
  const pass = calls.length === 1 && sought.fits(calls[0]!)
  return {
    pass,
    message: () => {
      if (pass)
        return failureText(
          view,
          `${name} was ${verb} once and with this ${what}, expected otherwise.`,
          unwantedBlock(sought),
          matchingList(calls, calls),
        )
      if (calls.length === 0)
        return failureText(view, `${name} was never ${verb}, expected once.`, expectedBlock(sought), surroundings)
      const title =
        calls.length === 1
          ? `${name} was ${verb} once, but not with this ${what}.`
          : `${name} was ${verb} ${times(calls.length)}, expected once and with this ${what}.`
      return failureText(
        view,
        title,
        expectedBlock(sought),
        calls.length === 1 ? nearestList(calls, sought) : callList('Calls:', calls),
      )
    },
  }
}

/** The call at this position, from 1, or the last one, is as expected. */
export function occursAtWith(sought: Sought, position: number | 'last'): MatcherResult {
  const { view, name, verb, what, calls, surroundings } = sought
  const number = position === 'last' ? calls.length : position
  const call = calls[number - 1]
  const pass = call !== undefined && sought.fits(call)
  const which = position === 'last' ? 'The last' : `Number ${position}`
  const some = calls.length === 1 ? '' : 's'
  const among = verb === 'invoked' ? `${calls.length} invocation${some} of ${name}` : `${calls.length} ${name} command${some}`
  return {
    pass,
    message: () => {
      if (calls.length === 0) return failureText(view, `${name} was never ${verb}.`, expectedBlock(sought), surroundings)
      if (call === undefined) {
        const title = `${name} was ${verb} ${times(calls.length)}: there is no number ${number}.`
        return failureText(view, title, expectedBlock(sought), callList('Calls:', calls))
      }
      if (pass)
        return failureText(
          view,
          `${which} of ${among} carried this ${what}, expected another.`,
          unwantedBlock(sought),
          matchingList([call], calls),
        )
      const others = calls.flatMap((other, index): Block =>
        other !== call && sought.fits(other) ? [`Number ${index + 1} carries it.`] : [],
      )
      const title = `${which} of ${among} does not carry this ${what}.`
      return failureText(
        view,
        title,
        expectedBlock(sought),
        ['Received:', ...missLines(call, number, sought.differences(call), sought)],
        others.slice(0, 1),
      )
    },
  }
}

function matchingList(matching: Sought['calls'], calls: Sought['calls']): Block {
  return callList(matching.length === 1 ? 'The call:' : 'The calls:', matching, calls)
}
