import { qualified, referTo } from '../functions/function'
import { operation } from '../operation'
import { noPolicy, policyText, requirePolicyHolder } from './policy'

/**
 * GetPolicy: the policy of a function, version or alias as a JSON text. The function's own does not count for its versions.
 * Whatever is missing, the function included, the answer is the same (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
 */
export const getPolicy = operation('GetPolicy', (input, { region }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = region.functions.get(reference.name)
  const policy = fn?.policies.get(qualified(reference.arn, reference.qualifier))
  if (fn === undefined || policy === undefined) throw noPolicy()
  return { Policy: policyText(policy), RevisionId: requirePolicyHolder(fn, reference).record.revisionId }
})
