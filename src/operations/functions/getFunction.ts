import type { FunctionCodeLocation } from '../../model/api'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import { codeLink, resolvedObject } from '../code/codeLink'
import { operation, type OperationContext } from '../operation'
import { describeFunction } from './describeFunction'
import { referTo, requireFunction, requireTarget } from './function'

/**
 * GetFunction: configuration, where the code can be fetched from, tags and reserved concurrency.
 * Tags and concurrency are the function's, and show for it unqualified only: of a version "only details that are specific to that
 * version are returned".
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
 */
export const getFunction = operation('GetFunction', (input, context) => {
  const { region } = context
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireFunction(region, reference)
  const { version } = requireTarget(fn, reference.qualifier)
  const isWhole = reference.qualifier === undefined
  return {
    Configuration: describeFunction(region, fn, version, reference.qualifier),
    Code: codeLocation(fn, version, context),
    Tags: isWhole && fn.tags.size > 0 ? Object.fromEntries(fn.tags) : undefined,
    Concurrency:
      isWhole && fn.reservedConcurrency !== undefined ? { ReservedConcurrentExecutions: fn.reservedConcurrency } : undefined,
  }
})

/** A presigned link that is good for ten minutes, or the image. */
function codeLocation(fn: FunctionRecord, { code }: VersionRecord, context: OperationContext): FunctionCodeLocation {
  if (code.imageUri !== undefined) {
    const [repository] = code.imageUri.split(/[@]|:(?=[^/]*$)/)
    return { RepositoryType: 'ECR', ImageUri: code.imageUri, ResolvedImageUri: `${repository}@sha256:${code.sha256}` }
  }
  return {
    RepositoryType: 'S3',
    Location: codeLink(context, 'tasks', fn.name, code),
    ResolvedS3Object: code.s3 && resolvedObject(code.s3),
    SourceKMSKeyArn: code.kmsKeyArn,
  }
}
