import { newEventBridgeEvent, newScheduledEvent } from '../../src/events/eventBridgeEvent'
import { newPlace, uuid } from '../support/eventPlace'

const bus = (given: object) => newEventBridgeEvent('bus', given, newPlace())

test('an event has every member of an event on a bus, in its order', () => {
  const event = bus({ source: 'shop', detailType: 'OrderPlaced', detail: { id: 7 }, resources: ['arn:aws:s3:::b'] })
  expect(event).toEqual({
    version: '0',
    id: uuid,
    'detail-type': 'OrderPlaced',
    source: 'shop',
    account: '123456789012',
    time: '2026-01-31T12:00:00Z',
    region: 'us-east-1',
    resources: ['arn:aws:s3:::b'],
    detail: { id: 7 },
  })
  expect(Object.keys(event).slice(0, 4)).toEqual(['version', 'id', 'detail-type', 'source'])
})

test('the input of PutEvents can be pasted, and so can an event', () => {
  const time = new Date('2026-02-01T00:00:00.5Z')
  const entry = { Source: 'shop', DetailType: 'OrderPlaced', Detail: '{"id":7}', Resources: [], Time: time }
  expect(bus(entry)).toMatchObject({ source: 'shop', detail: { id: 7 }, time: '2026-02-01T00:00:00Z' })
  expect(bus({ source: 'shop', 'detail-type': 'OrderPlaced', id: 'x' })).toMatchObject({
    'detail-type': 'OrderPlaced',
    id: 'x',
    detail: {},
  })
})

test('a schedule names its rule and has nothing to tell', () => {
  expect(newScheduledEvent('scheduled', {}, newPlace())).toEqual({
    version: '0',
    id: uuid,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '123456789012',
    time: '2026-01-31T12:00:00Z',
    region: 'us-east-1',
    resources: ['arn:aws:events:us-east-1:123456789012:rule/schedule'],
    detail: {},
  })
})

test.each([
  [{ detailType: 'OrderPlaced' }, 'bus needs source as a text that is not empty, not undefined.'],
  [{ source: 'shop' }, 'bus needs detailType as a text that is not empty, not undefined.'],
  [{ source: 'shop', detailType: 'a', detail: 'tea' }, "bus needs detail as an object or its JSON, not 'tea'."],
  [{ source: 'shop', detailType: 'a', detail: [1] }, 'bus needs detail as an object or its JSON, not an array.'],
  [{ source: 'shop', detailType: 'a', resources: 'arn' }, "bus needs resources as a list of ARNs, not 'arn'."],
  [{ source: 'shop', detailtype: 'a' }, "bus has no member 'detailtype'. Did you mean 'detailType'?"],
])('%j is refused', (given, message) => {
  expect(() => bus(given)).toThrow(message)
})
