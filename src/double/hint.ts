import { nearest } from '../errors/nearest'
import type { ServiceError } from '../errors/serviceError'
import { parseFunctionName } from '../state/functionName'
import type { RegionState } from '../state/regionState'
import type { World } from '../state/world'

/** Why a function may not have been found: it is in another region, or its name is nearly another's. */
export function hintFor(
  world: World,
  region: RegionState,
  error: ServiceError,
  input: Readonly<Record<string, unknown>>,
): string | undefined {
  if (error.name !== 'ResourceNotFoundException' || typeof input.FunctionName !== 'string') return undefined
  const name = parseFunctionName(input.FunctionName)?.name
  if (name === undefined || region.functions.has(name)) return undefined
  for (const other of world.all()) {
    if (other !== region && other.functions.has(name)) {
      return `'${name}' exists in ${other.region} of account ${other.accountId}; the call went to ${region.region} of ${region.accountId}.`
    }
  }
  const known = [...region.functions.keys()]
  const close = nearest(name, known)
  if (close !== undefined) return `There is no function '${name}'. Did you mean '${close}'?`
  if (known.length === 0) return `No function was created. Seed it: lambda.function('${name}', async (event) => ...).`
  return `There is no function '${name}'. There are: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', ...' : ''}.`
}
