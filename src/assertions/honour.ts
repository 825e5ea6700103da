import { requireArguments } from './checkedArguments'
import { failureText } from './failureText'
import type { MatcherFunction } from './matcherResult'

/** Nothing broke the contract, and each of its examples was gone through by some test. */
export const toHonour: MatcherFunction = (view, ...args) => {
  requireArguments('toHonour(contract)', args, 1, 1)
  const { breaches, unexercised } = view.honoured(args[0])
  return {
    pass: breaches.length === 0 && unexercised.length === 0,
    message: () => {
      const { name } = args[0] as { readonly name: string }
      if (breaches.length + unexercised.length === 0)
        return failureText(view, `The contract ${name} was honoured, and was expected not to be.`)
      const missing = unexercised.map((example) => `  ${example}`)
      return failureText(
        view,
        breaches.length > 0 ? `The contract ${name} was broken.` : `The contract ${name} has examples that no test exercised.`,
        ...breaches.map((breach) => breach.split('\n')),
        missing.length === 0 ? [] : ['Examples that no test exercised:', ...missing],
      )
    },
  }
}
