import { placeRegion } from '../../../src/adapters/sdk/placeholderRegion'

const environment = process.env
beforeEach(() => {
  process.env = { ...environment }
  delete process.env.AWS_REGION
})
afterEach(() => {
  expect(Reflect.ownKeys(process).filter((key) => key === Symbol.for('lambdouble.region'))).toEqual([])
})
afterAll(() => {
  process.env = environment
})

describe('placeRegion', () => {
  it('sets the region where there is none, and leaves none', () => {
    const placed = placeRegion('eu-west-1')
    expect(process.env.AWS_REGION).toBe('eu-west-1')
    placed.remove()
    placed.remove()
    expect(process.env).not.toHaveProperty('AWS_REGION')
  })

  it('leaves a region of the user alone, from before and from meanwhile', () => {
    process.env.AWS_REGION = 'us-west-2'
    const placed = placeRegion('eu-west-1')
    expect(process.env.AWS_REGION).toBe('us-west-2')
    placed.remove()
    expect(process.env.AWS_REGION).toBe('us-west-2')
    delete process.env.AWS_REGION
    const later = placeRegion('eu-west-1')
    process.env.AWS_REGION = 'us-west-2'
    later.ensure()
    expect(process.env.AWS_REGION).toBe('us-west-2')
    later.remove()
    expect(process.env.AWS_REGION).toBe('us-west-2')
  })

  it('takes an empty region for none, and puts it back', () => {
    process.env.AWS_REGION = ''
    const placed = placeRegion('eu-west-1')
    expect(process.env.AWS_REGION).toBe('eu-west-1')
    placed.remove()
    expect(process.env.AWS_REGION).toBe('')
  })

  it.each([
    ['newer', 'older'],
    ['older', 'newer'],
  ] as const)('is that of the newest double; the %s closes first, then the %s', (first, second) => {
    const doubles = { older: placeRegion('eu-west-1'), newer: placeRegion('eu-west-2') }
    expect(process.env.AWS_REGION).toBe('eu-west-2')
    doubles[first].remove()
    expect(process.env.AWS_REGION).toBe(first === 'newer' ? 'eu-west-1' : 'eu-west-2')
    doubles[second].remove()
    expect(process.env).not.toHaveProperty('AWS_REGION')
  })

  it('comes back after a test has cleaned the environment', () => {
    const placed = placeRegion('eu-west-1')
    delete process.env.AWS_REGION
    placed.ensure()
    expect(process.env.AWS_REGION).toBe('eu-west-1')
    placed.remove()
    expect(process.env).not.toHaveProperty('AWS_REGION')
  })

  it('comes for a double whose user had set a region at first', () => {
    process.env.AWS_REGION = 'us-west-2'
    const placed = placeRegion('eu-west-1')
    delete process.env.AWS_REGION
    placed.ensure()
    expect(process.env.AWS_REGION).toBe('eu-west-1')
    placed.remove()
    expect(process.env).not.toHaveProperty('AWS_REGION')
  })

  it('stays in no environment that a test has put away meanwhile', () => {
    const original = process.env
    const placed = placeRegion('eu-west-1')
    process.env = { ...original }
    placed.remove()
    expect([original, process.env].map((each) => 'AWS_REGION' in each)).toEqual([false, false])
  })
})
