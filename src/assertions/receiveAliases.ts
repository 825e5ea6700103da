import type { LambdaMatchers } from './lambdaMatchers'

type AliasOf<Name> = Name extends `toHaveReceived${infer Rest}` ? `toReceive${Rest}` : never

/** The shorter names that aws-sdk-client-mock-jest has as well: `toReceiveCommand` is `toHaveReceivedCommand`. */
export type ReceiveAliases<R> = {
  [Name in keyof LambdaMatchers<R> as AliasOf<Name>]: LambdaMatchers<R>[Name]
}

/** The names under which a runner knows a matcher, its own first. */
export function namesOf(name: string): readonly string[] {
  const alias = name.replace(/^toHaveReceived/, 'toReceive')
  return alias === name ? [name] : [name, alias]
}
