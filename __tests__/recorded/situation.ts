import type { MockLambdaOptions } from '../../src/index'
import type { OperationName } from '../../src/model/api'
import type { Values } from './fill'
import type { World } from './world'

/** What a situation says beyond the recording. */
export interface Situated {
  /** What placeholders stand for that were not known before. */
  readonly values?: Values
  /** Members of the request that the recorder left out. */
  readonly leftOut?: object
}

/** A recorded request with values for the placeholders that are known. */
export type RecordedRequest = any

/** Brings about the state in which AWS gave a recorded answer. */
export type Stage = (world: World, request: RecordedRequest) => Promise<Situated | void> | Situated | void

export interface Situation {
  readonly stage: Stage
  readonly options?: MockLambdaOptions
  /** What placeholders stand for, if the common values do not fit. */
  readonly values?: Values
}

/** By operation, then by the text with which the recording tells its situation. */
export type Situations = { readonly [Name in OperationName]?: Readonly<Record<string, Stage | Situation>> }

/** Nothing is there, and the request says everything. */
export const nothing: Stage = () => {}

/** The function that the request names, as it is after its creation. */
export const aFunction: Stage = async ({ createFunction }, request) => {
  await createFunction(nameOf(request))
}

/** The function that the request names with a published version, 1. */
export const aVersion: Stage = async ({ createFunction }, request) => {
  await createFunction(nameOf(request), { Publish: true })
}

/** The function that the request names was there, and is gone. */
export const aDeletedFunction: Stage = async ({ createFunction, call }, request) => {
  await createFunction(nameOf(request))
  await call('DeleteFunction', { FunctionName: nameOf(request) })
}

/** The bare name of a function in whatever form the request gives it. */
export function nameOf({ FunctionName, Resource }: RecordedRequest): string {
  return /(?:^|:function:)([^:]+)(?::[^:]*)?$/.exec(FunctionName ?? Resource)![1]!
}
