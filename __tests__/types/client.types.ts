/** What lambda.client() gives, to the compiler. Nothing here runs. */
import { InvokeCommand, LambdaClient, ListFunctionsCommand, type InvokeCommandOutput } from '@aws-sdk/client-lambda'
import { InvokeCommand as OldInvoke, LambdaClient as OldClient } from 'client-lambda-oldest'
import type { MockLambda, TypedClient } from '../../src'

declare const lambda: MockLambda

export async function outputs() {
  const client = lambda.client({ region: 'eu-west-1', maxAttempts: 1 })
  const invoked: InvokeCommandOutput = await client.send(new InvokeCommand({ FunctionName: 'orders' }))
  const bytes: Uint8Array | undefined = invoked.Payload
  const { Functions } = await client.send(new ListFunctionsCommand({}), { abortSignal: new AbortController().signal })
  const name: string | undefined = Functions?.[0]?.FunctionName
  const old: number | undefined = (await client.send(new OldInvoke({ FunctionName: 'orders' }))).StatusCode
  const region: string = await client.config.region()
  client.destroy()
  const clients: TypedClient[] = [client, new LambdaClient(), new OldClient()]
  const whole: LambdaClient = lambda.client<LambdaClient>()
  // @ts-expect-error -- the answer to ListFunctions has no Payload
  void (await client.send(new ListFunctionsCommand({}))).Payload
  // @ts-expect-error -- no command
  void client.send({ FunctionName: 'orders' })
  return [bytes, name, old, region, whole, clients]
}
