import { UsageError } from '../../errors/usageError'
import { plainHttpHandler } from './plainHttpHandler'

/** A client of the SDK v3, as far as it is needed here. */
export interface EngineClient {
  send(command: never, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>
}

/** Which engine is meant: by a client of your own, or by its address. */
export interface EngineAddress {
  readonly client?: EngineClient | undefined
  readonly endpoint?: string | undefined
}

type Sdk = Readonly<Record<string, new (input: object) => unknown>>

/** Sends commands by their name, such as 'ReceiveMessage', and gives the output. */
export type SendCommand = (name: string, input: object, signal?: AbortSignal) => Promise<Readonly<Record<string, unknown>>>

/** The SDK's package of a service, loaded when it is needed, with a client for an address. */
export async function openEngine(
  service: 'sqs' | 'kinesis',
  region: string,
  where: string,
  given: EngineAddress,
): Promise<SendCommand> {
  const sdk = await load(service, where)
  const client = given.client ?? newClient(service, sdk, region, requireEndpoint(where, given.endpoint))
  if (typeof client.send !== 'function')
    throw new UsageError(`${where} needs client as a client of the SDK v3, with a send method.`)
  return async (name, input, signal) => {
    const command = new sdk[`${name}Command`]!(input)
    return (await client.send(command as never, signal && { abortSignal: signal })) as Readonly<Record<string, unknown>>
  }
}

async function load(service: 'sqs' | 'kinesis', where: string): Promise<Sdk> {
  try {
    const loaded: unknown = service === 'sqs' ? await import('@aws-sdk/client-sqs') : await import('@aws-sdk/client-kinesis')
    return loaded as Sdk
  } catch (error) {
    throw new UsageError(`${where} needs @aws-sdk/client-${service}: npm install --save-dev @aws-sdk/client-${service}.`, {
      cause: error,
    })
  }
}

function requireEndpoint(where: string, endpoint: unknown): string {
  if (typeof endpoint === 'string' && /^https?:\/\/./.test(endpoint) && URL.canParse(endpoint)) return endpoint
  throw new UsageError(`${where} needs a client, or an endpoint such as http://127.0.0.1:9324, not ${String(endpoint)}.`)
}

/** A local engine checks no signatures, but the SDK wants to make some. Who polls tries again by himself. */
function newClient(service: 'sqs' | 'kinesis', sdk: Sdk, region: string, endpoint: string): EngineClient {
  const { AWS_ACCESS_KEY_ID: accessKeyId = 'local', AWS_SECRET_ACCESS_KEY: secretAccessKey = 'local' } = process.env
  const settings = { region, endpoint, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 }
  if (service === 'sqs') return new sdk.SQSClient!(settings) as EngineClient
  return new sdk.KinesisClient!({ ...settings, requestHandler: plainHttpHandler() }) as EngineClient
}
