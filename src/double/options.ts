import type { Settings } from '../state/settings'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import { kindOf } from '../matching/kindOf'
import { shown } from '../usage/readMembers'
import { isRegion } from '../usage/requireRegion'

/** A client of the SDK's, of any copy and version. */
interface SdkClient {
  readonly config: object
  send(...command: never[]): unknown
}
/** Whose calls a double takes over: a class of clients, a client, or several. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of the SDK's take nothing, or a configuration of their version
export type Clients = SdkClient | (abstract new (...configuration: any[]) => SdkClient) | readonly Clients[]

/** What `mockLambda(options)` takes. Everything has a default. */
export interface MockLambdaOptions {
  /** `LambdaClient` class or instances to take over. Default: the class resolved from the caller's installation. */
  readonly clients?: unknown
  /** Default: AWS_REGION, or us-east-1. */
  readonly region?: string
  /** Twelve digits. Default: 123456789012. */
  readonly accountId?: string
  /** 'virtual' (default): state transitions, retries, event ages and latencies cost no wall time. */
  readonly time?: 'virtual' | 'real'
  /** 'skip' (default): the SDK's retry loop runs for real, its sleeps are recorded but not slept. */
  readonly retryDelays?: 'skip' | 'real'
  /**
   * 'error' (default): a request that is no Lambda operation fails loudly and is remembered, and a function that was never created
   * is not found, as on AWS. 'passthrough': what an SDK client sends of that kind, and no rule speaks about, goes on to where the client
   * would have sent it, with its own credentials; `guard` lets that through. DeleteFunction of a real function is such a request too.
   */
  readonly onUnmatched?: 'error' | 'passthrough'
  /** Which connections of this process are refused: 'lambda' (default) those to real Lambda, 'aws', 'all' but loopback, or 'off'. */
  readonly guard?: 'lambda' | 'aws' | 'all' | 'off'
  /** Also an Invoke of a function that was never created fails `verify()`. Default: false. */
  readonly strict?: boolean
  /** Concurrent executions of the account. Default: 1000. */
  readonly accountConcurrency?: number
  /**
   * 'on' also holds every function to AWS's rates on the double's clock: ten synchronous requests a second for each concurrent
   * execution that it may have, and 1,000 new environments in ten seconds. Default: 'off'.
   */
  readonly rateLimits?: 'on' | 'off'
  /** How many calls are kept, and as many runs and deliveries; older ones are dropped and counted. Default: 10,000. */
  readonly journalLimit?: number
  /** Start of the virtual clock. Default: the real time. */
  readonly now?: Date | number | string
  /** 'scoped' (default): process.env shows the function's variables inside its handler only. */
  readonly environment?: 'scoped' | 'off'
  /** Seed of every random choice: ids, weights, probabilities. Default: a new one, shown when a test fails. */
  readonly seed?: number
  /** 'settled' (default): a state transition is over by the next request; 'staged': it takes time on the clock. */
  readonly functionStates?: 'settled' | 'staged'
  /** 'off' lets a handler run longer than its Timeout, for a debugger. Default: 'on'. */
  readonly timeouts?: 'on' | 'off'
  /**
   * 'run' runs uploaded code of functions without a handler of yours, if it is for Node.js: in a worker thread of this process,
   * with all of its rights, unpacked into a temporary folder. `guard` does not reach in there. Default: 'off'.
   */
  readonly uploadedCode?: 'off' | 'run'
  /** A folder that stands for S3: code by reference is read from `s3Root/bucket/key`, if `lambda.object(...)` knows nothing. */
  readonly s3Root?: string
}

/** The options with every default filled in. */
export interface ResolvedOptions {
  readonly clients: unknown
  readonly time: 'virtual' | 'real'
  readonly retryDelays: 'skip' | 'real'
  readonly onUnmatched: 'error' | 'passthrough'
  readonly guard: 'lambda' | 'aws' | 'all' | 'off'
  readonly journalLimit: number
  readonly now: number
  readonly seed: number
  readonly s3Root: string | undefined
  readonly settings: Settings
}

const choices: Readonly<Record<string, readonly string[]>> = {
  time: ['virtual', 'real'],
  retryDelays: ['skip', 'real'],
  onUnmatched: ['error', 'passthrough'],
  guard: ['lambda', 'aws', 'all', 'off'],
  environment: ['scoped', 'off'],
  functionStates: ['settled', 'staged'],
  timeouts: ['on', 'off'],
  rateLimits: ['on', 'off'],
  uploadedCode: ['off', 'run'],
}

interface Value {
  readonly fits: (value: unknown) => boolean
  /** What the message says of one that does not fit. */
  readonly fault: string
}
const whole: Value = {
  fits: (value) => Number.isInteger(value) && (value as number) >= 0,
  fault: 'needs a whole number, 0 or more',
}

/** What is no choice. `clients` is read where the door is opened. */
const values: Readonly<Record<string, Value | undefined>> = {
  clients: undefined,
  region: { fits: isRegion, fault: "needs a region, such as 'eu-west-1'" },
  accountId: {
    fits: (value) => typeof value === 'string' && /^\d{12}$/.test(value),
    fault: "needs an account of twelve digits as text, such as '123456789012'",
  },
  strict: { fits: (value) => typeof value === 'boolean', fault: 'needs true or false' },
  accountConcurrency: whole,
  journalLimit: whole,
  now: { fits: isTime, fault: 'is no point in time: give a Date, epoch milliseconds or an ISO date' },
  seed: whole,
  s3Root: { fits: (value) => typeof value === 'string' && value !== '', fault: 'needs the path of a folder' },
}

/** The options of every door's mockLambda. */
export const optionNames: readonly string[] = [...Object.keys(choices), ...Object.keys(values)]

/** Reads what mockLambda was given: options, or a client or class as short for `{ clients }`. */
export function resolveOptions(given: MockLambdaOptions | Clients = {}): ResolvedOptions {
  if (!['object', 'function', 'array'].includes(kindOf(given)))
    throw new UsageError(`mockLambda(...) takes options, a LambdaClient class or a client, not ${shown(given)}.`)
  const options: MockLambdaOptions = isClients(given) ? { clients: given } : given
  requireKnown(options)
  return {
    clients: options.clients,
    time: options.time ?? 'virtual',
    retryDelays: options.retryDelays ?? 'skip',
    onUnmatched: options.onUnmatched ?? 'error',
    guard: options.guard ?? 'lambda',
    journalLimit: options.journalLimit ?? 10_000,
    now: options.now === undefined ? Date.now() : new Date(options.now).getTime(),
    s3Root: options.s3Root,
    seed: options.seed ?? Math.floor(Math.random() * 4_294_967_296),
    settings: {
      accountId: options.accountId ?? '123456789012',
      region: options.region ?? (process.env.AWS_REGION || 'us-east-1'),
      functionStates: options.functionStates ?? 'settled',
      accountConcurrency: options.accountConcurrency ?? 1000,
      rateLimits: options.rateLimits ?? 'off',
      timeouts: options.timeouts ?? 'on',
      environment: options.environment ?? 'scoped',
      strict: options.strict ?? false,
      uploadedCode: options.uploadedCode ?? 'off',
    },
  }
}

/** A class, a client, or a list of them; recognised by what they can do, since the SDK may be another copy. */
function isClients(given: MockLambdaOptions | Clients): given is Clients {
  return typeof given === 'function' || Array.isArray(given) || typeof (given as { send?: unknown }).send === 'function'
}

function requireKnown(options: MockLambdaOptions): void {
  const known = optionNames
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      const close = nearest(name, known)
      throw new UsageError(
        `mockLambda has no option '${name}'.${close ? ` Did you mean '${close}'?` : ` It has: ${known.join(', ')}.`}`,
      )
    }
    if (value === undefined) continue
    const written = () => `mockLambda({ ${name}: ${formatValue(value, { limit: 60 })} })`
    const allowed = choices[name]
    if (allowed && !allowed.includes(value as string))
      throw new UsageError(`${written()} is none of: ${allowed.map((each) => `'${each}'`).join(', ')}.`)
    const wanted = values[name]
    if (wanted?.fits(value) === false) throw new UsageError(`${written()} ${wanted.fault}.`)
  }
}

function isTime(value: unknown): boolean {
  return ['date', 'number', 'string'].includes(kindOf(value)) && !Number.isNaN(new Date(value as Date).getTime())
}
