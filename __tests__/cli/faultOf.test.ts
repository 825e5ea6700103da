import { faultOf, faultOptions } from '../../src/cli/faultOf'
import { readArguments } from '../../src/cli/readArguments'

function fault(...argv: string[]): object {
  const { options, positionals } = readArguments('fault', argv, faultOptions)
  return JSON.parse(JSON.stringify(faultOf(options, positionals))) as object
}

describe('the words of lambdouble fault add', () => {
  it.each([
    [['Invoke', '--throttle', '--times', '3'], { operation: 'Invoke', verb: 'throttles', args: [], times: 3 }],
    [
      ['Invoke', '--function', 'orders', '--match', '{"Payload":{"id":7}}', '--fail', 'ServiceException', '--message', 'down'],
      {
        operation: 'Invoke',
        match: { FunctionName: 'orders', Payload: { id: 7 } },
        verb: 'fails',
        args: ['ServiceException', { message: 'down' }],
      },
    ],
    [
      ['*', '--drop', 'ETIMEDOUT', '--probability', '0.5'],
      { operation: '*', verb: 'drops', args: ['ETIMEDOUT'], probability: 0.5 },
    ],
    [['Invoke', '--drop'], { operation: 'Invoke', verb: 'drops', args: ['ECONNRESET'] }],
    [['Invoke', '--delay', '2s', '--after', '1'], { operation: 'Invoke', verb: 'delays', args: ['2s'], after: 1 }],
  ])('%j are a fault as plain data', (argv, expected) => {
    expect(fault(...argv)).toEqual(expected)
  })

  it.each([
    [['--throttle'], /needs an operation/],
    [['Invoke'], /needs to know what happens: one of --throttle, --fail/],
    [['Invoke', '--throttle', '--hang'], /takes one thing that happens, not --throttle and --hang/],
    [['Invoke', 'orders', '--throttle'], /takes one operation; what is 'orders'\?/],
    [['Invoke', '--throttle', '--message', 'x'], /--message says more about --fail, which is not there/],
    [['Invoke', '--throttle', '--times', 'x'], /--times x is no number/],
    [['Invoke', '--throttle', '--match', '{'], /--match is no JSON/],
  ])('%j are refused', (argv, message) => {
    expect(() => fault(...argv)).toThrow(message)
  })
})
