import { operation } from '../operation'
import { requireTags } from './tags'

/**
 * UntagResource: takes tags away by key; a key that is not there is no error (recorded).
 * Refuses in this order: a version or alias, an unknown resource.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html
 */
export const untagResource = operation('UntagResource', (input, { region }) => {
  const tags = requireTags(region, input.Resource)
  for (const key of input.TagKeys) tags.delete(key)
  return {}
})
