import { aFunction, type Situations } from '../situation'
import { badFunctionNames } from './functionNames'

export const invocation: Situations = {
  Invoke: { ...badFunctionNames, 'function ARN of another region': aFunction },
}
