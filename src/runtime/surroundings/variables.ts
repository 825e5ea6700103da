import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'

/**
 * The environment variables of a function: Lambda's own and those of its configuration. Credentials are made up, and only where
 * this process has none: those that a test has set, for a local DynamoDB say, are the ones that count.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function variablesOf(
  fn: FunctionRecord,
  { version, configuration }: Pick<VersionRecord, 'version' | 'configuration'>,
  logStream: string,
  outside: NodeJS.ProcessEnv,
): Record<string, string> {
  const { runtime, handler = 'index.handler', loggingConfig, memorySize, environment } = configuration
  const [, , , region = ''] = fn.arn.split(':')
  return {
    // As a variable only: dates are in the time zone of this process.
    TZ: ':UTC',
    ...environment,
    ...(outside.AWS_ACCESS_KEY_ID ? {} : credentials),
    ...(runtime === undefined || runtime.startsWith('provided') ? {} : { AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}` }),
    ...(loggingConfig.LogFormat === 'JSON' ? logSettings(loggingConfig.ApplicationLogLevel) : {}),
    _HANDLER: handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: loggingConfig.LogGroup ?? `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    LAMBDA_TASK_ROOT: '/var/task',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
  }
}

const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'lambdouble',
  AWS_SESSION_TOKEN: 'lambdouble',
}

function logSettings(level = 'INFO'): Record<string, string> {
  return { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: level }
}
