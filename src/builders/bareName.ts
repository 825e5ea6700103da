import { parseFunctionName } from '../state/functionName'

/** The name that CreateFunction would take from an ARN. What it would refuse is left as it is, so that it does. */
export function bareName(given: string, { region, accountId }: { readonly region: string; readonly accountId: string }): string {
  const parsed = parseFunctionName(given)
  const isHere = (parsed?.region ?? region) === region && (parsed?.accountId ?? accountId) === accountId
  return parsed !== undefined && parsed.qualifier === undefined && isHere ? parsed.name : given
}
