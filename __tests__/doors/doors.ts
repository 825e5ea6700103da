import { LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'
import { mockLambda as mockThroughNock, type NockModule } from '../../src/nock'
import { serve } from '../../src/server'
import { nocks } from '../support/nocks'

/** A double with a way for clients of the real SDK, and for HTTP clients, to reach it. */
export interface OpenDouble {
  readonly lambda: MockLambda
  /** As a user makes it, without settings of its own. */
  readonly client: LambdaClient
  newClient(config: LambdaClientConfig): LambdaClient
  /** Calls a function URL, given as the API tells it. */
  fetch(functionUrl: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** A door into the double. */
export interface Door {
  readonly door: string
  open(options?: MockLambdaOptions): Promise<OpenDouble>
  /** By suite: the tests that cannot go through it, each with the reason. */
  readonly skipped: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Every door: the same suites run through each. */
export const doors: readonly Door[] = [
  {
    door: 'the SDK',
    async open(options) {
      const lambda = mockLambda(options)
      const { newClient, closeClients } = clientsOf((config) => new LambdaClient(config))
      return {
        lambda,
        client: newClient({}),
        newClient,
        fetch: (url, init) => fetch(url, init),
        async close() {
          closeClients()
          lambda.restore()
        },
      }
    },
    skipped: {},
  },
  {
    door: 'the HTTP endpoint',
    async open(options) {
      const lambda = mockLambda({ ...options, clients: [] })
      const { endpoint, close } = await serve(lambda)
      const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
      const requestHandler = { httpAgent: { maxSockets: Infinity } }
      const { newClient, closeClients } = clientsOf(
        (config) => new LambdaClient({ endpoint, region: 'us-east-1', credentials, requestHandler, ...config }),
      )
      return {
        lambda,
        client: newClient({}),
        newClient,
        fetch(functionUrl, init) {
          const { host, pathname, search } = new URL(functionUrl)
          return fetch(`${endpoint}/_url/${host.split('.')[0]}${pathname}${search}`, init)
        },
        async close() {
          closeClients()
          await close()
          lambda.restore()
        },
      }
    },
    skipped: {
      streaming: {
        'has to wait for its reader: write returns false until the stream is drained':
          'the socket takes in what nobody has read yet',
        'times out in the middle': 'a faked clock does not wait for the socket',
      },
    },
  },
  ...nocks.map(([version, nock]): Door => ({
    door: version,
    open: throughNock(nock),
    skipped: {
      streaming: {
        'has to wait for its reader: write returns false until the stream is drained': 'nock takes in what nobody has read yet',
        'times out in the middle': 'a faked clock does not wait for nock',
      },
    },
  })),
]

function throughNock(nock: NockModule): Door['open'] {
  return async (options) => {
    const lambda = mockThroughNock({ ...options, nock })
    const { newClient, closeClients } = clientsOf((config) => new LambdaClient(config))
    return {
      lambda,
      client: newClient({}),
      newClient,
      fetch: (url, init) => fetch(url, init),
      async close() {
        closeClients()
        lambda.restore()
      },
    }
  }
}

function clientsOf(make: (config: LambdaClientConfig) => LambdaClient) {
  const clients: LambdaClient[] = []
  return {
    newClient(config: LambdaClientConfig) {
      const client = make(config)
      clients.push(client)
      return client
    },
    closeClients: () => clients.forEach((client) => client.destroy()),
  }
}
