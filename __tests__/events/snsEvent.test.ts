import { newSnsEvent } from '../../src/events/snsEvent'
import { newPlace, uuid } from '../support/eventPlace'

const sns = (given: object) => newSnsEvent('sns', given, newPlace())
const topicArn = 'arn:aws:sns:us-east-1:123456789012:orders'

test('a notification has every member that SNS sends, in its order and with a capital E', () => {
  const event = sns({ topicArn, message: { id: 7 }, subject: 'new order' })
  expect(event).toEqual({
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: expect.stringMatching(new RegExp(`^${topicArn}:[0-9a-f-]{36}$`)),
        Sns: {
          Type: 'Notification',
          MessageId: uuid,
          TopicArn: topicArn,
          Subject: 'new order',
          Message: '{"id":7}',
          Timestamp: '2026-01-31T12:00:00.000Z',
          SignatureVersion: '1',
          Signature: expect.stringMatching(/^[A-Za-z0-9+/]{342}==$/),
          SigningCertUrl: expect.stringMatching(
            /^https:\/\/sns\.us-east-1\.amazonaws\.com\/SimpleNotificationService-[0-9a-f]{32}\.pem$/,
          ),
          UnsubscribeUrl: `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${event.Records[0]!.EventSubscriptionArn}`,
          MessageAttributes: {},
        },
      },
    ],
  })
  expect(Object.keys(event.Records[0]!.Sns).slice(0, 6)).toEqual([
    'Type',
    'MessageId',
    'TopicArn',
    'Subject',
    'Message',
    'Timestamp',
  ])
})

test('a text goes as it is, and a notification without a subject has null', () => {
  const { Sns } = sns({ message: 'tea is ready' }).Records[0]!
  expect(Sns).toMatchObject({ Message: 'tea is ready', Subject: null, TopicArn: 'arn:aws:sns:us-east-1:123456789012:topic' })
})

test('attributes have a type and a value that is always text', () => {
  const attributes = {
    kind: 'express',
    price: 12.5,
    image: new Uint8Array([1, 2, 3]),
    tags: ['hot', 1, true, null],
    whole: { DataType: 'Number', StringValue: '7' },
  }
  expect(sns({ message: 'tea', attributes }).Records[0]!.Sns.MessageAttributes).toEqual({
    kind: { Type: 'String', Value: 'express' },
    price: { Type: 'Number', Value: '12.5' },
    image: { Type: 'Binary', Value: 'AQID' },
    tags: { Type: 'String.Array', Value: '["hot",1,true,null]' },
    whole: { Type: 'Number', Value: '7' },
  })
})

test('the input of Publish can be pasted', () => {
  const { Sns } = sns({ TopicArn: topicArn, Message: 'tea', Subject: 'now' }).Records[0]!
  expect(Sns).toMatchObject({ TopicArn: topicArn, Message: 'tea', Subject: 'now' })
})

test.each([
  [{ message: '' }, 'sns needs a message that is not empty: SNS takes no empty messages.'],
  [{}, 'sns needs message as text, bytes or a JSON value, not undefined.'],
  [{ message: 'a'.repeat(262_145) }, 'sns has a message of 262145 bytes; SNS takes no more than 262144.'],
  [{ mesage: 'tea' }, "sns has no member 'mesage'. Did you mean 'message'?"],
  [{ message: 'tea', topicArn: 'orders' }, "sns needs topicArn as an ARN that begins with arn:aws:sns:, not 'orders'."],
  [{ message: 'tea', subject: 'a\nb' }, /needs a subject of at most 100 ASCII characters on one line/],
  [{ message: 'tea', time: 'soon' }, /needs time as a Date/],
  [
    { message: 'tea', attributes: { a: {} } },
    "sns: attribute 'a' needs a DataType of String, String.Array, Number or Binary, not undefined.",
  ],
  [{ message: 'tea', attributes: { a: true } }, /has to be a text, a number, bytes, a list/],
  [{ message: 'tea', attributes: { a: { DataType: 'Binary' } } }, /needs a BinaryValue of bytes/],
])('%j is refused', (given, message) => {
  expect(() => sns(given)).toThrow(message)
})
