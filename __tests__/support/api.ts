import { isServiceError } from '../../src/errors/serviceError'
import { perform } from '../../src/exchange'
import { createHouse, type House } from '../../src/double/house'
import type { Input, OperationName, Output } from '../../src/model/api'
import { operations } from '../../src/model/operations'
import { resolveOptions, type MockLambdaOptions } from '../../src/double/options'
import type { RegionState } from '../../src/state/regionState'

/** An answer of Lambda's that is an error, as a test compares it. */
export interface Refusal {
  readonly code: string
  readonly status: number
  readonly message: string
}

/** Lambda without a door: operations with their constraints, on one region's state. */
export interface Api {
  readonly house: House
  readonly region: RegionState
  call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>
  /** What Lambda refuses the call with; fails the test if it does not. */
  refusal<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Refusal>
  /** A function with a valid archive and AWS's defaults. */
  createFunction(name: string, more?: Partial<Input<'CreateFunction'>>): Promise<Output<'CreateFunction'>>
}

const tinyZip = Buffer.from(
  'UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAIAAAAaW5kZXguanNQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAgAEAAAAAaW5kZXguanNQSwUGAAAAAAEAAQA2AAAAJgAAAAAA',
  'base64',
)

export function createApi(options: MockLambdaOptions = {}): Api {
  const resolved = resolveOptions({ seed: 1, now: '2026-01-31T12:00:00.000Z', region: 'us-east-1', ...options })
  const house = createHouse(resolved)
  const region = house.world.region(resolved.settings.accountId, resolved.settings.region)
  const api: Api = {
    house,
    region,
    async call(name, input) {
      return (await perform(house, region, operations[name], input as Record<string, unknown>, house.ids.uuid())) as never
    },
    async refusal(name, input) {
      try {
        await api.call(name, input)
      } catch (error) {
        if (!isServiceError(error)) throw error
        return { code: error.name, status: error.status, message: error.message }
      }
      throw new Error(`${name} was accepted: ${JSON.stringify(input)}`)
    },
    createFunction: (name, more) =>
      api.call('CreateFunction', {
        FunctionName: name,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/any',
        Code: { ZipFile: tinyZip },
        ...more,
      }),
  }
  return api
}
