import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { nodeVersion } from './codeFolders'

/** What the environment variables of a worker follow from. */
export interface VariableSource {
  readonly region: RegionState
  readonly fn: FunctionRecord
  readonly version: VersionRecord
  readonly logStream: string
  readonly root: string
}

/**
 * The environment variables of uploaded code: Lambda's own and the function's. Of this process's it gets PATH and the endpoint
 * of Lambda, so that an SDK client in it reaches the double; credentials are made up, so that none of the developer's is used.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function workerVariables({ region, fn, version, logStream, root }: VariableSource): Record<string, string> {
  const { configuration } = version
  const opt = `${root}/opt/nodejs`
  return {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: process.env.PATH ?? '',
    NODE_PATH: `${opt}/node${nodeVersion(configuration.runtime)}/node_modules:${opt}/node_modules`,
    ...endpoint(process.env),
    ...configuration.environment,
    AWS_REGION: region.region,
    AWS_DEFAULT_REGION: region.region,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'lambdouble',
    AWS_SESSION_TOKEN: 'lambdouble',
    AWS_EXECUTION_ENV: `AWS_Lambda_${configuration.runtime ?? 'nodejs'}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: version.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(configuration.memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: configuration.loggingConfig.LogGroup ?? `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    LAMBDA_TASK_ROOT: `${root}/var/task`,
    LAMBDA_RUNTIME_DIR: `${root}/var/runtime`,
    _HANDLER: configuration.handler ?? '',
  }
}

function endpoint({ AWS_ENDPOINT_URL_LAMBDA }: NodeJS.ProcessEnv): Record<string, string> {
  return AWS_ENDPOINT_URL_LAMBDA ? { AWS_ENDPOINT_URL_LAMBDA } : {}
}
