import { nearest } from '../../errors/nearest'
import { UsageError } from '../../errors/usageError'
import type { Terminal } from '../command'
import type { Arguments, OptionKinds } from '../readArguments'

/** The options of `lambdouble serve`. */
export const serveOptions = {
  port: 'value',
  host: 'value',
  account: 'value',
  region: 'value',
  'function-states': 'value',
  's3-root': 'value',
  watch: 'flag',
  state: 'value',
  'sqs-endpoint': 'value',
  'kinesis-endpoint': 'value',
  verbose: 'flag',
} as const satisfies OptionKinds

export interface ServeChoices {
  readonly source: string | undefined
  readonly port: number
  readonly host: string
  readonly accountId: string
  readonly region: string
  readonly functionStates: 'settled' | 'staged'
  readonly s3Root: string | undefined
  readonly watch: boolean
  readonly state: string | undefined
  /** Addresses of real engines, by service. */
  readonly engines: Readonly<Record<'sqs' | 'kinesis', string | undefined>>
  readonly verbose: boolean
}

/** Checks what was given, and fills in the rest. Throws a UsageError that names the option. */
export function readServeOptions(
  options: Arguments<typeof serveOptions>['options'],
  [source, ...others]: readonly string[],
  { env }: Pick<Terminal, 'env'>,
): ServeChoices {
  if (others.length > 0) throw new UsageError(`lambdouble serve takes one configuration or template; what is '${others[0]}'?`)
  const { account: accountId = '123456789012', region = env.AWS_REGION || 'us-east-1', port = '9001' } = options
  const functionStates = options['function-states'] ?? 'settled'
  if (!/^\d{12}$/.test(accountId)) throw new UsageError(`--account ${accountId} is no account: give twelve digits.`)
  if (!/^[a-z]{2,}(?:-[a-z]+)+-\d$/.test(region))
    throw new UsageError(`--region ${region} is no region: give one such as eu-central-1.`)
  if (functionStates !== 'settled' && functionStates !== 'staged') {
    const close = nearest(functionStates, ['settled', 'staged'])
    throw new UsageError(
      `--function-states ${functionStates} is neither settled nor staged.${close ? ` Did you mean ${close}?` : ''}`,
    )
  }
  return {
    source,
    port: portOf(port),
    host: options.host ?? '127.0.0.1',
    accountId,
    region,
    functionStates,
    s3Root: options['s3-root'],
    watch: options.watch ?? false,
    state: options.state,
    engines: { sqs: options['sqs-endpoint'], kinesis: options['kinesis-endpoint'] },
    verbose: options.verbose ?? false,
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port ${text} is no port: give a number from 0 to 65535.`)
}
