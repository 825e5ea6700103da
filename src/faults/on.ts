import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import { requireInputMembers, requirePattern } from '../usage/requireMembers'
import { requireOperation } from '../usage/requireOperation'
import { inputSecrecy } from '../usage/secrets'
import { createRuleBuilder } from './createRuleBuilder'
import type { On } from './ruleBuilder'
import type { RuleBook } from './ruleBook'

export function createOn(rules: () => RuleBook): On {
  const on = ((target: unknown, match?: unknown, strict: unknown = false) => {
    const operation = target === '*' ? '*' : requireOperation(target, 'lambda.on')
    const secrecy = operation === '*' ? undefined : inputSecrecy(operation)
    const written = match === undefined ? '' : `, ${formatValue(match, { limit: 80, secrecy })}`
    const text = `on('${operation}'${written}${strict === true ? ', true' : ''})`
    if (operation === '*') requirePattern(match, `lambda.${text}`)
    else requireInputMembers(operation, match, `lambda.${text}`)
    if (typeof strict !== 'boolean')
      throw new UsageError(`lambda.${text} takes true, for an input with no other members, as its third argument.`)
    return createRuleBuilder(rules().rule(operation, match, text, strict), on)
  }) as On
  return on
}
