import { aDeletedFunction, nothing, type Situations } from '../situation'

export const tags: Situations = {
  ListTags: {
    'ARN with a qualifier': nothing,
    'function deleted': aDeletedFunction,
    'unknown resource': nothing,
    'unknown resource type in the ARN': nothing,
  },
  TagResource: { 'function deleted': aDeletedFunction, 'unknown resource': nothing },
  UntagResource: { 'function deleted': aDeletedFunction, 'unknown resource': nothing },
}
