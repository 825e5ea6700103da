import { createApi, type Api } from '../../support/api'
import { taggables, unknownResources, qualifiedFunction } from './taggables'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

const tagsOf = async (api: Api, Resource: string) => (await api.call('ListTags', { Resource })).Tags

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, 'value']))

describe('TagResource', () => {
  it.each(taggables)('adds tags to %s, and changes those that are there (recorded)', async (_, create) => {
    const api = createApi()
    const Resource = await create(api)
    expect(await api.call('TagResource', { Resource, Tags: { A: 'tag-a', C: 'tag-c' } })).toEqual({})
    await api.call('TagResource', { Resource, Tags: { B: '', C: 'tag-c-newsuffix' } })
    expect(await tagsOf(api, Resource)).toEqual({ A: 'tag-a', B: '', C: 'tag-c-newsuffix' })
  })

  it('shows in GetFunction', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('TagResource', { Resource: arn, Tags: { team: 'shop' } })
    expect((await api.call('GetFunction', { FunctionName: 'orders' })).Tags).toEqual({ team: 'shop' })
  })

  it('takes 50 tags, those that are there included, and no more', async () => {
    const api = createApi()
    await api.createFunction('orders', { Tags: many(49) })
    await api.call('TagResource', { Resource: arn, Tags: { 'key-0': 'changed', last: 'value' } })
    expect(await api.refusal('TagResource', { Resource: arn, Tags: { 'key-1': 'changed', more: 'value' } })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Number of tags exceeds resource tag limit.',
    })
    expect(await tagsOf(api, arn)).toEqual({ ...many(49), 'key-0': 'changed', last: 'value' })
  })

  it('refuses to add nothing', async () => {
    expect(await createApi().refusal('TagResource', { Resource: arn, Tags: {} })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'An error occurred and the request cannot be processed.',
    })
  })

  it.each(unknownResources)('misses %s', async (Resource, message) => {
    expect(await createApi().refusal('TagResource', { Resource, Tags: { A: 'B' } })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })

  it('refuses a version or alias before it looks for the function', async () => {
    const [Resource, refusal] = qualifiedFunction
    expect(await createApi().refusal('TagResource', { Resource, Tags: { A: 'B' } })).toEqual(refusal)
  })
})
