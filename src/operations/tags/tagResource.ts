import { invalidParameter } from '../../errors/invalidParameter'
import { operation } from '../operation'
import { requireTagLimit, requireTags } from './tags'

/**
 * TagResource: adds tags to a function, event source mapping, code signing configuration or capacity provider; a key that is there
 * gets the new value.
 * Refuses in this order: no tags, a version or alias, an unknown resource, more than 50 tags.
 * https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
 */
export const tagResource = operation('TagResource', (input, { region }) => {
  const added = Object.entries(input.Tags)
  // Not recorded.
  if (added.length === 0) throw invalidParameter('An error occurred and the request cannot be processed.')
  const tags = requireTags(region, input.Resource)
  requireTagLimit(new Map([...tags, ...added]))
  for (const [key, value] of added) tags.set(key, value)
  return {}
})
