import { invalidParameter } from '../../errors/invalidParameter'
import type { AddPermissionRequest } from '../../model/api'
import type { PolicyStatement } from '../../state/policyRecord'

/**
 * The statement that AWS builds from a permission, its members in AWS's order.
 * Refuses in this order: a principal that is none, FunctionUrlAuthType for another action.
 * @param resource ARN of what the permission is for
 */
export function newStatement(input: AddPermissionRequest, resource: string): PolicyStatement {
  const principal = principalOf(input.Principal, resource)
  // Not recorded.
  if (input.FunctionUrlAuthType !== undefined && input.Action !== 'lambda:InvokeFunctionUrl') {
    throw invalidParameter('FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action')
  }
  const condition = conditionOf(input)
  return {
    Sid: input.StatementId,
    Effect: 'Allow',
    Principal: principal,
    Action: input.Action,
    Resource: resource,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  }
}

/** A service, an account, somebody of IAM's, or everybody. Which services there are, only AWS knows. */
function principalOf(principal: string, resource: string): unknown {
  const partition = resource.split(':')[1]!
  if (principal === '*') return '*'
  // Alexa's services are the ones under amazon.com.
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazon(aws)?\.com(\.cn)?$/.test(principal)) return { Service: principal }
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:${partition}:iam::${principal}:root` }
  if (/^arn:aws[a-zA-Z-]*:(iam|sts)::\d{12}:./.test(principal)) return { AWS: principal }
  throw invalidParameter('The provided principal was invalid. Please check the principal and try again.')
}

function conditionOf(input: AddPermissionRequest): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const equals = present({
    'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType,
    'aws:PrincipalOrgID': input.PrincipalOrgID,
    'AWS:SourceAccount': input.SourceAccount,
    'lambda:EventSourceToken': input.EventSourceToken,
  })
  return {
    ...(equals && { StringEquals: equals }),
    ...(input.SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': input.SourceArn } }),
    ...(input.InvokedViaFunctionUrl !== undefined && {
      Bool: { 'lambda:InvokedViaFunctionUrl': String(input.InvokedViaFunctionUrl) },
    }),
  }
}

function present(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> | undefined {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}
