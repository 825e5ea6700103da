import { requireTypes } from '../../src/usage/requireTypes'

const create = (settings: object) => () => requireTypes('CreateFunctionRequest', settings, 'configure(...)')

describe('a value of another type than AWS has', () => {
  it.each([
    [{ Timeout: '3' }, 'configure(...) needs Timeout to be a number, not of type string.'],
    [{ Publish: 'true' }, 'configure(...) needs Publish to be true or false, not of type string.'],
    [{ Description: 7 }, 'configure(...) needs Description to be text, not of type number.'],
    [{ Layers: 'arn' }, 'configure(...) needs Layers to be a list, not of type string.'],
    [{ Layers: ['arn', 7] }, 'configure(...) needs Layers[1] to be text, not of type number.'],
    [{ Environment: { STAGE: 'test' }, Tags: [] }, 'configure(...) needs Tags to be an object, not of type array.'],
    [
      { Environment: { Variables: { PORT: 8080 } } },
      'configure(...) needs Environment.Variables.PORT to be text, not of type number.',
    ],
    [{ VpcConfig: 'none' }, 'configure(...) needs VpcConfig to be an object, not of type string.'],
  ])('is refused: %j', (settings, message) => {
    expect(create(settings)).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }))
  })

  it('is refused as a whole too', () => {
    expect(create('orders' as never)).toThrow('configure(...) needs its settings to be an object, not of type string.')
  })

  it('is not shown, as it may be a secret', () => {
    expect(create({ Environment: { Variables: { TOKEN: 4711 } } })).not.toThrow('4711')
  })
})

it('takes what AWS takes, and what is not there', () => {
  const settings = { Timeout: 3, Publish: true, Layers: [], Code: { ZipFile: Buffer.of(1) }, Tags: null, Description: undefined }
  expect(create(settings)).not.toThrow()
  expect(() => requireTypes('CreateEventSourceMappingRequest', { StartingPositionTimestamp: new Date(0) }, 'x')).not.toThrow()
})
