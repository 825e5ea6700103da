import fc from 'fast-check'
import { operations } from '../../src/model/operations'
import { match } from '../../src/wire/match'

const named = (method: string, path: string, query = '') => {
  const found = match({ method, path, query })
  return found && { name: found.operation.name, labels: found.labels }
}

describe('method and path name the operation', () => {
  test.each(Object.values(operations))('$name', ({ name, method, path, query }) => {
    const labels: Record<string, string> = {}
    const filled = path.replace(/\{(\w+)\}/g, (_, label: string) => encodeURIComponent((labels[label] = `arn:of/${label}`)))
    const found = match({ method, path: filled, query: new URLSearchParams(query).toString() })
    expect(found?.operation).toBe(operations[name])
    expect(found?.labels).toEqual(labels)
  })

  test('nowhere in a path may both a word and a label stand, so the choice is never open', () => {
    const segments = Object.values(operations).map(({ path }) => path.split('/'))
    const prefixes = (kind: (segment: string) => boolean) =>
      new Set(
        segments.flatMap((path) =>
          path.flatMap((segment, index) =>
            kind(segment)
              ? [
                  path
                    .slice(0, index)
                    .join('/')
                    .replace(/\{\w+\}/g, '{}'),
                ]
              : [],
          ),
        ),
      )
    const labels = prefixes((segment) => segment.startsWith('{'))
    const words = prefixes((segment) => segment !== '' && !segment.startsWith('{'))
    expect([...words].filter((prefix) => labels.has(prefix))).toEqual([])
  })

  test('a slash at the end changes nothing, as older models had one', () => {
    expect(named('POST', '/2015-03-31/functions/')).toEqual({ name: 'CreateFunction', labels: {} })
    expect(named('GET', '/2015-03-31/functions/orders/')).toEqual({ name: 'GetFunction', labels: { FunctionName: 'orders' } })
    expect(named('GET', '/2015-03-31/functions/orders//')).toBeUndefined()
  })

  test('another method is another operation, or none', () => {
    expect(named('DELETE', '/2015-03-31/functions/orders')?.name).toBe('DeleteFunction')
    expect(named('PATCH', '/2015-03-31/functions/orders')).toBeUndefined()
    expect(named('get', '/2015-03-31/functions/orders')).toBeUndefined()
  })
})

describe('a query item chooses among the operations of one path', () => {
  test('find=LayerVersion asks for one layer version by its ARN', () => {
    expect(named('GET', '/2018-10-31/layers', 'find=LayerVersion&Arn=a')?.name).toBe('GetLayerVersionByArn')
    expect(named('GET', '/2018-10-31/layers', 'Arn=a&find=LayerVersion')?.name).toBe('GetLayerVersionByArn')
    expect(named('GET', '/2018-10-31/layers', 'find=Layer')?.name).toBe('ListLayers')
    expect(named('GET', '/2018-10-31/layers')?.name).toBe('ListLayers')
  })

  test('List=ALL asks for all provisioned concurrency configs', () => {
    const path = '/2019-09-30/functions/orders/provisioned-concurrency'
    expect(named('GET', path, 'List=ALL&MaxItems=3')?.name).toBe('ListProvisionedConcurrencyConfigs')
    expect(named('GET', path, 'Qualifier=live')?.name).toBe('GetProvisionedConcurrencyConfig')
  })

  test('items of a presigned URL do not matter', () => {
    const signed = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=id%2F20260131&X-Amz-Signature=00'
    expect(named('GET', '/2018-10-31/layers', signed)?.name).toBe('ListLayers')
  })
})

describe('labels are decoded once, after the path was split', () => {
  test('an ARN may stand encoded or not', () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:live'
    for (const path of [arn, encodeURIComponent(arn)]) {
      expect(named('POST', `/2015-03-31/functions/${path}/invocations`)).toEqual({
        name: 'Invoke',
        labels: { FunctionName: arn },
      })
    }
  })

  test('an encoded slash is part of the label', () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:1/durable-execution/run/id'
    expect(named('GET', `/2025-12-01/durable-executions/${encodeURIComponent(arn)}/history`)).toEqual({
      name: 'GetDurableExecutionHistory',
      labels: { DurableExecutionArn: arn },
    })
    expect(named('GET', `/2025-12-01/durable-executions/${arn}/history`)).toBeUndefined()
  })

  test('dots are names, not steps upwards', () => {
    expect(named('POST', '/2015-03-31/functions/../invocations')).toEqual({ name: 'Invoke', labels: { FunctionName: '..' } })
    expect(named('POST', '/2015-03-31/functions/..%2F..%2Fetc%2Fpasswd/invocations')?.labels).toEqual({
      FunctionName: '../../etc/passwd',
    })
  })

  test('nothing is decoded twice, and what is no encoding stays', () => {
    expect(named('GET', '/2015-03-31/functions/a%2525b')?.labels).toEqual({ FunctionName: 'a%25b' })
    expect(named('GET', '/2015-03-31/functions/%zz')?.labels).toEqual({ FunctionName: '%zz' })
    expect(named('GET', '/2015-03-31/functions/%E0%A4')?.labels).toEqual({ FunctionName: '%E0%A4' })
  })

  test('an empty segment names nothing', () => {
    expect(named('POST', '/2015-03-31/functions//invocations')).toBeUndefined()
    expect(named('GET', '//2015-03-31/functions/orders')).toBeUndefined()
    expect(named('GET', '')).toBeUndefined()
    expect(named('GET', '/')).toBeUndefined()
  })

  test('names of Object.prototype are names like any other', () => {
    expect(named('GET', '/2015-03-31/functions/__proto__')?.labels).toEqual({ FunctionName: '__proto__' })
    expect(named('GET', '/__proto__/constructor')).toBeUndefined()
  })
})

test('whatever the request, there is an answer, and a match gives back its labels', () => {
  const segment = fc.oneof(
    fc.constantFrom('2015-03-31', 'functions', 'invocations', '..', '%', '%2F', '__proto__', ''),
    fc.string(),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      fc.array(segment, { maxLength: 8 }),
      fc.string(),
      (method, segments, query) => {
        const found = match({ method, path: `/${segments.join('/')}`, query })
        if (found) expect(Object.values(found.labels).every((label) => label !== '')).toBe(true)
      },
    ),
  )
})
