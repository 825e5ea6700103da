import { batchAnswer } from '../../../src/runtime/event-sources/batchAnswer'

const said = (answer: unknown) => {
  const read = batchAnswer(
    Buffer.from(typeof answer === 'string' && answer.startsWith('raw ') ? answer.slice(4) : JSON.stringify(answer)),
    ['a', 'b'],
  )
  return read.kind === 'partlyFailed' ? [...read.failed] : read.kind
}

/** AWS's list of what is a complete success and a complete failure, and what else can be answered. */
it.each([
  ['an empty list', { batchItemFailures: [] }, 'processed'],
  ['a null list', { batchItemFailures: null }, 'processed'],
  ['an empty answer', {}, 'processed'],
  ['no answer', null, 'processed'],
  ['an empty text', '', 'processed'],
  ['an empty list in place of the answer', [], 'processed'],
  ['nothing at all', 'raw ', 'processed'],
  ['another member', { failures: [{ itemIdentifier: 'a' }] }, 'processed'],
  ['one message', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
  ['all messages', { batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'a' }] }, ['b', 'a']],
  ['a message twice', { batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'b' }] }, ['b']],
  ['more than the identifier', { batchItemFailures: [{ itemIdentifier: 'b', why: 'x' }], state: {} }, ['b']],
  ['what is no JSON', 'raw {"batchItem', 'failed'],
  ['a text', 'done', 'failed'],
  ['a list of identifiers', ['a'], 'failed'],
  ['a number', 5, 'failed'],
  ['a list that is none', { batchItemFailures: 'a' }, 'failed'],
  ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }, 'failed'],
  ['a null identifier', { batchItemFailures: [{ itemIdentifier: null }] }, 'failed'],
  ['a null item', { batchItemFailures: [null] }, 'failed'],
  ['a wrong key', { batchItemFailures: [{ messageId: 'a' }] }, 'failed'],
  ['a bare identifier', { batchItemFailures: ['a'] }, 'failed'],
  ['an unknown identifier', { batchItemFailures: [{ itemIdentifier: 'c' }] }, 'failed'],
  ['a known and an unknown one', { batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'c' }] }, 'failed'],
])('%s', (_, answer, meaning) => {
  expect(said(answer)).toEqual(meaning)
})
