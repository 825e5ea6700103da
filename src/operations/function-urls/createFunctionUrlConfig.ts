import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionUrlRecord } from '../../state/functionUrlRecord'
import { qualified, referTo } from '../functions/function'
import { operation } from '../operation'
import { describeUrl, requireUrlOwner } from './functionUrl'

/**
 * CreateFunctionUrlConfig: an HTTP address for $LATEST or for an alias, one each.
 * Refuses in this order: an unknown function or alias, a URL that is there already, a function with tenant isolation. A version cannot
 * have one: the model's pattern refuses it.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html
 */
export const createFunctionUrlConfig = operation('CreateFunctionUrlConfig', (input, { region, ids, clock }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireUrlOwner(region, reference)
  const { qualifier } = reference
  if (fn.urls.has(qualifier ?? '$LATEST')) {
    throw new ServiceError(
      'ResourceConflictException',
      `Failed to create function url config for [functionArn = ${qualified(fn.arn, qualifier)}]. ` +
        'Error message:  FunctionUrlConfig exists for this Lambda function',
    )
  }
  if (fn.latest.configuration.tenancyConfig !== undefined) {
    throw invalidParameter('Function URLs are not supported with tenant isolation.') // documented, the text is not recorded
  }
  const now = clock.now()
  const url: FunctionUrlRecord = {
    qualifier,
    id: ids.token(32),
    authType: input.AuthType,
    cors: input.Cors,
    invokeMode: input.InvokeMode ?? 'BUFFERED',
    created: now,
    lastModified: now,
  }
  fn.urls.set(qualifier ?? '$LATEST', url)
  const { LastModifiedTime: _, ...config } = describeUrl(region, fn, url)
  // The default mode shows later, but not here (recorded).
  return { ...config, InvokeMode: input.InvokeMode }
})
