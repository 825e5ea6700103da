import { page } from '../../state/page'
import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { describeAlias } from './alias'

/**
 * ListAliases: at most 50 a page, whatever MaxItems asks for. FunctionVersion keeps the aliases that point to that version;
 * one that only shifts a share of its traffic there is not among them (not recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html
 */
export const listAliases = operation('ListAliases', (input, { region }) => {
  const { FunctionVersion: version } = input
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  const aliases = [...fn.aliases.values()].filter((alias) => version === undefined || alias.version === version)
  const { items, nextMarker } = page(
    { name: `ListAliases ${fn.name} ${version ?? ''}`, items: aliases, most: 50, keyOf: ({ name }) => name },
    input,
  )
  return { NextMarker: nextMarker, Aliases: items.map((alias) => describeAlias(fn, alias)) }
})
