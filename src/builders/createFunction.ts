import { partitionOf } from '../state/arns'
import type { FunctionRecord } from '../state/functionRecord'
import { placeholderCode } from './placeholderCode'
import type { Seed } from './seed'

/** Creates a function through CreateFunction, with what a test need not say: a role, a runtime, code. */
export function createFunction(seed: Seed, where: string, name: string): FunctionRecord {
  const { region, accountId } = seed.region()
  seed.run(where, 'CreateFunction', {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: `arn:${partitionOf(region)}:iam::${accountId}:role/lambdouble`,
    Code: placeholderCode(),
  })
  const fn = seed.region().functions.get(name)!
  fn.runtimeByDefault = true
  return fn
}
