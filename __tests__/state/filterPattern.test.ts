import { isFilterPattern } from '../../src/state/filterPattern'

describe('a filter pattern', () => {
  it.each([
    '{"body":{"temperature":[{"numeric":[">",0,"<=",100]}]}}',
    '{"body":{"location":["New York",""]}}',
    '{"data":{"tire_pressure":[{"anything-but":"32"}],"count":[1,null,true]}}',
    '{"body":{"city":[{"anything-but":["x","y"]},{"anything-but":{"prefix":"z"}},{"anything-but":[1,2]}]}}',
    '{"body":{"city":[{"prefix":"a"},{"suffix":".png"},{"equals-ignore-case":"b"},{"prefix":{"equals-ignore-case":"c"}}]}}',
    '{"dynamodb":{"NewImage":{"id":{"S":[{"exists":true}]}}}}',
    '{"$or":[{"a":[1]},{"b":[{"exists":false}]}],"c":["x"]}',
    '{"a":[{"wildcard":"*/b/*.png"},{"anything-but":{"wildcard":["a*","\\\\*"]}}],"ip":[{"cidr":"10.0.0.0/24"},{"cidr":"2001:db8::/32"}]}',
  ])('is an object with lists of what a value may be: %s', (text) => {
    expect(isFilterPattern(text)).toBe(true)
  })

  it.each([
    'null',
    'simple string',
    '{"eventSource": "aws:sqs"}',
    '{"eventSource": []}',
    '{}',
    '[]',
    '{"a":{}}',
    '{"a":[[1]]}',
    '{"a":[{}]}',
    '{"a":[{"prefix":"x","suffix":"y"}]}',
    '{"a":[{"wildcard":"a**"}]}',
    '{"a":[{"wildcard":"a\\\\b"}]}',
    '{"a":[{"cidr":"10.0.0.0"}]}',
    '{"a":[{"cidr":"10.0.0.0/33"}]}',
    '{"a":[{"toString":"x"}]}',
    '{"a":[{"exists":"yes"}]}',
    '{"a":[{"numeric":[">"]}]}',
    '{"a":[{"numeric":["~",1]}]}',
    '{"a":[{"numeric":[">","1"]}]}',
    '{"a":[{"numeric":[]}]}',
    '{"a":[{"anything-but":[]}]}',
    '{"a":[{"anything-but":["x",1]}]}',
    '{"a":[{"anything-but":{"prefix":1}}]}',
    '{"a":[{"prefix":5}]}',
    '{"$or":[{"a":[1]}]}',
    '{"$or":[{"a":[1]},{"b":2}]}',
    '{"a":[1]',
  ])('is not: %s', (text) => {
    expect(isFilterPattern(text)).toBe(false)
  })
})
