import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { UpdateFunctionConfigurationRequest } from '../../model/api'
import { shapes } from '../../model/shapes'

type Checked = Pick<
  UpdateFunctionConfigurationRequest,
  | 'Runtime'
  | 'SnapStart'
  | 'Timeout'
  | 'MemorySize'
  | 'EphemeralStorage'
  | 'Environment'
  | 'CapacityProviderConfig'
  | 'FileSystemConfigs'
>

/** What AWS refuses in a function's configuration beyond the constraints of its model. */
export function requireValidConfiguration(input: Checked): void {
  requireRuntime(input.Runtime)
  requireSnapshots(input)
  requireOrdinaryLimits(input)
  requireFileSystems(input.FileSystemConfigs)
  requireEnvironment(input.Environment?.Variables)
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_FileSystemConfig.html; the text is not recorded. */
function requireFileSystems(configs: Checked['FileSystemConfigs'] = []): void {
  for (const { Arn, S3FilesConfig } of configs) {
    if (S3FilesConfig === undefined || /^arn:[^:]*:s3files:/.test(Arn)) continue
    throw invalidParameter(`S3FilesConfig is only supported for Amazon S3 Files access points, not for ${Arn}.`)
  }
}

/** The runtimes that AWS lists when it refuses one, in its own order (recorded in November 2025). */
const listedRuntimes =
  'nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x, java25, python3.10, python3.11, java21, ' +
  'ruby3.3, ruby3.4, ruby3.2, python3.8, python3.9, java17, nodejs16.x, dotnet10, dotnet8, java11, dotnet6, nodejs18.x, provided.al2, java8.al2'

/** Every runtime of the model is taken, retired ones too; AWS would refuse those on creation. */
function requireRuntime(runtime: string | undefined): void {
  const known = shapes.Runtime
  if (runtime === undefined || (known?.type === 'string' && known.enum?.includes(runtime))) return
  throw invalidParameter(
    `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${listedRuntimes}] or be a valid ARN`,
  )
}

/** https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html says which managed runtimes can start from a snapshot. */
const snapStartRuntimes = /^(java[12]\d|python3\.1[2-9]|dotnet(8|1\d))$/

/** The text for the others is the best that is known, not a recording. */
function requireSnapshots({ Runtime, SnapStart }: Checked): void {
  if (SnapStart?.ApplyOn !== 'PublishedVersions' || Runtime === undefined || snapStartRuntimes.test(Runtime)) return
  throw invalidParameter(`${Runtime} is not supported for SnapStart enabled functions.`)
}

/** The model's maxima are those of functions on managed instances; all others have the older, smaller ones. */
function requireOrdinaryLimits({ Timeout, MemorySize, EphemeralStorage, CapacityProviderConfig }: Checked): void {
  if (CapacityProviderConfig !== undefined) return
  if ((Timeout ?? 0) > 900) throw tooLarge('timeout', Timeout!, 900)
  if ((EphemeralStorage?.Size ?? 0) > 10_240) throw tooLarge('ephemeralStorage.size', EphemeralStorage!.Size, 10_240)
  if ((MemorySize ?? 0) > 10_240) {
    throw invalidParameter(`'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to 10240`)
  }
}

function tooLarge(path: string, value: number, most: number): ServiceError {
  return new ServiceError(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: Member must have value less than or equal to ${most}`,
  )
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reservedVariables = new Set(
  (
    '_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME AWS_LAMBDA_FUNCTION_MEMORY_SIZE ' +
    'AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY ' +
    'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR'
  ).split(' '),
)

function requireEnvironment(variables: Readonly<Record<string, string>> | undefined): void {
  if (variables === undefined) return
  const reserved = Object.keys(variables).filter((name) => reservedVariables.has(name))
  if (reserved.length > 0) {
    throw invalidParameter(
      'Lambda was unable to configure your environment variables because the environment variables you have provided contains ' +
        `reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    )
  }
  const measured = JSON.stringify(variables)
  if (Buffer.byteLength(measured) > 4096) {
    throw invalidParameter(
      'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded ' +
        `the 4KB limit. String measured: ${measured}`,
    )
  }
}
