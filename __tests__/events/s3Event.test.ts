import { newS3Event, type S3Event } from '../../src/events/s3Event'
import { newPlace, uuid } from '../support/eventPlace'

const s3 = (given: object, region?: string) => newS3Event('s3', given, newPlace(region))
const objectOf = (event: S3Event) => event.Records[0]!.s3.object

test('a put has every member that S3 sends', () => {
  expect(s3({ bucket: 'photos', key: 'cats/a cat.png', body: 'meow', versionId: 'v1', sourceIp: '192.0.2.1' })).toEqual({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'us-east-1',
        eventTime: '2026-01-31T12:00:00.000Z',
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: expect.stringMatching(/^AWS:A[0-9A-F]{13}$/) },
        requestParameters: { sourceIPAddress: '192.0.2.1' },
        responseElements: {
          'x-amz-request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
          'x-amz-id-2': expect.stringMatching(/^[A-Za-z0-9+/]{75}=$/),
        },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: uuid,
          bucket: {
            name: 'photos',
            ownerIdentity: { principalId: expect.stringMatching(/^A[0-9A-F]{13}$/) },
            arn: 'arn:aws:s3:::photos',
          },
          object: {
            key: 'cats/a+cat.png',
            size: 4,
            eTag: '4a4be40c96ac6314e91d93f38043a634',
            versionId: 'v1',
            sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
          },
        },
      },
    ],
  })
})

test.each([
  ['a b/c+d&e.txt', 'a+b/c%2Bd%26e.txt'],
  ['tea?=100%', 'tea%3F%3D100%25'],
  ['straße/ü', 'stra%C3%9Fe/%C3%BC'],
  ["it's (1)!~*", 'it%27s+%281%29%21%7E*'],
])('the key %s goes as %s, as in a form but with its slashes', (key, encoded) => {
  expect(objectOf(s3({ bucket: 'b', key })).key).toBe(encoded)
  expect(decodeURIComponent(encoded.replaceAll('+', ' '))).toBe(key)
})

test('a deleted object has neither size nor ETag, a delete marker the ETag of nothing', () => {
  expect(Object.keys(objectOf(s3({ bucket: 'b', key: 'k', eventName: 'ObjectRemoved:Delete' })))).toEqual(['key', 'sequencer'])
  expect(objectOf(s3({ bucket: 'b', key: 'k', eventName: 'ObjectRemoved:DeleteMarkerCreated' }))).toMatchObject({
    eTag: 'd41d8cd98f00b204e9800998ecf8427e',
  })
})

test('of two changes the later one has the greater sequencer', () => {
  const at = (time: number) => objectOf(s3({ bucket: 'b', key: 'k', time })).sequencer!
  expect(at(1_000) < at(2_000)).toBe(true)
  expect(at(2_000) < at(1_900_000_000_000)).toBe(true)
})

test('changes of later kinds have a later form, and a restored object says until when it stays', () => {
  expect(s3({ bucket: 'b', key: 'k', eventName: 'ObjectTagging:Put' }).Records[0]!.eventVersion).toBe('2.3')
  expect(s3({ bucket: 'b', key: 'k', eventName: 'ObjectRestore:Completed' }).Records[0]).toMatchObject({
    glacierEventData: {
      restoreEventData: {
        lifecycleRestorationExpiryTime: '2026-02-01T12:00:00Z',
        lifecycleRestoreStorageClass: 'GLACIER',
      },
    },
  })
})

test('buckets of China have ARNs of China', () => {
  expect(s3({ bucket: 'b', key: 'k' }, 'cn-north-1').Records[0]).toMatchObject({
    awsRegion: 'cn-north-1',
    s3: { bucket: { arn: 'arn:aws-cn:s3:::b' } },
  })
})

test.each([
  [{ key: 'k' }, 's3 needs bucket as a text that is not empty, not undefined.'],
  [{ bucket: 'b' }, 's3 needs key as a text that is not empty, not undefined.'],
  [{ bucket: 'b', key: 'k', eventName: 's3:ObjectCreated:Putt' }, /S3 sends no event .* Did you mean 'ObjectCreated:Put'\?/],
  [{ bucket: 'b', key: 'k', eventName: 'toString' }, /S3 sends no event 'toString'. There are: ObjectCreated:Put, /],
  [{ bucket: 'b', key: 'k', size: -1 }, /needs size as a whole number from 0 to /],
  [{ bucket: 'b', kee: 'k' }, "s3 has no member 'kee'. Did you mean 'key'?"],
])('%j is refused', (given, message) => {
  expect(() => s3(given)).toThrow(message)
})
