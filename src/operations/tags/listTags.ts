import { operation } from '../operation'
import { requireTags } from './tags'

/**
 * ListTags: all tags of a resource, an empty map if it has none (recorded).
 * Refuses in this order: a version or alias, an unknown resource.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html
 */
export const listTags = operation('ListTags', (input, { region }) => ({
  Tags: Object.fromEntries(requireTags(region, input.Resource)),
}))
