import { CreateAliasCommand, CreateFunctionCommand, GetFunctionCommand, InvokeCommand } from '@aws-sdk/client-lambda'
import { InvokeCommand as OldInvokeCommand } from 'client-lambda-oldest'
import sinon from 'sinon'
import { callEntry, invoke, throttle } from '../journal/callEntries'
import { doubleWith, failureOf } from './doubles'

const alias = (Name: string) => callEntry('CreateAlias', { FunctionName: 'orders', Name, FunctionVersion: '1' })
const calls = [
  invoke('orders', { id: 1 }, { invocationId: 'a', error: throttle }),
  alias('live'),
  invoke('orders', { id: 1 }, { invocationId: 'a', attempt: 2 }),
  invoke('payments', { id: 2 }),
  alias('blue'),
]
const { assert } = doubleWith(calls)

describe('a command', () => {
  it('is known by its class of any SDK, or by the name of the operation', () => {
    assert.receivedCommand(InvokeCommand)
    assert.receivedCommand(OldInvokeCommand)
    assert.receivedCommand('Invoke')
    assert.not.receivedCommand(GetFunctionCommand)
  })

  it('counts once per send, however often the SDK tried it', () => {
    assert.receivedCommandTimes(InvokeCommand, 2)
    assert.receivedCommandTimes(GetFunctionCommand, 0)
    doubleWith(calls.slice(0, 3)).assert.receivedCommandOnce(InvokeCommand)
    assert.not.receivedCommandOnce(InvokeCommand)
  })

  it('is compared by the parts of its input that the test names', () => {
    assert.receivedCommandWith(InvokeCommand, { FunctionName: 'orders', Payload: { id: 1 } })
    assert.receivedCommandWith(InvokeCommand, { Payload: '{ "id": 2 }' })
    assert.receivedCommandWith(CreateAliasCommand, { Name: expect.stringMatching(/^bl/) })
    assert.receivedCommandWith(CreateAliasCommand, { Name: sinon.match('bl') })
    assert.receivedCommandWith(CreateAliasCommand, (input) => input.Name === 'live')
    assert.not.receivedCommandWith(InvokeCommand, { FunctionName: 'orders', Payload: { id: 2 } })
  })

  it('has to be the only one for ExactlyOnceWith', () => {
    doubleWith(calls.slice(0, 3)).assert.receivedCommandExactlyOnceWith(InvokeCommand, { FunctionName: 'orders' })
    doubleWith(calls.slice(0, 3)).assert.not.receivedCommandExactlyOnceWith(InvokeCommand, { FunctionName: 'payments' })
    assert.not.receivedCommandExactlyOnceWith(InvokeCommand, { FunctionName: 'orders' })
  })

  it('is counted among all commands for Nth, among its own for NthSpecific and Last', () => {
    assert.receivedNthCommandWith(3, InvokeCommand, { FunctionName: 'payments' })
    assert.not.receivedNthCommandWith(2, InvokeCommand, { FunctionName: 'payments' })
    assert.not.receivedNthCommandWith(9, InvokeCommand, {})
    assert.receivedNthSpecificCommandWith(2, InvokeCommand, { FunctionName: 'payments' })
    assert.not.receivedNthSpecificCommandWith(1, InvokeCommand, { FunctionName: 'payments' })
    assert.receivedLastCommandWith(InvokeCommand, { FunctionName: 'payments' })
    assert.receivedLastCommandWith(CreateAliasCommand, { Name: 'blue' })
    assert.not.receivedLastCommandWith(CreateAliasCommand, { Name: 'live' })
  })

  it('may be any, or none but those that are named', () => {
    assert.receivedAnyCommand()
    doubleWith([]).assert.not.receivedAnyCommand()
    assert.receivedNoOtherCommands([InvokeCommand, 'CreateAlias', GetFunctionCommand])
    assert.not.receivedNoOtherCommands([InvokeCommand])
    assert.not.receivedNoOtherCommands()
    doubleWith([]).assert.receivedNoOtherCommands()
  })
})

describe('the text of a failure', () => {
  it('shows the nearest commands, decoded', () => {
    expect(failureOf(() => assert.receivedCommandWith(InvokeCommand, { FunctionName: 'payments:live', Payload: { id: 3 } })))
      .toMatchInlineSnapshot(`
      "Invoke was received 2 times, but never with this input.

      Expected input:
        {"FunctionName":"payments:live","Payload":{"id":3}}

      Nearest of 2:
        1. Invoke orders {"id":1} (2 attempts)
           FunctionName: expected "payments:live", received "orders"
           Payload.id: expected 3, received 1
        2. Invoke payments {"id":2}
           FunctionName: expected "payments:live", received "payments"
           Payload.id: expected 3, received 2

      Seed: 42"
    `)
    expect(failureOf(() => assert.receivedCommandWith(GetFunctionCommand, { FunctionName: 'orders' }))).toMatchInlineSnapshot(`
      "GetFunction was never received.

      Expected input:
        {"FunctionName":"orders"}

      Received 4 calls:
        1. Invoke orders {"id":1} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke payments {"id":2}
        4. CreateAlias orders {"Name":"blue","FunctionVersion":"1"}

      Seed: 42"
    `)
  })

  it('shows the commands with their numbers', () => {
    expect(failureOf(() => assert.receivedNthCommandWith(2, InvokeCommand, { FunctionName: 'payments' }))).toMatchInlineSnapshot(`
      "Command number 2 is CreateAlias, expected Invoke.

      Expected input:
        {"FunctionName":"payments"}

      Commands:
        1. Invoke orders {"id":1} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke payments {"id":2}
        4. CreateAlias orders {"Name":"blue","FunctionVersion":"1"}

      Seed: 42"
    `)
    expect(failureOf(() => assert.receivedNthCommandWith(1, InvokeCommand, { FunctionName: 'payments' }))).toMatchInlineSnapshot(`
      "Command number 1 is Invoke, but not with this input.

      Expected input:
        {"FunctionName":"payments"}

      Received:
        1. Invoke orders {"id":1} (2 attempts)
           FunctionName: expected "payments", received "orders"

      Seed: 42"
    `)
    expect(failureOf(() => assert.receivedNthCommandWith(9, InvokeCommand, {}))).toMatch(
      /^4 commands were received: there is no number 9\./,
    )
    expect(failureOf(() => assert.not.receivedNthCommandWith(2, CreateAliasCommand, { Name: 'live' }))).toMatchInlineSnapshot(`
      "Command number 2 is CreateAlias with this input, expected another.

      Input:
        {"Name":"live"}

      Commands:
        1. Invoke orders {"id":1} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke payments {"id":2}
        4. CreateAlias orders {"Name":"blue","FunctionVersion":"1"}

      Seed: 42"
    `)
  })

  it('shows the commands that there should not be', () => {
    expect(failureOf(() => assert.receivedNoOtherCommands([InvokeCommand]))).toMatchInlineSnapshot(`
      "Other commands were received 2 times besides Invoke, expected none.

      Others:
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        4. CreateAlias orders {"Name":"blue","FunctionVersion":"1"}

      Seed: 42"
    `)
    expect(failureOf(() => assert.not.receivedAnyCommand())).toMatch(/^4 commands were received, expected none\./)
    expect(failureOf(() => doubleWith([]).assert.receivedAnyCommand())).toBe(
      'No commands were received, expected at least one.\n\nSeed: 42',
    )
    expect(failureOf(() => assert.not.receivedNoOtherCommands([InvokeCommand, CreateAliasCommand]))).toMatch(
      /^No commands were received besides Invoke, CreateAlias, expected others\./,
    )
  })

  it('never holds the value of an environment variable, code or a credential', () => {
    const input = {
      FunctionName: 'orders',
      Environment: { Variables: { STAGE: 'canary', KEPT: 'same' } },
      Code: { ZipFile: new TextEncoder().encode('canary') },
    }
    const shown = doubleWith([
      callEntry('CreateFunction', input, undefined, {
        error: { name: 'InvalidParameterValueException', message: 'canary', status: 400 },
      }),
    ])
    const text = failureOf(() =>
      shown.assert.receivedCommandWith(CreateFunctionCommand, {
        Timeout: 3,
        Environment: { Variables: { STAGE: 'canary2', KEPT: 'same', OTHER: 'canary3' } },
        Code: { ZipFile: new TextEncoder().encode('canary4') },
      }),
    )
    expect(text).toMatchInlineSnapshot(`
      "CreateFunction was received once, but never with this input.

      Expected input:
        {"Timeout":3,"Environment":{"Variables":{"STAGE":***,"KEPT":***,"OTHER":***}},"Code":{"ZipFile":***}}

      Received:
        1. CreateFunction orders {"Environment":{"Variables":{"STAGE":***,"KEPT":***}},"Code":{"ZipFile":***}} -> InvalidParameterValueException: ***
           Timeout: expected 3, and it is missing
           Environment.Variables.STAGE: differs (its value is not shown)
           Environment.Variables.OTHER: is missing (its value is not shown)
           Code.ZipFile: differs (its value is not shown)

      Seed: 42"
    `)
    const texts = [
      text,
      failureOf(() =>
        shown.assert.receivedCommandWith(CreateFunctionCommand, {
          Environment: { Variables: sinon.match({ STAGE: 'canary2' }) },
        }),
      ),
      failureOf(() =>
        shown.assert.receivedCommandWith(CreateFunctionCommand, {
          Environment: expect.objectContaining({ Variables: { STAGE: 'canary2' } }),
        }),
      ),
      failureOf(() =>
        shown.assert.receivedCommandWith(
          CreateFunctionCommand,
          sinon.match({ Environment: { Variables: { STAGE: 'canary2' } } }),
        ),
      ),
      failureOf(() => shown.assert.not.receivedCommand(CreateFunctionCommand)),
    ]
    expect(texts.join('\n')).not.toContain('canary')
  })
})

describe('arguments', () => {
  const loose = assert as any

  it.each([
    [
      () => loose.not.receivedCommand(InvokeCommand, { FunctionName: 'orders' }),
      'toHaveReceivedCommand(Command) takes 1 argument, got 2. To look at the input as well there is toHaveReceivedCommandWith(Command, input).',
    ],
    [
      () => loose.receivedAnyCommand(InvokeCommand),
      'toHaveReceivedAnyCommand() takes no arguments, got 1. To look for one command there is toHaveReceivedCommand(Command).',
    ],
    [() => loose.receivedCommandWith(InvokeCommand), 'toHaveReceivedCommandWith(Command, input) takes 2 arguments, got 1.'],
    [
      () => loose.receivedCommandWith(InvokeCommand, 'orders'),
      `toHaveReceivedCommandWith(Command, input) needs the members of the input that matter, such as { FunctionName: 'orders' }, got "orders".`,
    ],
    [
      () => loose.not.receivedCommandWith(InvokeCommand, { FunctioName: 'orders' }),
      'toHaveReceivedCommandWith(Command, input): the input of Invoke has no member FunctioName. Did you mean FunctionName?',
    ],
    [
      () => loose.receivedNthCommandWith(InvokeCommand, 1, {}),
      'toHaveReceivedNthCommandWith(n, Command, input) takes n, a number, as its first argument, got InvokeCommand.',
    ],
    [
      () => loose.not.receivedCommand('Invok'),
      `toHaveReceivedCommand(Command): "Invok" is no operation of the Lambda API. Did you mean 'Invoke'?`,
    ],
    [
      () => loose.receivedNoOtherCommands(InvokeCommand),
      'toHaveReceivedNoOtherCommands(Commands?) takes an array of Command classes, such as [InvokeCommand].',
    ],
  ])('that are wrong are a UsageError, also under not', (run, message) => {
    expect(run).toThrow(expect.objectContaining({ name: 'UsageError' }))
    expect(failureOf(run)).toBe(message)
  })
})
