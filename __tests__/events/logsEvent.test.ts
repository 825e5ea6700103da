import { gunzipSync } from 'node:zlib'
import { newLogsEvent } from '../../src/events/logsEvent'
import { newPlace } from '../support/eventPlace'
import { noon } from '../support/runtime'

const logs = (given: object) => newLogsEvent('logs', given, newPlace())
const contentOf = (given: object) => JSON.parse(gunzipSync(Buffer.from(logs(given).awslogs.data, 'base64')).toString()) as unknown

test('lines come as JSON, zipped, in base64', () => {
  const messages = ['ERROR a', { message: 'ERROR b', time: noon + 5, id: '1', extractedFields: { level: 'ERROR' } }]
  expect(contentOf({ logGroup: '/aws/lambda/orders', messages })).toEqual({
    messageType: 'DATA_MESSAGE',
    owner: '123456789012',
    logGroup: '/aws/lambda/orders',
    logStream: expect.stringMatching(/^2026\/01\/31\/\[\$LATEST\][0-9a-f]{32}$/),
    subscriptionFilters: ['filter'],
    logEvents: [
      { id: expect.stringMatching(/^\d{56}$/), timestamp: noon, message: 'ERROR a' },
      { id: '1', timestamp: noon + 5, message: 'ERROR b', extractedFields: { level: 'ERROR' } },
    ],
  })
})

test('events of a log, as PutLogEvents takes them, can be pasted', () => {
  const logEvents = [{ timestamp: noon, message: 'a' }]
  expect(contentOf({ logGroupName: 'g', logStreamName: 's', logEvents, subscriptionFilters: ['f'] })).toMatchObject({
    logGroup: 'g',
    logStream: 's',
    subscriptionFilters: ['f'],
    logEvents: [{ timestamp: noon, message: 'a' }],
  })
})

test.each([
  [{ messages: ['a'] }, 'logs needs logGroup as a text that is not empty, not undefined.'],
  [{ logGroup: 'g', messages: [] }, 'logs needs messages as a list with at least one text, not an array.'],
  [{ logGroup: 'g', messages: [7] }, 'logs: message 0 has to be a text or { message }, not 7.'],
  [
    { logGroup: 'g', messages: [{ text: 'a' }] },
    "logs: message 0 has no member 'text'. It has: message, time, id, extractedFields.",
  ],
  [{ logGroup: 'g', messages: ['a'], subscriptionFilters: 'f' }, "logs needs subscriptionFilters as a list of names, not 'f'."],
])('%j is refused', (given, message) => {
  expect(() => logs(given)).toThrow(message)
})
