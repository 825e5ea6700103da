import { createApi } from '../../support/api'
import { qualifiedFunction, taggables, unknownResources } from './taggables'

describe('UntagResource', () => {
  it.each(taggables)('takes tags away from %s by key; an unknown key is no error (recorded)', async (_, create) => {
    const api = createApi()
    const Resource = await create(api, { A: 'a', B: 'b', C: 'c' })
    expect(await api.call('UntagResource', { Resource, TagKeys: ['A', 'C', 'unknown'] })).toEqual({})
    expect(await api.call('ListTags', { Resource })).toEqual({ Tags: { B: 'b' } })
    await api.call('UntagResource', { Resource, TagKeys: ['B'] })
    expect(await api.call('ListTags', { Resource })).toEqual({ Tags: {} })
  })

  it.each(unknownResources)('misses %s', async (Resource, message) => {
    expect(await createApi().refusal('UntagResource', { Resource, TagKeys: ['A'] })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })

  it('refuses a version or alias before it looks for the function', async () => {
    const [Resource, refusal] = qualifiedFunction
    expect(await createApi().refusal('UntagResource', { Resource, TagKeys: ['A'] })).toEqual(refusal)
  })
})
