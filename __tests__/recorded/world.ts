import * as sdk from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'
import type { Input, OperationName, Output } from '../../src/model/api'
import { archive } from '../support/archive'

/** What came back for one request: as it stood on the wire, and as the real SDK showed it to its caller. */
export interface Answer {
  readonly status: number
  /** The name that `x-amzn-errortype` carries. */
  readonly errorType: string | undefined
  /** The JSON body as it was sent; undefined if there was none. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly output: Readonly<Record<string, unknown>> | undefined
  readonly error: Readonly<{ name: string; message: string } & Record<string, unknown>> | undefined
}

/** A double with a client of the real SDK in front of it. */
export interface World {
  readonly lambda: MockLambda
  /** Sends what may be anything, and hands out whatever is answered. */
  ask(operation: OperationName, input: object): Promise<Answer>
  /** Sends what has to be accepted. */
  call<Name extends OperationName>(operation: Name, input: Input<Name>): Promise<Output<Name>>
  /** A function that is ready, with AWS's defaults. */
  createFunction(name: string, more?: Partial<Input<'CreateFunction'>>): Promise<Output<'CreateFunction'>>
}

/** The account of the recordings. */
const accountId = '111111111111'

/** What the recordings leave out of CreateFunction. */
export function packaged(more: Partial<Input<'CreateFunction'>> = {}): Omit<Input<'CreateFunction'>, 'FunctionName'> {
  return {
    Role: `arn:aws:iam::${accountId}:role/lambda`,
    Handler: 'index.handler',
    Runtime: 'python3.12',
    Code: { ZipFile: archive(200) },
    ...more,
  }
}

/** The function with which most recordings start, although its creation is not on record. */
export function usualFunction(name: string): Input<'CreateFunction'> {
  return { FunctionName: name, ...packaged({ Handler: 'handler.handler', Timeout: 30, Environment: { Variables: {} } }) }
}

const open: World[] = []

export function openWorld(options: MockLambdaOptions = {}): World {
  const lambda = mockLambda({ seed: 1, accountId, region: 'us-east-1', now: '2026-01-31T12:00:00.000Z', ...options })
  const client = new sdk.LambdaClient({ maxAttempts: 1 })
  const world: World = {
    lambda,
    async ask(operation, input) {
      let output: object | undefined
      let error: unknown
      try {
        output = await client.send(commandOf(operation, input))
      } catch (thrown) {
        error = thrown
      }
      const answer = lambda.calls().at(-1)?.response
      // Neither Lambda nor the client spoke: the call was not right.
      if (answer?.kind !== 'reply' || !ArrayBuffer.isView(answer.body)) throw error
      return {
        status: answer.status,
        errorType: answer.headers['x-amzn-errortype'],
        body: answer.body.byteLength === 0 ? undefined : bodyOf(answer.body),
        output: output as Answer['output'],
        error: error as Answer['error'],
      }
    },
    async call(operation, input) {
      return (await client.send(commandOf(operation, input))) as never
    },
    createFunction: (name, more) => world.call('CreateFunction', { FunctionName: name, ...packaged(more) }),
  }
  open.push(world)
  return world
}

/** To be called after each test. */
export function closeWorlds(): void {
  for (const { lambda } of open.splice(0)) lambda.restore()
}

type AnyCommand = Parameters<sdk.LambdaClient['send']>[0]

function commandOf(operation: OperationName, input: object): AnyCommand {
  const Command = (sdk as unknown as Record<string, new (input: object) => AnyCommand>)[`${operation}Command`]
  if (Command === undefined) throw new Error(`The SDK has no ${operation}Command.`)
  return new Command(input)
}

/** What is no JSON is the payload of an invocation: it shows as text. */
function bodyOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}
