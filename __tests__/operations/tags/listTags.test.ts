import { createApi } from '../../support/api'
import { qualifiedFunction, taggables, unknownResources } from './taggables'

describe('ListTags', () => {
  it.each(taggables)('lists the tags that %s was created with (recorded)', async (_, create) => {
    const api = createApi()
    const Resource = await create(api, { testtag: 'custom-tag' })
    expect(await api.call('ListTags', { Resource })).toEqual({ Tags: { testtag: 'custom-tag' } })
  })

  it.each(taggables)('answers with an empty map for %s without tags (recorded)', async (_, create) => {
    const api = createApi()
    expect(await api.call('ListTags', { Resource: await create(api) })).toEqual({ Tags: {} })
  })

  it.each(unknownResources)('misses %s', async (Resource, message) => {
    expect(await createApi().refusal('ListTags', { Resource })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })

  it.each(taggables)('misses the ARN that %s would have in another region', async (_, create) => {
    const api = createApi()
    const Resource = (await create(api)).replace('us-east-1', 'eu-west-1')
    expect(await api.refusal('ListTags', { Resource })).toMatchObject({ code: 'ResourceNotFoundException', status: 404 })
  })

  it('misses a function that was deleted (recorded)', async () => {
    const api = createApi()
    const { FunctionArn } = await api.createFunction('orders', { Tags: { A: 'a' } })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await api.refusal('ListTags', { Resource: FunctionArn! })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:orders',
    })
  })

  it('refuses a version or alias before it looks for the function (recorded)', async () => {
    const [Resource, refusal] = qualifiedFunction
    expect(await createApi().refusal('ListTags', { Resource })).toEqual(refusal)
  })

  it('knows no tags of other resources (recorded)', async () => {
    const Resource = 'arn:aws:lambda:us-east-1:123456789012:foobar:orders'
    expect(await createApi().refusal('ListTags', { Resource })).toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining(`Value '${Resource}' at 'resource' failed to satisfy constraint`),
    })
  })
})
