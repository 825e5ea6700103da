import { InvokeCommand } from '@aws-sdk/client-lambda'
import { coldStart, mockLambda, streamify, UsageError, type MockLambda } from '../../src/index'
import { defineContract, readContract, recordContract, verifyContract } from '../../src/contract'
import { mockLambda as throughNock } from '../../src/nock'
import { serve } from '../../src/server'

/** What somebody may write by mistake, in JavaScript or past the types. */
const mistakes: readonly unknown[] = [
  ...[null, undefined, NaN, -1, 1.5, Infinity, 10n, '', 'misspelt', true, Symbol('a symbol'), /a pattern/, new Date(NaN)],
  ...[
    {},
    Object.freeze({}),
    { misspelt: 1 },
    Object.create(null),
    { toString: undefined },
    new Map(),
    Promise.resolve(1),
    [],
    [null],
  ],
  ...[() => 1, class Class {}],
]

type Loose = any
const queue = 'arn:aws:sqs:us-east-1:123456789012:jobs'
const definition = { function: 'orders', consumer: 'shop', provider: 'orders', event: {}, response: {} }
const contract = defineContract({ ...definition, examples: { one: { event: 1, response: 1 } } })
const made = (lambda: MockLambda): Loose => lambda.function('orders').version()
const rule = (lambda: MockLambda): Loose => lambda.on('InvokeWithResponseStream')

const words: Readonly<Record<string, (given: Loose, lambda: MockLambda) => unknown>> = {
  function: (given, lambda) => lambda.function(given),
  'function with a handler': (given, lambda) => lambda.function('orders', given),
  ...Object.fromEntries(
    [
      ...[
        'handler',
        'exits',
        'throws',
        'returns',
        'returnsOnce',
        'streams',
        'configure',
        'version',
        'async',
        'url',
        'permission',
      ],
      ...['layer', 'tags', 'trigger', 'honours', 'reservedConcurrency'],
    ].map((word) => [`.${word}`, (given: Loose, lambda: MockLambda): unknown => made(lambda)[word](given) as unknown]),
  ),
  '.streams of one': (given, lambda) => made(lambda).streams([given]),
  '.alias': (given, lambda) => made(lambda).alias(given, 1),
  '.alias to': (given, lambda) => made(lambda).alias('live', given),
  '.alias to a version': (given, lambda) => made(lambda).alias('live', { version: given }),
  '.alias with weights': (given, lambda) => made(lambda).alias('live', { version: 1, weights: given }),
  '.alias with a weight': (given, lambda) =>
    made(lambda)
      .version()
      .alias('live', { version: 1, weights: { 2: given } }),
  '.provisionedConcurrency of': (given, lambda) => made(lambda).provisionedConcurrency(given, 1),
  '.provisionedConcurrency': (given, lambda) => made(lambda).provisionedConcurrency(1, given),
  '.trigger with settings': (given, lambda) => made(lambda).trigger(queue, given),
  ...Object.fromEntries(
    [
      ...['Timeout', 'Layers', 'Code', 'Environment', 'Runtime', 'Tags', 'VpcConfig'].map((name) => ['configure', name] as const),
      ...['maximumRetryAttempts', 'maximumEventAge', 'onSuccess', 'deadLetter', 'qualifier'].map(
        (name) => ['async', name] as const,
      ),
      ...['authType', 'cors', 'invokeMode', 'qualifier'].map((name) => ['url', name] as const),
    ].map(([word, name]) => [
      `.${word} ${name}`,
      (given: Loose, lambda: MockLambda): unknown => made(lambda)[word]({ [name]: given }) as unknown,
    ]),
  ),
  '.configure ZipFile': (given, lambda) => made(lambda).configure({ Code: { ZipFile: given } }),
  region: (given, lambda) => lambda.region(given),
  client: (given, lambda) => lambda.client(given),
  load: (given, lambda) => lambda.load(given),
  object: (given, lambda) => lambda.object(given, given, given),
  'object with a version': (given, lambda) => lambda.object('bucket', 'key', Buffer.of(1), given),
  layer: (given, lambda) => lambda.layer(given),
  publish: (given, lambda) => lambda.layer('tools').publish(given),
  codeSigningConfig: (given, lambda) => lambda.codeSigningConfig(given),
  eventSource: (given, lambda) => lambda.eventSource(given),
  'eventSource with settings': (given, lambda) => lambda.eventSource(queue, given),
  on: (given, lambda) => lambda.on(given),
  'on with a match': (given, lambda) => lambda.on('Invoke', given),
  'on with a name': (given, lambda) => lambda.on('Invoke', { FunctionName: given }),
  'on with strict': (given, lambda) => lambda.on('Invoke', {}, given),
  ...Object.fromEntries(
    [
      ...['resolves', 'rejects', 'callsFake', 'throttles', 'fails', 'drops', 'truncates', 'garbles', 'losesReply', 'answers'],
      ...['skewsClock', 'delays', 'drips', 'hangs', 'times', 'after', 'every', 'withProbability'],
    ].map((word) => [`.${word}`, (given: Loose, lambda: MockLambda): unknown => rule(lambda).garbles()[word](given) as unknown]),
  ),
  '.times of nothing': (given, lambda) => rule(lambda).times(given),
  '.resolves StatusCode': (given, lambda) => rule(lambda).resolves({ StatusCode: given }),
  '.throttles reason': (given, lambda) => rule(lambda).throttles({ reason: given }),
  '.throttles retryAfterSeconds': (given, lambda) => rule(lambda).throttles({ retryAfterSeconds: given }),
  '.fails with members': (given, lambda) => rule(lambda).fails('ServiceException', given),
  '.fails with a message': (given, lambda) => rule(lambda).fails('ServiceException', { message: given }),
  '.truncates at': (given, lambda) => rule(lambda).truncates({ at: given }),
  '.truncates silently': (given, lambda) => rule(lambda).truncates({ silently: given }),
  '.garbles checksum': (given, lambda) => rule(lambda).garbles({ checksum: given }),
  '.answers status': (given, lambda) => rule(lambda).answers({ status: given }),
  '.answers headers': (given, lambda) => rule(lambda).answers({ status: 502, headers: given }),
  '.answers header': (given, lambda) => rule(lambda).answers({ status: 502, headers: { server: given } }),
  '.answers body': (given, lambda) => rule(lambda).answers({ status: 502, body: given }),
  '.skewsClock direction': (given, lambda) => rule(lambda).skewsClock('10m', given),
  '.delays between': (given, lambda) => rule(lambda).delays([given, given]),
  '.hangs afterChunks': (given, lambda) => rule(lambda).hangs({ afterChunks: given }),
  chaos: (given, lambda) => lambda.chaos(given),
  'chaos of a share': (given, lambda) => lambda.chaos({ throttle: given }),
  'chaos of an operation': (given, lambda) => lambda.chaos({ throttle: 1 }, given),
  'chaos of a match': (given, lambda) => lambda.chaos({ throttle: 1 }, '*', given),
  calls: (given, lambda) => lambda.calls(given),
  'calls of any': (given, lambda) => lambda.calls('*', given),
  'calls with a match': (given, lambda) => lambda.calls('Invoke', given),
  invocations: (given, lambda) => lambda.invocations(given),
  deliveries: (given, lambda) => lambda.deliveries(given),
  deliverTo: (given, lambda) => lambda.deliverTo(given, given),
  'clock.advance': (given, lambda) => lambda.clock.advance(given),
  'a message': (given, lambda) => (lambda.eventSource(queue) as Loose).send(given),
  'a message with a delay': (given, lambda) => (lambda.eventSource(queue) as Loose).send({ body: 1, delay: given }),
  'events.sns': (given, lambda) => lambda.events.sns(given, { message: 'x' }),
  'events.alb': (given, lambda) => lambda.events.alb(given, { path: '/' }),
  '.honours given': (given, lambda) => (lambda.function('orders') as Loose).honours(contract, { given }),
  defineContract: (given) => defineContract(given),
  'defineContract with an event': (given) => defineContract({ ...definition, examples: { one: { event: given, response: 1 } } }),
  readContract: (given) => readContract(given),
  recordContract: (given) => recordContract(given),
  'recordContract with options': (given, lambda) => recordContract(lambda, given),
  'verifyContract of states': (given) => verifyContract(contract, () => 1, { states: given }),
  serve: (given) => serve(given).then(({ close }) => close()),
  'serve with options': (given, lambda) => serve(lambda, given).then(({ close }) => close()),
  'serve port': (given, lambda) => serve(lambda, { port: given }).then(({ close }) => close()),
  streamify: (given) => streamify(given),
  coldStart: (given) => coldStart(given),
  ...Object.fromEntries(
    [
      ...['clients', 'region', 'accountId', 'time', 'retryDelays', 'onUnmatched', 'guard', 'strict', 'accountConcurrency', 'now'],
      ...['rateLimits', 'journalLimit', 'environment', 'seed', 'functionStates', 'timeouts', 'uploadedCode', 's3Root'],
    ].map((name) => [`mockLambda ${name}`, (given: Loose) => mockLambda({ [name]: given }).restore()]),
  ),
  mockLambda: (given) => mockLambda(given).restore(),
  'mockLambda of nock': (given) => throughNock(given).restore(),
}

/** What becomes of a mistake: a UsageError that says where it was made, or nothing. */
async function outcome(word: string, given: unknown): Promise<unknown> {
  const lambda = mockLambda({ clients: [] })
  try {
    await words[word]!(given, lambda)
    return 'taken'
  } catch (error) {
    return error
  } finally {
    lambda.restore()
  }
}

it.each(Object.keys(words))('%s ends in a UsageError, and in no other, that says where it was written', async (word) => {
  for (const given of mistakes) {
    const end = await outcome(word, given)
    if (end === 'taken') continue
    expect(end).toBeInstanceOf(UsageError)
    expect((end as Error).message).toMatch(/wrongInput\.test\.ts:\d+$/)
  }
})

describe('what can be nothing that was meant is refused:', () => {
  it.each<readonly [word: string, given: unknown, message: string]>([
    ['mockLambda region', '', `mockLambda({ region: "" }) needs a region, such as 'eu-west-1'.`],
    ['mockLambda region', 'eu west', `mockLambda({ region: "eu west" }) needs a region, such as 'eu-west-1'.`],
    ['mockLambda region', null, 'mockLambda({ region: null }) needs a region'],
    ['mockLambda accountId', 123456789012, 'mockLambda({ accountId: 123456789012 }) needs an account of twelve digits as text'],
    ['mockLambda strict', 'yes', 'mockLambda({ strict: "yes" }) needs true or false.'],
    ['mockLambda now', null, 'mockLambda({ now: null }) is no point in time'],
    ['mockLambda seed', null, 'mockLambda({ seed: null }) needs a whole number, 0 or more.'],
    ['mockLambda s3Root', 7, 'mockLambda({ s3Root: 7 }) needs the path of a folder.'],
    ['mockLambda', /a/, 'mockLambda(...) takes options, a LambdaClient class or a client, not an object.'],
    ['mockLambda of nock', null, 'mockLambda(...) takes options, a LambdaClient class or a client, not null.'],
    ['region', 'eu_west_1', "lambda.region(name) needs a region, such as 'eu-west-1', not 'eu_west_1'."],
    ['client', 'eu-west-1', "takes what new LambdaClient(config) does, such as { maxAttempts: 1 }, not 'eu-west-1'."],
    ['layer', '', "lambda.layer(name) needs the layer's name as a text that is not empty, not ''."],
    ['publish', null, "lambda.layer('tools').publish(...) needs members of PublishLayerVersion, not null."],
    ['object with a version', 2, "needs the object's version as a text that is not empty, not 2."],
    ['.returns', Promise.resolve(1), 'takes the result itself, not a promise: await it first, or give a handler.'],
    ['.resolves', Promise.resolve(1), 'takes the output itself, not a promise: await it first, or use callsFake.'],
    ['.resolves StatusCode', 'x', "resolves(...) needs StatusCode as an HTTP status from 200 to 599, not 'x'."],
    ['.configure Timeout', NaN, 'needs Timeout to be a whole number, not NaN.'],
    ['.configure Timeout', 1.5, 'needs Timeout to be a whole number, not 1.5.'],
    ['.configure ZipFile', -1, 'needs Code.ZipFile to be bytes, not of type number.'],
    ['.alias', true, "needs the alias's name as a text that is not empty, not true."],
    ['.alias with weights', 0.1, 'needs shares of other versions from 0 to 1, e.g. { 2: 0.1 }, not 0.1.'],
    ['.alias with a weight', '0.1', "needs shares of other versions from 0 to 1, e.g. { 2: 0.1 }, not '0.1'."],
    ['.async maximumRetryAttempts', '1', "({ maximumRetryAttempts: '1' }) needs a whole number, 0 to 2."],
    ['.async maximumEventAge', NaN, '({ maximumEventAge: NaN }) needs seconds or a duration'],
    ['.async qualifier', 1, '.async({ qualifier }) needs a version or alias as a text that is not empty, not 1.'],
    ['.url cors', true, ".url({ cors }) needs an object such as { allowOrigins: ['*'] }, not true."],
    ['.url authType', null, '.url({ authType }) needs its value as a text that is not empty, not null.'],
    ['.provisionedConcurrency of', undefined, 'needs a version or alias as a text that is not empty, not undefined.'],
    ['.trigger', null, 'needs an ARN and members of CreateEventSourceMapping, e.g. { BatchSize: 5 }, not null.'],
    ['.trigger with settings', 10, 'needs an ARN and members of CreateEventSourceMapping, e.g. { BatchSize: 5 }, not 10.'],
    ['on with a name', 7, 'the input of Invoke needs FunctionName to be text, not of type number.'],
    ['.withProbability', null, 'withProbability(null) needs a share between 0 (never) and 1 (always).'],
    ['chaos of a share', true, 'lambda.chaos({ throttle: true }) needs a share between 0 (never) and 1 (always).'],
    ['chaos of a match', 'orders', 'lambda.chaos: an input is compared with an object'],
    ['.throttles', new Map(), 'throttles takes an object with reason, retryAfterSeconds, not an object.'],
    ['.throttles reason', 7, "throttles({ reason: 7 }) is no reason of Lambda's."],
    ['.throttles retryAfterSeconds', Infinity, 'throttles({ retryAfterSeconds: Infinity }) needs a number of seconds'],
    [
      '.fails with members',
      null,
      "fails('ServiceException') takes an object with its members, such as { message: 'gone' }, not null.",
    ],
    ['.fails with a message', 7, "fails('ServiceException') needs its message as text, not 7."],
    ['.truncates silently', 'yes', 'needs true or false as silently, not "yes".'],
    ['.answers headers', null, "needs an object, such as { 'content-type': 'text/html' }, not null."],
    ['.answers header', undefined, "answers({ headers }) needs text or a number as 'server', not undefined."],
    ['calls of any', 'orders', 'lambda.calls(operation, match): an input is compared with an object'],
    ['deliveries', 7, 'lambda.deliveries(arn) needs an ARN as a text that is not empty, not 7.'],
    ['.honours given', 7, '.honours(contract, { given }) needs the name of a state, or a list of names, not 7.'],
    ['readContract', null, 'readContract(file) needs the path of a contract as a text that is not empty, not null.'],
    ['recordContract', {}, 'recordContract(lambda) needs what mockLambda() returned, not an object.'],
    ['verifyContract of states', () => 1, 'verifyContract needs states as functions by name'],
    ['serve', undefined, 'serve(lambda) needs what mockLambda() returned, not undefined.'],
    ['serve with options', 9001, 'serve(lambda, options) takes an object with port, host, not 9001.'],
    ['serve with options', { prot: 9001 }, 'serve(lambda, options) has no option prot. Did you mean port?'],
    ['serve port', '9001', "serve(lambda, { port }) needs port as a whole number from 0 to 65535, not '9001'."],
    ['events.sns', 7, 'lambda.events.sns(name, ...) needs the name of a function as a text that is not empty, not 7.'],
    ['streamify', 'handler', 'streamify(handler) needs a function'],
    ['coldStart', {}, 'coldStart(init) needs a function that makes the handler'],
  ])('%s with %p', async (word, given, message) => {
    expect(await outcome(word, given)).toMatchObject({ name: 'UsageError', message: expect.stringContaining(message) as string })
  })
})

it('streamify takes a function that is frozen', async () => {
  const lambda = mockLambda()
  const frozen = Object.freeze((_event: unknown, stream: { end(text: string): void }) => Promise.resolve(stream.end('"all"')))
  lambda.function('report', streamify(frozen))
  const { Payload } = await lambda.client().send(new InvokeCommand({ FunctionName: 'report' }))
  expect(Payload?.transformToString()).toBe('"all"')
  lambda.restore()
})

it('a member that is null is not sent, and so not set', () => {
  const lambda = mockLambda({ clients: [] })
  const orders = lambda.function('orders').configure({ Layers: null as never, VpcConfig: null as never, Timeout: 7 })
  expect(() => orders.configure({ Code: { ZipFile: null as never } })).toThrow('Please provide a source for function code.')
  lambda.restore()
})
