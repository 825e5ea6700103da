import { logicalCalls } from '../journal/logicalCalls'
import { requireOperation } from '../usage/requireOperation'
import { UsageError } from '../errors/usageError'
import { requireArguments, requireInputPattern, requirePosition } from './checkedArguments'
import { callList, failureText, missLines, times } from './failureText'
import type { MatcherFunction } from './matcherResult'
import { expectedBlock, soughtCommand, unwantedBlock } from './sought'

/** Of all commands that clients sent, the n-th, from 1, was this one with an input that fits. */
export const toHaveReceivedNthCommandWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedNthCommandWith(n, Command, input)'
  requireArguments(signature, args, 3, 3)
  const position = requirePosition(signature, args[0])
  const operation = requireOperation(args[1], signature)
  const sought = soughtCommand(view, operation, { pattern: requireInputPattern(signature, args[2]) }, signature)
  const all = logicalCalls(view.calls)
  const call = all[position - 1]
  const pass = call?.operation === operation && sought.fits(call)
  return {
    pass,
    message: () => {
      const list = callList('Commands:', all)
      if (call === undefined)
        return failureText(view, `${commands(all.length)}: there is no number ${position}.`, expectedBlock(sought), list)
      if (pass)
        return failureText(
          view,
          `Command number ${position} is ${operation} with this input, expected another.`,
          unwantedBlock(sought),
          list,
        )
      if (call.operation !== operation) {
        return failureText(
          view,
          `Command number ${position} is ${call.operation}, expected ${operation}.`,
          expectedBlock(sought),
          list,
        )
      }
      const evidence = missLines(call, position, sought.differences(call), sought)
      return failureText(view, `Command number ${position} is ${operation}, but not with this input.`, expectedBlock(sought), [
        'Received:',
        ...evidence,
      ])
    },
  }
}

/** Clients sent any command at all. */
export const toHaveReceivedAnyCommand: MatcherFunction = (view, ...args) => {
  requireArguments('toHaveReceivedAnyCommand()', args, 0, 0, 'To look for one command there is toHaveReceivedCommand(Command).')
  const all = logicalCalls(view.calls)
  return {
    pass: all.length > 0,
    message: () =>
      failureText(
        view,
        `${commands(all.length)}, expected ${all.length > 0 ? 'none' : 'at least one'}.`,
        callList('Commands:', all),
      ),
  }
}

/** Clients sent no commands but these, each of which may have been sent any number of times or never. */
export const toHaveReceivedNoOtherCommands: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedNoOtherCommands(Commands?)'
  requireArguments(signature, args, 0, 1)
  const listed: unknown = args.length === 0 ? [] : args[0]
  if (!Array.isArray(listed)) throw new UsageError(`${signature} takes an array of Command classes, such as [InvokeCommand].`)
  const allowed = new Set(listed.map((command) => requireOperation(command, signature)))
  const all = logicalCalls(view.calls)
  const others = all.filter(({ operation }) => !allowed.has(operation))
  const names = allowed.size === 0 ? '' : ` besides ${[...allowed].join(', ')}`
  return {
    pass: others.length === 0,
    message: () => {
      if (others.length > 0) {
        const title = `Other commands were received ${times(others.length)}${names}, expected none.`
        return failureText(view, title, callList('Others:', others, all))
      }
      return failureText(view, `No commands were received${names}, expected others.`, callList('Commands:', all))
    },
  }
}

function commands(count: number): string {
  return count === 1 ? '1 command was received' : `${count === 0 ? 'No' : count} commands were received`
}
