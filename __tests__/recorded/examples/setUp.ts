import type { Input } from '../../../src/model/api'
import type { World } from '../world'

/** What has to be there before an example; the answer is what an example's input cannot know, such as the id of a mapping. */
export type SetUp = (world: World, output: any) => Promise<object | void> | object | void

/** By operation, in the order of AWS's examples. */
export type SetUps = Readonly<Record<string, readonly SetUp[]>>

/** The function of nearly all examples. */
export const FunctionName = 'my-function'

/** A function with those of an example's members that can be set, and a published version, 1. */
export const theFunction: SetUp = async ({ createFunction }, output = {}) => {
  const { Description, Environment, Handler, KMSKeyArn, MemorySize, Role, Runtime, Timeout, TracingConfig } =
    output.Configuration ?? output
  const settings = { Description, Environment, Handler, KMSKeyArn, MemorySize, Role, Runtime, Timeout, TracingConfig }
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  await createFunction(output.FunctionName ?? FunctionName, { ...given, Publish: true })
}

/** Publishes versions up to a number. */
export async function publish({ call }: World, last: number): Promise<void> {
  for (let version = 2; version <= last; version++) {
    await call('UpdateFunctionConfiguration', { FunctionName, Description: `version ${version}` })
    await call('PublishVersion', { FunctionName })
  }
}

/** An alias of the function. */
export async function alias(
  world: World,
  Name: string,
  FunctionVersion = '1',
  more: Partial<Input<'CreateAlias'>> = {},
): Promise<void> {
  await world.call('CreateAlias', { FunctionName, Name, FunctionVersion, ...more })
}

/** The function with an alias of its version. */
export const theAlias =
  (name: string): SetUp =>
  async (world) => {
    await theFunction(world, {})
    await alias(world, name)
  }
