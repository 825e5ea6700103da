import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isUsageError } from '../../../src/errors/usageError'
import {
  closeDoors,
  failureOf,
  fakeExchange,
  forgetAwsSettings,
  noWeb,
  openDoor,
  reply,
  sdks,
  serverError,
  throttle,
} from '../../support/sdkDoor'

beforeAll(forgetAwsSettings)
afterEach(closeDoors)
afterEach(() => jest.restoreAllMocks())

/** A request handler of the user's own, to see what does not reach the double. */
const stub = () => ({
  handle: jest.fn(async () => ({ response: { statusCode: 200, headers: {}, body: new Uint8Array() } })),
})
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }

describe.each(sdks)(
  '%s',
  (_, { LambdaClient, Lambda, InvokeCommand, InvokeAsyncCommand, ListFunctionsCommand, TooManyRequestsException }) => {
    const clients = { clients: LambdaClient }
    const invoke = () => new InvokeCommand({ FunctionName: 'orders', Payload: Buffer.from('{"id":7}') })

    describe('clients', () => {
      it('answers a client from before, with neither region nor credentials, and connects to nobody', async () => {
        const connect = jest.spyOn(Socket.prototype, 'connect')
        const client = new LambdaClient()
        const exchange = fakeExchange(reply({ id: 7 }))
        openDoor(exchange, { ...clients, guard: 'off' })
        const output = await client.send(invoke())
        expect(output.Payload!.transformToString()).toBe('{"id":7}')
        expect(output.$metadata).toMatchObject({ attempts: 1, httpStatusCode: 200, requestId: 'request-1' })
        expect(exchange.requests[0]!.region).toBe('us-east-1')
        expect(connect).not.toHaveBeenCalled()
      })

      it('answers clients that come later, aggregated clients and subclasses', async () => {
        const exchange = fakeExchange()
        openDoor(exchange, clients)
        class Own extends LambdaClient {}
        await new LambdaClient({ region: 'eu-west-1' }).send(invoke())
        await new Lambda({ region: 'eu-west-2' }).invoke({ FunctionName: 'orders' })
        await new Own({ region: 'eu-west-3' }).send(invoke())
        expect(exchange.requests.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-2', 'eu-west-3'])
      })

      it('answers clients without a region after a test has cleaned the environment', async () => {
        const exchange = fakeExchange()
        const connect = jest.spyOn(Socket.prototype, 'connect')
        openDoor(exchange, { ...clients, guard: 'off' })
        delete process.env.AWS_REGION
        await new LambdaClient().send(invoke())
        expect(exchange.requests[0]!.region).toBe('us-east-1')
        expect(connect).not.toHaveBeenCalled()
      })

      it('looks for no region in the profile of whoever runs the test', async () => {
        const home = mkdtempSync(join(tmpdir(), 'lambdouble-home-'))
        mkdirSync(join(home, '.aws'))
        writeFileSync(join(home, '.aws/config'), '[default]\nregion = eu-north-1\n')
        const found = process.env.HOME
        process.env.HOME = home
        const exchange = fakeExchange()
        openDoor(exchange, clients)
        await new LambdaClient().send(invoke())
        expect(exchange.requests[0]!.region).toBe('us-east-1')
        process.env.HOME = found
        rmSync(home, { recursive: true })
      })

      it('answers callbacks', async () => {
        openDoor(fakeExchange(reply({ id: 7 }), throttle()), clients)
        const client = new LambdaClient({ maxAttempts: 1 })
        const answers = [1, 2].map(
          () => new Promise((resolve) => client.send(invoke(), (error, output) => resolve(error ?? output))),
        )
        expect(await answers[0]).toMatchObject({ StatusCode: 200 })
        expect(await answers[1]).toBeInstanceOf(TooManyRequestsException)
      })

      it("keeps errors as classes of the user's SDK", async () => {
        openDoor(fakeExchange(throttle()), clients)
        const error = await failureOf(new LambdaClient().send(invoke()))
        expect(error).toBeInstanceOf(TooManyRequestsException)
        expect(error).toMatchObject({ Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', $metadata: { attempts: 3 } })
      })

      it('takes over nothing but the instances it was given', async () => {
        const exchange = fakeExchange()
        const [mine, other] = [new LambdaClient(), new LambdaClient({ requestHandler: stub(), credentials })]
        openDoor(exchange, { clients: mine })
        await mine.send(invoke())
        await other.send(invoke())
        expect(exchange.requests).toHaveLength(1)
      })

      it('takes over nothing but the class it was given', async () => {
        const exchange = fakeExchange()
        openDoor(exchange, { clients: [Lambda] })
        await new Lambda().invoke({ FunctionName: 'orders' })
        await new LambdaClient({ requestHandler: stub(), credentials, region: 'us-east-1' }).send(invoke())
        expect(exchange.requests).toHaveLength(1)
      })

      it('runs the middleware of the user, which sees an unsigned request', async () => {
        openDoor(fakeExchange(), clients)
        const client = new LambdaClient()
        const seen: string[] = []
        for (const step of ['initialize', 'build', 'finalizeRequest'] as const) {
          client.middlewareStack.add(
            (next) => (args) => {
              seen.push(step)
              return next(args)
            },
            { step: step as 'build', name: step },
          )
        }
        client.middlewareStack.add(
          (next) => (args) => {
            seen.push(...Object.keys((args.request as { headers: object }).headers).filter((name) => name === 'authorization'))
            return next(args)
          },
          { step: 'deserialize', priority: 'low' },
        )
        await client.send(invoke())
        expect(seen).toEqual(['initialize', 'build', 'finalizeRequest'])
      })

      it('works with handlers that the client caches', async () => {
        const client = new LambdaClient({
          requestHandler: stub(),
          credentials,
          region: 'us-east-1',
          cacheMiddleware: true,
        } as object)
        await client.send(invoke())
        const exchange = fakeExchange()
        const door = openDoor(exchange, clients)
        await client.send(invoke())
        await client.send(invoke())
        door.close()
        await client.send(invoke())
        expect(exchange.requests).toHaveLength(2)
      })

      it('reads payloads that are streams, once, as the SDK never sends them again', async () => {
        const exchange = fakeExchange(serverError())
        openDoor(exchange, clients)
        jest.spyOn(console, 'warn').mockImplementation()
        const InvokeArgs = Readable.from([Buffer.from('{"id"'), Buffer.from(':7}')])
        await failureOf(new LambdaClient().send(new InvokeAsyncCommand({ FunctionName: 'orders', InvokeArgs })))
        expect(exchange.requests.map(({ body }) => Buffer.from(body).toString())).toEqual(['{"id":7}'])
      })
    })

    describe('leaving', () => {
      const descriptors = (target: object) => Object.entries(Object.getOwnPropertyDescriptors(target))
      const picture = (client: InstanceType<typeof LambdaClient>) => [
        ...Reflect.ownKeys(LambdaClient.prototype),
        ...descriptors(client.config).flatMap(([name, { value, ...rest }]) => [name, value, JSON.stringify(rest)] as unknown[]),
        ...descriptors(Socket.prototype).flatMap(
          ([name, { value, ...rest }]) => [name, value, JSON.stringify(rest)] as unknown[],
        ),
        ...Object.entries(process.env).flat(),
        ...Reflect.ownKeys(process),
        ...client.middlewareStack.identify(),
        globalThis.setTimeout,
        client.send,
      ]

      it('leaves everything exactly as found, a thousand times', async () => {
        const client = new LambdaClient()
        const before = picture(client)
        const handles = process.getActiveResourcesInfo()
        for (let cycle = 0; cycle < 1_000; cycle++) {
          const door = openDoor(fakeExchange(throttle(), reply({})), clients)
          if (cycle % 10 === 0) await client.send(invoke())
          door.close()
          door.close()
        }
        const after = picture(client)
        expect(after.length).toBe(before.length)
        expect(after.findIndex((each, index) => !Object.is(each, before[index]))).toBe(-1)
        expect(process.getActiveResourcesInfo()).toEqual(handles)
      })

      it('leaves what somebody else has put there meanwhile', async () => {
        const client = new LambdaClient({ credentials })
        const door = openDoor(fakeExchange(), clients)
        await client.send(invoke())
        const requestHandler = stub()
        Object.assign(client.config, { requestHandler })
        const spy = jest.spyOn(LambdaClient.prototype, 'send')
        door.close()
        expect(client.config.requestHandler).toBe(requestHandler)
        expect(LambdaClient.prototype.send).toBe(spy)
        process.env.AWS_REGION = 'us-east-1'
        await client.send(invoke())
        delete process.env.AWS_REGION
        expect(requestHandler.handle).toHaveBeenCalledTimes(1)
        spy.mockRestore()
        // The spy has put the hook back, which takes itself out at the next call.
        await client.send(invoke())
        expect(Object.getOwnPropertyNames(LambdaClient.prototype)).not.toContain('send')
      })

      it('keeps no client in memory', async () => {
        setFlagsFromString('--expose-gc')
        const collectGarbage = runInNewContext('gc') as () => void
        openDoor(fakeExchange(), clients)
        const send = async () => {
          const client = new LambdaClient()
          await client.send(invoke())
          return new WeakRef(client)
        }
        const references = await Promise.all(Array.from({ length: 20 }, send))
        // A weak reference holds on until the turn ends.
        await new Promise((resolve) => setImmediate(resolve))
        collectGarbage()
        expect(references.filter((reference) => reference.deref()).length).toBeLessThanOrEqual(1)
      })
    })

    describe('several doubles', () => {
      it.each([
        ['the newer one first', [1, 0]],
        ['the older one first', [0, 1]],
      ])('has the newer one answer until it closes: closing %s', async (__, order) => {
        const client = new LambdaClient()
        const exchanges = [fakeExchange(), fakeExchange()]
        const doors = exchanges.map((exchange) => openDoor(exchange, clients))
        const original = client.config.requestHandler
        await client.send(invoke())
        expect(exchanges.map(({ requests }) => requests.length)).toEqual([0, 1])
        doors[order[0]!]!.close()
        await client.send(invoke())
        expect(exchanges.map(({ requests }) => requests.length)).toEqual(order[0] === 1 ? [1, 1] : [0, 2])
        doors[order[1]!]!.close()
        expect(client.config.requestHandler).toBe(original)
        expect(Object.getOwnPropertyNames(LambdaClient.prototype)).not.toContain('send')
        expect(process.env).not.toHaveProperty('AWS_REGION')
      })

      it('shares one hook with another copy of this package', async () => {
        openDoor(fakeExchange(), clients)
        const { send } = LambdaClient.prototype
        const { connect } = Socket.prototype
        let copy!: typeof import('../../../src/adapters/sdk/openSdkDoor')
        jest.isolateModules(() => (copy = require('../../../src/adapters/sdk/openSdkDoor') as typeof copy))
        const exchange = fakeExchange()
        const door = copy.openSdkDoor({
          exchange,
          web: noWeb,
          clients: LambdaClient,
          region: 'eu-north-1',
          accountId: '1',
          retryDelays: 'skip',
          guard: 'all',
          onUnmatched: 'error',
          callerFile: undefined,
        })
        expect(LambdaClient.prototype.send).toBe(send)
        expect(Socket.prototype.connect).toBe(connect)
        await new LambdaClient().send(invoke())
        expect(exchange.requests).toMatchObject([{ region: 'eu-north-1' }])
        door.close()
        expect(process.env.AWS_REGION).toBe('us-east-1')
      })

      it('takes over no other copy of the SDK', () => {
        openDoor(fakeExchange(), clients)
        for (const [, sdk] of sdks) {
          expect(Object.hasOwn(sdk.LambdaClient.prototype, 'send')).toBe(sdk.LambdaClient === LambdaClient)
        }
      })
    })

    describe("a client of the double's own", () => {
      it("is a real client of the user's SDK, in the region of the double", async () => {
        const exchange = fakeExchange()
        const client = openDoor(exchange, { ...clients, region: 'eu-west-1' }).newClient({ maxAttempts: 7 }) as InstanceType<
          typeof LambdaClient
        >
        expect(client).toBeInstanceOf(LambdaClient)
        await client.send(new ListFunctionsCommand({}))
        expect(exchange.requests[0]).toMatchObject({ region: 'eu-west-1', headers: { 'amz-sdk-request': 'attempt=1; max=7' } })
      })

      it('speaks to its double only, also while a newer one is there, and to nobody once it is gone', async () => {
        const [older, newer] = [fakeExchange(), fakeExchange()]
        const door = openDoor(older, clients)
        const client = door.newClient() as InstanceType<typeof LambdaClient>
        openDoor(newer, clients)
        await client.send(invoke())
        expect([older.requests.length, newer.requests.length]).toEqual([1, 0])
        door.close()
        const error = await failureOf(client.send(invoke()))
        expect(isUsageError(error)).toBe(true)
        expect(error.$metadata).toMatchObject({ attempts: 1 })
        expect(newer.requests).toHaveLength(0)
      })
    })

    it('refuses a client of another service', async () => {
      openDoor(fakeExchange(), clients)
      const client = new LambdaClient()
      Object.assign(client.config, { serviceId: 'S3' })
      expect((await failureOf(client.send(invoke()))).message).toContain('a client of S3')
      await expect(new Promise((resolve) => client.send(invoke(), resolve))).resolves.toMatchObject({ name: 'UsageError' })
    })
  },
)
