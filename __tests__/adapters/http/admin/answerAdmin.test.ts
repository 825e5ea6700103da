import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { request } from 'node:http'
import { mockLambda, type MockLambda } from '../../../../src/index'
import { serve, type Endpoint } from '../../../../src/server'

let lambda: MockLambda
let endpoint: Endpoint
let client: LambdaClient

beforeEach(async () => {
  lambda = mockLambda({ clients: [], region: 'us-east-1' })
  lambda.function('orders', async (event) => ({ id: event.id }))
  endpoint = await serve(lambda)
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  client = new LambdaClient({ endpoint: endpoint.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 })
})
afterEach(async () => {
  client.destroy()
  await endpoint.close()
  lambda.restore()
})

interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string | object
}

function ask({ method = 'GET', path, headers = {}, body }: Asked): Promise<{ status: number; json: any }> {
  return new Promise((resolve, reject) => {
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {}
    const sent = request(`${endpoint.endpoint}${path}`, { method, headers: { ...type, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, json: JSON.parse(text) }))
    })
    sent.once('error', reject)
    sent.end(typeof body === 'object' ? JSON.stringify(body) : body)
  })
}

const api = '/_lambdouble/api'
const invoke = (event: unknown) => client.send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify(event) }))

describe('the admin API', () => {
  it('lists functions, calls, invocations and deliveries, and is in none of the lists itself', async () => {
    await invoke({ id: 7 })
    await invoke({ id: 8 })
    expect((await ask({ path: `${api}/functions` })).json).toMatchObject({ functions: [{ name: 'orders', runs: 'handler' }] })
    expect((await ask({ path: `${api}/calls` })).json).toMatchObject({
      calls: [
        { operation: 'Invoke', functionName: 'orders', payload: { id: 7 }, result: { id: 7 }, status: 200 },
        { payload: { id: 8 } },
      ],
    })
    expect((await ask({ path: `${api}/calls?limit=1` })).json.calls).toHaveLength(1)
    expect((await ask({ path: `${api}/invocations` })).json.invocations).toMatchObject([
      { event: { id: 7 } },
      { event: { id: 8 } },
    ])
    expect((await ask({ path: `${api}/deliveries` })).json).toEqual({ deliveries: [] })
  })

  it('switches faults on and off while it runs', async () => {
    const fault = { operation: 'Invoke', match: { FunctionName: 'orders' }, verb: 'throttles', times: 1 }
    const added = await ask({ method: 'POST', path: `${api}/faults`, body: fault })
    expect(added).toMatchObject({
      status: 201,
      json: { fault: { operation: 'Invoke', steps: [{ text: 'throttles()', times: 1 }] } },
    })
    await expect(invoke({})).rejects.toMatchObject({ name: 'TooManyRequestsException' })
    await expect(invoke({})).resolves.toMatchObject({ StatusCode: 200 })
    await ask({
      method: 'POST',
      path: `${api}/faults`,
      body: { operation: '*', verb: 'fails', args: ['ServiceException', { message: 'down' }] },
    })
    await expect(invoke({})).rejects.toMatchObject({ name: 'ServiceException', message: 'down' })
    const { faults } = (await ask({ path: `${api}/faults` })).json
    expect(faults).toHaveLength(2)
    expect((await ask({ method: 'DELETE', path: `${api}/faults/${faults[1].id}` })).json).toEqual({ removed: 1 })
    await expect(invoke({})).resolves.toMatchObject({ StatusCode: 200 })
    expect((await ask({ method: 'DELETE', path: `${api}/faults` })).json).toEqual({ removed: 1 })
    expect((await ask({ path: `${api}/faults` })).json).toEqual({ faults: [] })
  })

  it.each([
    [{ operation: 'Invok', verb: 'throttles' }, /is no operation of the Lambda API\. Did you mean 'Invoke'\?/],
    [{ verb: 'throttles' }, "A fault needs an operation, such as 'Invoke', or '*' for all."],
    [{ operation: 'Invoke', verb: 'throttle' }, "A fault has no verb 'throttle'. Did you mean 'throttles'?"],
    [{ operation: 'Invoke', verb: 'callsFake', args: [1] }, /^A fault has no verb 'callsFake'\./],
    [{ operation: 'Invoke', verb: 'constructor' }, /^A fault has no verb 'constructor'\./],
    [{ operation: 'Invoke', verb: 'throttles', time: 3 }, "A fault has no member 'time'. Did you mean 'times'?"],
    [{ operation: 'Invoke', verb: 'throttles', times: -1 }, "A fault's times is a whole number of calls, 0 or more, not -1."],
    [{ operation: 'Invoke', verb: 'drips', every: 0 }, "A fault's every is a whole number of calls, 1 or more, not 0."],
    [{ operation: 'Invoke', verb: 'throttles', probability: '1' }, 'A fault\'s probability is a share between 0 and 1, not "1".'],
    [{ operation: 'Invoke', verb: 'throttles', args: {} }, "A fault's args are an array."],
    [
      { operation: 'Invoke', verb: 'throttles', match: 'orders' },
      'A fault\'s match is an object such as {"FunctionName":"orders"}.',
    ],
    [
      { operation: 'Invoke', verb: 'throttles', match: { FunctionNam: 'orders' } },
      /has no member FunctionNam\. Did you mean FunctionName\?/,
    ],
    [[], /^A fault is an object/],
  ])('refuses the fault %j and declares nothing', async (fault, message) => {
    const { status, json } = await ask({ method: 'POST', path: `${api}/faults`, body: fault })
    expect({ status, message: json.message }).toEqual({
      status: 400,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    expect(lambda.inspection.rules()).toEqual([])
  })

  it('resets', async () => {
    await invoke({})
    expect(await ask({ method: 'POST', path: `${api}/reset` })).toEqual({ status: 200, json: {} })
    expect(lambda.calls()).toEqual([])
    expect(lambda.inspection.functions()).toEqual([])
  })

  it('tells what happens as it happens, after what went before', async () => {
    await invoke({ id: 1 })
    let second: Promise<unknown> | undefined
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request(`${endpoint.endpoint}${api}/events?backlog=5&kinds=call,reset`, (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream')
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
          if (text.includes('"id":1')) second ??= invoke({ id: 2 })
          if (text.includes('"id":2') && !text.includes('reset')) lambda.reset()
          if (!text.includes('event: reset')) return
          sent.destroy()
          resolve(text)
        })
      })
      sent.once('error', reject)
      sent.end()
    })
    // Whoever looks on is told of a call before its answer is out.
    await second
    expect(text.match(/^event: .*/gm)).toEqual(expect.arrayContaining(['event: call', 'event: call', 'event: reset']))
    expect(text.match(/^event: .*/gm)).not.toContain('event: invocation')
  })

  it.each([
    [{ path: '/_lambdouble/api/nothing' }, 404, 'There is nothing at /_lambdouble/api/nothing.'],
    [{ path: '/_lambdouble/nothing' }, 404, 'There is nothing at /_lambdouble/nothing.'],
    [{ path: `${api}/faults/1/2`, method: 'DELETE' }, 404, 'There is nothing at /_lambdouble/api/faults/1/2.'],
    [{ path: `${api}/faults/x`, method: 'DELETE' }, 400, "The id of a fault needs a whole number, 0 or more, not 'x'."],
    [{ path: `${api}/faults`, method: 'PUT' }, 405, '/_lambdouble/api/faults takes GET, POST, DELETE.'],
    [{ path: `${api}/events`, method: 'POST' }, 405, '/_lambdouble/api/events takes GET.'],
    [{ path: `${api}/events?kinds=cal` }, 400, "?kinds has no 'cal': there are call, invocation, delivery, reset."],
    [{ path: `${api}/calls?limt=3` }, 400, 'There is no ?limt here; there is: ?limit.'],
    [{ path: `${api}/calls?limit=-3` }, 400, "?limit needs a whole number, 0 or more, not '-3'."],
    [{ path: `${api}/faults`, method: 'POST', body: 'x=1' }, 415, 'The body has to be of the type application/json.'],
    [{ path: `${api}/functions`, headers: { 'sec-fetch-site': 'same-site' } }, 403, 'Requests from other pages are refused.'],
    [
      { path: `${api}/functions`, headers: { 'sec-fetch-site': 'cross-site' } },
      403,
      'Requests from pages of other sites are refused.',
    ],
    [{ path: `${api}/reset`, method: 'POST', headers: { origin: 'http://evil.example' } }, 403, /Origin/],
    [{ path: `${api}/functions`, headers: { host: 'evil.example' } }, 403, /Host/],
  ])('answers %j with %i', async (asked: Asked, status, message) => {
    const answer = await ask(asked)
    expect({ status: answer.status, message: answer.json.message }).toEqual({
      status,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    expect(lambda.inspection.functions()).toHaveLength(1)
  })

  it('names JSON that is none', async () => {
    const headers = { 'content-type': 'application/json' }
    const { status, json } = await ask({ method: 'POST', path: `${api}/faults`, headers, body: '{"operation"' })
    expect({ status, message: json.message }).toEqual({ status: 400, message: expect.stringContaining('JSON') })
  })
})
