import { buildFunction } from '../../src/builders/buildFunction'
import { buildLayer } from '../../src/builders/layerBuilder'
import { seedObject } from '../../src/builders/seedObject'
import { createApi } from '../support/api'
import { zip } from '../support/zip'

const bytes = zip(['index.mjs'])
const orders = { bucket: 'my-bucket', key: 'orders.zip', bytes }

describe('object', () => {
  it('is found by code that is given by reference', async () => {
    const api = createApi()
    const seed = api.house.seedOf('us-east-1')
    const reference = seedObject(seed, orders)
    expect(reference).toEqual({ S3Bucket: 'my-bucket', S3Key: 'orders.zip' })
    buildFunction(seed, 'orders').configure({ Code: reference })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({ CodeSize: bytes.byteLength })
    expect(buildLayer(seed, 'tools').publish({ Content: reference })).toMatchObject({ Content: { CodeSize: bytes.byteLength } })
  })

  it('is found under its version, even after a newer one was put', async () => {
    const api = createApi()
    const seed = api.house.seedOf('us-east-1')
    const first = seedObject(seed, { ...orders, version: 'v1' })
    seedObject(seed, { ...orders, bytes: zip(['index.mjs', 'more.mjs']), version: 'v2' })
    expect(first).toEqual({ S3Bucket: 'my-bucket', S3Key: 'orders.zip', S3ObjectVersion: 'v1' })
    buildFunction(seed, 'orders').configure({ Code: first })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({ CodeSize: bytes.byteLength })
  })

  it('is a copy: the caller may go on writing', () => {
    const seed = createApi().house.seedOf('us-east-1')
    const own = Buffer.from(bytes)
    const reference = seedObject(seed, { ...orders, bytes: own })
    own.fill(0)
    expect(() => buildFunction(seed, 'orders').configure({ Code: reference })).not.toThrow()
  })

  it.each<readonly [string, object, RegExp]>([
    ['a bucket with a slash', { bucket: 'a/b' }, /needs the name of a bucket, not 'a\/b'/],
    ['no key', { key: undefined }, /needs the object's key, not undefined/],
    ['text', { bytes: 'text' }, /needs the object's bytes, e\.g\. readFileSync\('orders\.zip'\), not string/],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => seedObject(createApi().house.seedOf('us-east-1'), { ...orders, ...wrong })).toThrow(message)
  })
})
