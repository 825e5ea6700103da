import { page } from '../../state/page'
import { describeInList } from '../functions/describeFunction'
import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'

/**
 * ListVersionsByFunction: $LATEST first, then the published versions, each under its qualified ARN; at most 50 a page,
 * whatever MaxItems asks for. A qualifier in the name makes no difference (not recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html
 */
export const listVersionsByFunction = operation('ListVersionsByFunction', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  const versions = [fn.latest, ...fn.versions.values()]
  const { items, nextMarker } = page(
    { name: `ListVersionsByFunction ${fn.name}`, items: versions, most: 50, keyOf: ({ version }) => version },
    input,
  )
  return {
    NextMarker: nextMarker,
    Versions: items.map((version) => describeInList(fn, version, version.version)),
  }
})
