import { differences, newBindings } from './compare'

const recorded = {
  FunctionName: '<function-name:1>',
  FunctionArn: 'arn:<partition>:lambda:<region>:111111111111:function:<function-name:1>',
  RevisionId: '<uuid:1>',
  Timeout: 3,
  LastModified: 'date',
  Layers: [],
}
const first = '0f0e0d0c-0b0a-4908-8706-050403020100'
const second = '1f0e0d0c-0b0a-4908-8706-050403020100'
const actual = {
  FunctionName: 'orders',
  FunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:orders',
  RevisionId: first,
  Timeout: 3,
  LastModified: '2026-01-31T12:00:00.000+0000',
  Layers: [],
}
const compare = (answer: object, bindings = newBindings()) => differences(recorded, answer, bindings, 'number')

describe('an answer is compared with a recorded one', () => {
  test('the same is no difference, and says what was open', () => {
    const bindings = newBindings()
    expect(compare(actual, bindings)).toEqual([])
    expect(bindings.known['uuid:1']).toBe(first)
  })

  test.each([
    ['a member that is missing', { Timeout: undefined }, ['Timeout: is missing']],
    ['a member too many', { Handler: 'a.b' }, ['Handler: is there, and was not recorded: "a.b"']],
    ['another value', { Timeout: 30 }, ['Timeout: 30 instead of 3']],
    ['another type', { Timeout: '3' }, ['Timeout: "3" instead of 3']],
    ['a list of another length', { Layers: [1] }, ['Layers: has 1 items instead of 0']],
    ['a time in another form', { LastModified: '2026-01-31' }, ['LastModified: 2026-01-31 does not look like date']],
    ['a value of another form', { RevisionId: '1' }, ['RevisionId: 1 instead of <uuid:1>, where <uuid:1> is open']],
    [
      'another value of a placeholder that is known',
      { FunctionName: 'bills' },
      ['FunctionName: bills instead of <function-name:1>, where <function-name:1> is orders'],
    ],
  ])('%s', (_, change, expected) => {
    const answer = Object.fromEntries(Object.entries({ ...actual, ...change }).filter(([, value]) => value !== undefined))
    expect(compare(answer)).toEqual(expected)
  })

  test('a placeholder has one value in all answers, and no other has it too', () => {
    const bindings = newBindings({ 'uuid:1': first })
    const two = (id: string) => differences({ A: '<uuid:2>' }, { A: id }, bindings, 'number')
    expect(compare({ ...actual, RevisionId: second }, bindings)).toHaveLength(1)
    expect(two(first)).toEqual([`A: <uuid:1> has the same value, ${first}, which differed in the recording`])
    expect(two(second)).toEqual([])
  })

  test('a policy is JSON in a text, and a time is a number on the wire and a Date in the SDK', () => {
    const bindings = newBindings()
    expect(differences({ Policy: { Id: 'default' } }, { Policy: '{"Id":"default"}' }, bindings, 'number')).toEqual([])
    expect(differences({ At: 'datetime' }, { At: 1.5 }, bindings, 'number')).toEqual([])
    expect(differences({ At: 'datetime' }, { At: new Date() }, bindings, 'Date')).toEqual([])
    expect(differences({ At: 'datetime' }, { At: 1.5 }, bindings, 'Date')).toEqual(['At: is no Date: 1.5'])
  })
})
