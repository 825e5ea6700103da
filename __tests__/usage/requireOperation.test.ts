import * as sdk from '@aws-sdk/client-lambda'
import * as oldSdk from 'client-lambda-oldest'
import { requireOperation } from '../../src/usage/requireOperation'
import { operations } from '../../src/model/operations'

const commandsOf = (client: object) => Object.entries(client).filter(([name]) => /\wCommand$/.test(name))

describe('an operation', () => {
  it.each([
    ['the newest', sdk],
    ['the oldest', oldSdk],
  ])('is known by each command class of %s SDK', (_, client) => {
    const commands = commandsOf(client).filter(([name]) => name !== '$Command')
    expect(commands.length).toBeGreaterThan(60)
    for (const [name, command] of commands) expect(`${requireOperation(command, 'x')}Command`).toBe(name)
  })

  it('is known by its name', () => {
    for (const name of Object.keys(operations)) expect(requireOperation(name, 'x')).toBe(name)
  })

  it('is known by a class that a bundler has renamed', () => {
    const named = (name: string) => ({ [name]: class {} })[name]
    for (const name of ['_InvokeCommand', 'InvokeCommand2', 'InvokeCommand$1', 'InvokeCommand_1']) {
      expect(requireOperation(named(name), 'x')).toBe('Invoke')
    }
  })

  it('has to be one that Lambda has', () => {
    expect(() => requireOperation('Invok', 'calls')).toThrow(
      /^calls: "Invok" is no operation of the Lambda API\. Did you mean 'Invoke'\?/,
    )
    expect(() => requireOperation(class InvokCommand {}, 'calls')).toThrow(
      /^calls: InvokCommand is no operation .* Did you mean InvokeCommand\?/,
    )
    expect(() => requireOperation(sdk.LambdaClient, 'calls')).toThrow(
      /^calls: LambdaClient is no operation .* Give a Command class of the Lambda client/,
    )
    expect(() => requireOperation(class {}, 'calls')).toThrow(/^calls: A class without a name is no operation/)
    expect(() => requireOperation({ FunctionName: 'f' }, 'calls')).toThrow(/^calls: {"FunctionName":"f"} is no operation/)
    expect(() => requireOperation('constructor', 'calls')).toThrow(/is no operation/)
    expect(() => requireOperation(undefined, 'calls')).toThrow(/^calls: undefined is no operation/)
  })
})
