import fc from 'fast-check'
import { isServiceError } from '../../src/errors/serviceError'
import type { OperationName } from '../../src/model/api'
import { operations } from '../../src/model/operations'
import type { StructureShape } from '../../src/model/shape'
import { shapes } from '../../src/model/shapes'
import { check } from '../../src/wire/check'
import { recordedErrors } from '../fixtures/recordedErrors'

/** What `check` says of an input; undefined if it lets it pass. */
function refusal(operation: OperationName, input: Record<string, unknown>): string | undefined {
  try {
    check(operations[operation], input)
    return undefined
  } catch (error) {
    if (!isServiceError(error) || error.name !== 'ValidationException') throw error
    expect(error.status).toBe(400)
    return error.message
  }
}

const one = (violation: string) => `1 validation error detected: ${violation}`

describe('AWS refuses what breaks its model, in the words that are on record', () => {
  // The recordings left out what does not matter to them.
  const leftOut: Record<string, Record<string, unknown>> = {
    CreateFunction: { Role: 'arn:aws:iam::111111111111:role/lambda', Code: {} },
    PutFunctionCodeSigningConfig: { FunctionName: 'orders' },
  }
  const inputOf = ({ operation, request }: (typeof recordedErrors)[number]) => ({ ...leftOut[operation], ...request })
  const table = recordedErrors.map((entry, index) => ({ ...entry, title: `${index}: ${entry.operation}, ${entry.situation}` }))
  const refusedAtTheDoor = table.filter(({ errorCode }) => errorCode === 'ValidationException')
  const refusedLater = table.filter(({ errorCode }) => errorCode !== 'ValidationException')

  const sorted = (message: string) => {
    const [count, violations] = message.split(' detected: ', 2)
    return [count, ...violations!.split(/; (?=Value)/).sort()]
  }

  test.each(refusedAtTheDoor)('$title', (entry) => {
    const message = refusal(entry.operation, inputOf(entry))
    if (entry.sorted) expect(sorted(message ?? 'nothing detected: ')).toEqual(sorted(entry.message))
    else expect(message).toBe(entry.message)
  })

  test.each(refusedLater)('is left to the operation: $title', (entry) => {
    expect(refusal(entry.operation, inputOf(entry))).toBeUndefined()
  })

  test('there are recordings of both kinds', () => {
    expect(refusedAtTheDoor.length).toBeGreaterThan(70)
    expect(refusedLater.length).toBeGreaterThan(90)
  })
})

describe('a required member', () => {
  test('that is absent is null to AWS', () => {
    expect(refusal('CreateAlias', { FunctionName: 'orders', Name: 'live' })).toBe(
      one(`Value null at 'functionVersion' failed to satisfy constraint: Member must not be null`),
    )
  })

  test('is asked for inside a structure that is there, and not inside one that is absent', () => {
    const input = { Description: 'd', AllowedPublishers: {} }
    expect(refusal('CreateCodeSigningConfig', input)).toBe(
      one(`Value null at 'allowedPublishers.signingProfileVersionArns' failed to satisfy constraint: Member must not be null`),
    )
    expect(
      refusal('UpdateCodeSigningConfig', {
        CodeSigningConfigArn: 'arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-0123456789abcdef0',
      }),
    ).toBeUndefined()
  })

  test('all violations are told in one message, in the order of the members', () => {
    expect(refusal('AddPermission', { FunctionName: 'orders', StatementId: 'a.b' })).toBe(
      `3 validation errors detected: Value 'a.b' at 'statementId' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+); ` +
        `Value null at 'action' failed to satisfy constraint: Member must not be null; ` +
        `Value null at 'principal' failed to satisfy constraint: Member must not be null`,
    )
  })
})

describe('lengths and ranges', () => {
  test('of numbers are inclusive', () => {
    expect(refusal('ListFunctions', { MaxItems: 10_000 })).toBeUndefined()
    expect(refusal('ListFunctions', { MaxItems: 10_001 })).toBe(
      one(`Value '10001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 10000`),
    )
    expect(refusal('ListFunctions', { MaxItems: 0 })).toBe(
      one(`Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1`),
    )
  })

  test('of a list count its items, and the whole list is quoted', () => {
    expect(refusal('UpdateFunctionCode', { FunctionName: 'orders', Architectures: ['arm64', 'x86_64'] })).toBe(
      one(
        `Value '[arm64, x86_64]' at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1`,
      ),
    )
  })

  test('in a structure have a dotted path, whose parts only lose their first capital', () => {
    const input = {
      FunctionName: 'orders',
      ImageConfig: { WorkingDirectory: 'x'.repeat(1001) },
      KMSKeyArn: 'key',
      EphemeralStorage: { Size: 1 },
    }
    const message = refusal('UpdateFunctionConfiguration', input)
    expect(message).toContain(
      `at 'imageConfig.workingDirectory' failed to satisfy constraint: Member must have length less than or equal to 1000`,
    )
    expect(message).toContain(
      `Value 'key' at 'kMSKeyArn' failed to satisfy constraint: Member must satisfy regular expression pattern: `,
    )
    expect(message).toContain(
      `Value '1' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value greater than or equal to 512`,
    )
  })

  test('of a structure in a list name its place, counted from 1', () => {
    const filters = { Filters: [{ Pattern: '{}' }, { Pattern: 'x'.repeat(4097) }] }
    expect(
      refusal('UpdateEventSourceMapping', { UUID: '12345678-1234-1234-1234-123456789012', FilterCriteria: filters }),
    ).toContain(
      `at 'filterCriteria.filters.2.member.pattern' failed to satisfy constraint: Member must have length less than or equal to 4096`,
    )
  })
})

describe('items of a list or map', () => {
  test('are refused together, with all that is asked of an item', () => {
    expect(refusal('CreateFunction', { ...aFunction, VpcConfig: { SubnetIds: ['subnet-1', 'net'] } })).toBe(
      one(
        `Value '[subnet-1, net]' at 'vpcConfig.subnetIds' failed to satisfy constraint: Member must satisfy constraint: ` +
          `[Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, ` +
          `Member must satisfy regular expression pattern: subnet-[0-9a-z]*]`,
      ),
    )
  })

  test('must not be null', () => {
    expect(refusal('CreateFunction', { ...aFunction, Architectures: [null] })).toBe(
      one(
        `Value '[null]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: ` +
          `[Member must satisfy enum value set: [x86_64, arm64], Member must not be null]`,
      ),
    )
  })

  test('a map tells what its keys and what its values have to satisfy', () => {
    expect(refusal('CreateAlias', { ...anAlias, RoutingConfig: { AdditionalVersionWeights: { 2: 1.5 } } })).toBe(
      one(
        `Value '{2=1.5}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: ` +
          `[Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]`,
      ),
    )
    expect(refusal('CreateAlias', { ...anAlias, RoutingConfig: { AdditionalVersionWeights: { two: 1 } } })).toBe(
      one(
        `Value '{two=1.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: ` +
          `[Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, ` +
          `Member must satisfy regular expression pattern: [0-9]+, Member must not be null]`,
      ),
    )
  })

  test('letters of any language may stand in a tag', () => {
    expect(refusal('CreateFunction', { ...aFunction, Tags: { größe: '数 1' } })).toBeUndefined()
    expect(refusal('CreateFunction', { ...aFunction, Tags: { 'a!': 'b' } })).toContain(`Value '{a!=b}' at 'tags'`)
  })
})

describe('sensitive values are never printed', () => {
  test('of environment variables only the broken constraint is told', () => {
    expect(refusal('CreateFunction', { ...aFunction, Environment: { Variables: { '1_KEY': 'secret' } } })).toBe(
      one(
        `Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: ` +
          `[Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]`,
      ),
    )
  })

  test('of a payload of a durable operation neither', () => {
    const input = {
      DurableExecutionArn: 'x',
      CheckpointToken: 'dG9rZW4=',
      Updates: [{ Id: 'a', Type: 'STEP', Action: 'FAIL', Payload: 'p'.repeat(6_291_457) }],
    }
    const message = refusal('CheckpointDurableExecution', input)
    expect(message).toContain(
      `; Value at 'updates.1.member.payload' failed to satisfy constraint: Member must have length less than or equal to 6291456`,
    )
    expect(message).not.toContain('ppp')
  })
})

describe('patterns', () => {
  test('have to match the whole value', () => {
    expect(refusal('DeleteAlias', { FunctionName: 'orders', Name: 'live\nx' })).toContain(`at 'name'`)
    expect(refusal('GetFunction', { FunctionName: ' orders' })).toContain(`at 'functionName'`)
  })

  test('are not run on a string that is far too long, whose length is refused anyway', () => {
    const hostile = ['a', '-', ':', '0', '!'].map((character) => character.repeat(200_000))
    const ran = jest.spyOn(RegExp.prototype, 'test')
    const messages = hostile.map((text) => [
      refusal('GetFunction', { FunctionName: text, Qualifier: text }),
      refusal('DeleteLayerVersion', { LayerName: text, VersionNumber: 1 }),
    ])
    const longest = Math.max(...ran.mock.calls.map(([text]) => text.length))
    ran.mockRestore()
    expect(longest).toBe(-Infinity)
    for (const [names, layer] of messages) {
      expect(names!.startsWith('2 validation errors detected')).toBe(true)
      expect(layer!.endsWith('length less than or equal to 140')).toBe(true)
    }
  })

  test('a value that is only a little too long is told both, as AWS does', () => {
    expect(refusal('CreateFunction', { ...aFunction, FunctionName: '!'.repeat(141) })).toMatch(
      /^2 validation errors detected: .*140; .*pattern/,
    )
  })

  test('whatever the text, the door answers', () => {
    const names = Object.keys(operations) as OperationName[]
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.nat(30_000).map((length) => 'arn:aws:lambda:a-'.repeat(length / 16)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), hostile, (name, text) => {
        const shape = shapes[operations[name].input ?? ''] as StructureShape | undefined
        const strings = Object.entries(shape?.members ?? {}).filter(([, member]) => shapes[member.shape]!.type === 'string')
        refusal(name, Object.fromEntries(strings.map(([member]) => [member, text])))
      }),
      { numRuns: 300 },
    )
  })
})

test('an input that satisfies the model passes', () => {
  expect(
    refusal('CreateFunction', { ...aFunction, Runtime: 'any', Handler: 'index.handler', Timeout: 3, MemorySize: 128 }),
  ).toBeUndefined()
  expect(refusal('GetAccountSettings', {})).toBeUndefined()
})

const aFunction = { FunctionName: 'orders', Role: 'arn:aws:iam::123456789012:role/lambda', Code: {} }
const anAlias = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }
