import { buildFunction } from '../../src/builders/buildFunction'
import { buildLayer } from '../../src/builders/layerBuilder'
import { createApi } from '../support/api'

function setup() {
  const api = createApi()
  const seed = api.house.seedOf('us-east-1')
  const orders = buildFunction(seed, 'orders')
  const layer = (name: string) => buildLayer(seed, name)
  const layers = async () =>
    (await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).Layers?.map(({ Arn }) => Arn?.split(':layer:')[1])
  return { orders, layer, layers, api }
}

describe('layer of a function', () => {
  it('adds published layers behind those that are there', async () => {
    const { orders, layer, layers } = setup()
    const [base, tools, more] = [layer('base').publish(), layer('tools').publish(), layer('more').publish()]
    expect(orders.layer(base)).toBe(orders)
    orders.layer(tools, more.arn)
    expect(await layers()).toEqual(['base:1', 'tools:1', 'more:1'])
  })

  it('takes the newest version of a layer that is named, or whose builder is given', async () => {
    const { orders, layer, layers } = setup()
    layer('tools').publish().publish()
    layer('base').publish()
    orders.layer('tools', layer('base'))
    expect(await layers()).toEqual(['tools:2', 'base:1'])
  })

  it('has a version that it has already, and the function is not updated for it', async () => {
    const { orders, layer, layers, api } = setup()
    const [base, tools] = [layer('base').publish(), layer('tools').publish()]
    orders.layer(base, tools)
    const { RevisionId } = await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })
    orders.layer(base.arn).layer('tools')
    expect((await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).RevisionId).toBe(RevisionId)
    expect(await layers()).toEqual(['base:1', 'tools:1'])
  })

  it('takes a version that is named twice once, with what else is named', async () => {
    const { orders, layer, layers } = setup()
    const [base, tools] = [layer('base').publish(), layer('tools').publish()]
    orders.layer(base).layer(tools, 'base', tools)
    expect(await layers()).toEqual(['base:1', 'tools:1'])
  })

  it('takes layers of other accounts and of AWS by ARN', async () => {
    const { orders, layers } = setup()
    orders.layer('arn:aws:lambda:us-east-1:999999999999:layer:insights:14', 'arn:aws:lambda:::awslayer:AmazonLinux1803')
    expect(await layers()).toEqual(['insights:14', undefined])
  })

  it.each<readonly [string, readonly unknown[], RegExp]>([
    ['nothing', [], /lambda\.function\('orders'\)\.layer\(\.\.\.\) needs a layer/],
    ['a number', [1], /needs a layer's ARN, its name, or what lambda\.layer\(name\)\.publish\(\) returned, not 1/],
    [
      'a layer without a version',
      ['nothing'],
      /finds no version of that layer\. Publish one first: lambda\.layer\('nothing'\)\.publish\(\)/,
    ],
    [
      'a version that is not there',
      ['arn:aws:lambda:us-east-1:123456789012:layer:tools:7'],
      /AWS would refuse\. UpdateFunctionConfiguration answers InvalidParameterValueException: Layer version .*:tools:7 does not exist\./,
    ],
    [
      'a second version of one layer',
      ['tools', 'arn:aws:lambda:us-east-1:123456789012:layer:tools:1'],
      /Two different versions of the same layer are not allowed/,
    ],
  ])('refuses %s and adds none', async (_, given, message) => {
    const { orders, layer, layers } = setup()
    layer('tools').publish().publish()
    expect(() => orders.layer(...(given as readonly string[]))).toThrow(message)
    expect(await layers()).toBeUndefined()
  })

  it('stays when the function is configured anew', async () => {
    const { orders, layer, layers, api } = setup()
    orders.layer(layer('tools').publish()).configure({ Architectures: ['arm64'] })
    expect(await layers()).toEqual(['tools:1'])
    orders.configure({ Architectures: ['x86_64'], Layers: [layer('base').publish().arn] })
    expect((await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).Layers).toEqual([
      { Arn: layer('base').arn + ':1', CodeSize: expect.any(Number) },
    ])
  })
})
