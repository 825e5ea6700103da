import { LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'
import { serve } from '../../src/server'

/** A double with a client of the real SDK that reaches it. */
export interface OpenDouble {
  readonly lambda: MockLambda
  readonly client: LambdaClient
  close(): Promise<void>
}

/** Every door into the double: the same suite runs through each. */
export const doors: readonly { readonly door: string; open(options?: MockLambdaOptions): Promise<OpenDouble> }[] = [
  {
    door: 'the SDK',
    async open(options) {
      const lambda = mockLambda(options)
      const client = new LambdaClient()
      return {
        lambda,
        client,
        async close() {
          client.destroy()
          lambda.restore()
        },
      }
    },
  },
  {
    door: 'the HTTP endpoint',
    async open(options) {
      const lambda = mockLambda({ ...options, clients: [] })
      const { endpoint, close } = await serve(lambda)
      const client = new LambdaClient({
        endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      })
      return {
        lambda,
        client,
        async close() {
          client.destroy()
          await close()
          lambda.restore()
        },
      }
    },
  },
]
