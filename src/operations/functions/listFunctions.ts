import { page } from '../../state/page'
import { operation } from '../operation'
import { describeInList } from './describeFunction'

/**
 * ListFunctions: at most 50 a page, whatever MaxItems asks for. `FunctionVersion: 'ALL'` lists published versions too,
 * each under its qualified ARN.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
 */
export const listFunctions = operation('ListFunctions', (input, { region }) => {
  const all = input.FunctionVersion === 'ALL'
  const functions = [...region.functions.values()]
  const versions = functions.flatMap((fn) =>
    all ? [fn.latest, ...fn.versions.values()].map((version) => ({ fn, version })) : [{ fn, version: fn.latest }],
  )
  const { items, nextMarker } = page({ name: 'ListFunctions', items: versions, most: 50 }, input)
  return {
    NextMarker: nextMarker,
    Functions: items.map(({ fn, version }) => describeInList(fn, version, all ? version.version : undefined)),
  }
})
