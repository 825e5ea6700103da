import * as installed from '@aws-sdk/client-lambda'
import * as oldest from 'client-lambda-oldest'
import { ServiceError } from '../../src/errors/serviceError'
import type { ErrorName, OperationName } from '../../src/model/api'
import { operations } from '../../src/model/operations'
import type { StructureShape } from '../../src/model/shape'
import { shapes } from '../../src/model/shapes'
import { decode } from '../../src/wire/decode'
import { encodeReply } from '../../src/wire/encode'
import { encodeError } from '../../src/wire/encodeError'
import { match } from '../../src/wire/match'
import type { WireReply, WireRequest } from '../../src/wire/messages'
import { oldestPart } from './oldestMembers'
import { sampleOf } from './samples'
import { speak } from './sdkHandler'

type Values = Record<string, unknown>
type Sdk = Readonly<Record<string, unknown>> & Pick<typeof installed, 'LambdaClient'>
type CommandClass = new (input: Values) => installed.GetAccountSettingsCommand
type ErrorClass = new (...args: never[]) => Error

const requestId = '8f5b6f0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b'

const sdks: readonly {
  name: string
  sdk: Sdk
  part: (shapeName: string, value: unknown) => unknown
  absent: string | undefined
}[] = [
  { name: 'the installed SDK', sdk: installed as unknown as Sdk, part: (_, value) => value, absent: undefined },
  { name: 'SDK 3.600', sdk: oldest as unknown as Sdk, part: oldestPart(), absent: 'not in SDK 3.600' },
]

test("the oldest SDK's own declarations say what it knows", () => {
  const members = Object.keys(oldestPart()('CreateFunctionRequest', sampleOf('CreateFunctionRequest')) as Values)
  expect(members).toEqual(expect.arrayContaining(['FunctionName', 'Code', 'Tags', 'LoggingConfig']))
  expect(members).not.toContain('DurableConfig')
})

describe.each(sdks)('through the client of $name', ({ sdk, part, absent }) => {
  /** Sends an input with the real client; gives back what reached us, and what the client made of our answer. */
  async function send(name: OperationName, input: Values, answer: (request: WireRequest) => WireReply) {
    let request: WireRequest | undefined
    const client = new sdk.LambdaClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      maxAttempts: 1,
      requestHandler: speak((wire) => answer((request = wire))),
    })
    const output = client.send(new (sdk[`${name}Command`] as CommandClass)(input)) as Promise<unknown>
    return { output: withoutMetadata(await output), request: request! }
  }

  const names = Object.keys(operations) as OperationName[]
  const known = names.filter((name) => `${name}Command` in sdk)
  const unknown = names.filter((name) => !known.includes(name))

  describe.each(known)('%s', (name) => {
    const { input: inputShape, output: outputShape, status } = operations[name]

    test.each([7, 8, 9])('the input that arrives and the output that comes back are what was sent (sample %i)', async (seed) => {
      const input = part(inputShape!, sampleOf(inputShape!, seed)) as Values
      const whole = outputShape === undefined ? {} : sampleOf(outputShape, seed)
      if (status === 204) for (const member of Object.keys(whole)) whole[member] = 204
      const { output, request } = await send(name, input, () => encodeReply(operations[name], whole, requestId))

      const matched = match(request)
      expect(matched?.operation.name).toBe(name)
      expect(decode(matched!.operation, matched!.labels, request)).toEqual(input)
      const [shown, expected] = [
        await plain(output),
        (await plain(outputShape === undefined ? {} : part(outputShape, whole))) as Values,
      ]
      // The oldest SDK shows a part of what is newer than itself, and nothing else.
      if (absent === undefined) expect(shown).toEqual(expected)
      else expect(shown).toMatchObject(expected)
    })

    test('an input of required members only arrives as it is', async () => {
      const { members, payload, required = [] } = shapes[inputShape!] as StructureShape
      const all = sampleOf(inputShape!)
      // What the SDK fills in: a token, and a body of {} for a payload that is a structure.
      const filledIn = {
        ...('ClientToken' in all ? { ClientToken: expect.any(String) as string } : {}),
        ...(payload !== undefined && shapes[members[payload]!.shape]!.type === 'structure' ? { [payload]: {} } : {}),
      }
      const input = part(inputShape!, Object.fromEntries(required.map((member) => [member, all[member]]))) as Values
      const { output, request } = await send(name, input, () => encodeReply(operations[name], {}, requestId))

      const matched = match(request)!
      expect(matched.operation.name).toBe(name)
      expect(decode(matched.operation, matched.labels, request)).toEqual({ ...filledIn, ...input })
      expect(output).toBeDefined()
    })
  })

  if (absent !== undefined) {
    test.each(unknown)(`%s is skipped: ${absent}`, (name) => {
      expect(sdk).not.toHaveProperty(`${name}Command`)
    })
  } else {
    test('no operation is skipped', () => expect(unknown).toEqual([]))
  }

  const errors = Object.entries(shapes).flatMap(([name, shape]) =>
    shape.type === 'structure' && shape.error ? [{ name: name as ErrorName, shape, error: shape.error, inSdk: name in sdk }] : [],
  )

  test.each(errors.filter(({ inSdk }) => inSdk))(
    "$name arrives as the SDK's own class with its members",
    async ({ name, shape, error }) => {
      const { Type, message, Message, ...members } = sampleOf(name)
      const thrown = new ServiceError(name, 'It is so.', members)
      const caught = await send('GetAccountSettings', {}, () => encodeError(thrown, requestId)).then(
        () => undefined,
        (reason: unknown) => reason as Error & Values,
      )
      expect(caught).toBeInstanceOf(sdk[name] as ErrorClass)
      expect(caught).toMatchObject({
        ...members,
        name,
        message: 'It is so.',
        Type: error.fault ? 'Service' : 'User',
        $fault: error.fault ? 'server' : 'client',
        $metadata: { httpStatusCode: error.status, requestId },
      })
      expect(Object.keys(shape.members)).toEqual(expect.arrayContaining(['Type', ...Object.keys(members)]))
    },
  )

  if (absent !== undefined) {
    test.each(errors.filter(({ inSdk }) => !inSdk))(`$name is skipped: ${absent}`, ({ name }) => {
      expect(sdk).not.toHaveProperty(name)
    })
  } else {
    test('all 56 errors are those of the SDK', () => expect(errors.filter(({ inSdk }) => inSdk)).toHaveLength(56))
  }

  test('a ServiceError in the middle of an event stream is thrown by the stream, after the events before it', async () => {
    async function* failing() {
      yield await Promise.resolve({ PayloadChunk: { Payload: Buffer.from('first') } })
      throw new ServiceError('TooManyRequestsException', 'Rate Exceeded.')
    }
    const answer = () => encodeReply(operations.InvokeWithResponseStream, { StatusCode: 200, EventStream: failing() }, requestId)
    const { output } = await send('InvokeWithResponseStream', { FunctionName: 'orders' }, answer)
    const seen: string[] = []
    const reading = (async () => {
      for await (const event of (output as { EventStream: AsyncIterable<{ PayloadChunk: { Payload: Uint8Array } }> })
        .EventStream) {
        seen.push(Buffer.from(event.PayloadChunk.Payload).toString())
      }
    })()
    await expect(reading).rejects.toMatchObject({ name: 'TooManyRequestsException' })
    expect(seen).toEqual(['first'])
  })

  test('an error outside the model arrives by its name, with its message and status', async () => {
    const thrown = new ServiceError('ValidationException', '1 validation error detected: ...')
    await expect(send('GetAccountSettings', {}, () => encodeError(thrown, requestId))).rejects.toMatchObject({
      name: 'ValidationException',
      message: '1 validation error detected: ...',
      $metadata: { httpStatusCode: 400 },
    })
  })
})

function withoutMetadata(output: unknown): Values {
  const { $metadata, ...members } = output as Values
  expect($metadata).toMatchObject({ requestId })
  return members
}

/** Bytes as hexadecimal digits and streams as lists, whatever class an SDK gives them. */
async function plain(value: unknown): Promise<unknown> {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if (Symbol.asyncIterator in value) {
    const items: unknown[] = []
    for await (const item of value as AsyncIterable<unknown>) items.push(await plain(item))
    return items
  }
  const members = Object.entries(value).map(async ([name, item]): Promise<[string, unknown]> => [name, await plain(item)])
  return Object.fromEntries((await Promise.all(members)).filter(([, item]) => item !== undefined))
}
