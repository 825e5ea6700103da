import { fitsPattern, type FilterPattern } from '../../../../src/runtime/event-sources/filter/fitsPattern'
import { isFilterPattern } from '../../../../src/state/filterPattern'

/** Pattern, records that fit it, records that do not. */
const table: readonly (readonly [rule: string, pattern: FilterPattern, fit: readonly unknown[], unfit: readonly unknown[]])[] = [
  // The examples of AWS's table of comparison operators.
  ['null fits null only, not what is missing', { UserID: [null] }, [{ UserID: null }], [{}, { UserID: '' }, { UserID: 'null' }]],
  ['an empty text fits an empty text only', { LastName: [''] }, [{ LastName: '' }], [{}, { LastName: null }, { LastName: ' ' }]],
  ['equals cares for case', { Name: ['Alice'] }, [{ Name: 'Alice' }], [{ Name: 'alice' }, { Name: 'Alice ' }, {}]],
  [
    'equals-ignore-case does not',
    { Name: [{ 'equals-ignore-case': 'alice' }] },
    [{ Name: 'ALICE' }],
    [{ Name: 'Alicia' }, { Name: 1 }],
  ],
  [
    'fields are a conjunction',
    { Location: ['New York'], Day: ['Monday'] },
    [{ Location: 'New York', Day: 'Monday' }],
    [{ Location: 'New York' }, { Location: 'New York', Day: 'Tuesday' }],
  ],
  [
    'values of one field are a disjunction',
    { PaymentType: ['Credit', 'Debit'] },
    [{ PaymentType: 'Debit' }],
    [{ PaymentType: 'Cash' }],
  ],
  [
    '$or is a disjunction of fields',
    { $or: [{ Location: ['New York'] }, { Day: ['Monday'] }] },
    [{ Location: 'New York' }, { Day: 'Monday' }],
    [{ Location: 'Boston', Day: 'Tuesday' }, {}],
  ],
  [
    '$or stands beside fields that have to fit as well, and goes inside',
    { kind: ['a'], at: { $or: [{ x: [{ numeric: ['>', 1] }] }, { y: [2] }] } },
    [
      { kind: 'a', at: { x: 2 } },
      { kind: 'a', at: { y: 2 } },
    ],
    [
      { kind: 'b', at: { x: 2 } },
      { kind: 'a', at: { x: 1, y: 1 } },
      { kind: 'a', x: 2 },
    ],
  ],
  [
    'anything-but takes every other value, but wants one',
    { Weather: [{ 'anything-but': ['Raining'] }] },
    [{ Weather: 'Sunny' }, { Weather: null }, { Weather: 5 }, { Weather: '' }],
    [{ Weather: 'Raining' }, {}, { Weather: {} }],
  ],
  ['anything-but takes a single value too', { a: [{ 'anything-but': 'x' }] }, [{ a: 'y' }], [{ a: 'x' }]],
  ['anything-but numbers', { a: [{ 'anything-but': [1, 2] }] }, [{ a: 3 }, { a: '1' }], [{ a: 1 }, { a: 2 }]],
  ['anything-but a prefix', { a: [{ 'anything-but': { prefix: 'init' } }] }, [{ a: 'stop' }, { a: 1 }], [{ a: 'initial' }, {}]],
  [
    'anything-but prefixes',
    { a: [{ 'anything-but': { prefix: ['init', 'err'] } }] },
    [{ a: 'stop' }],
    [{ a: 'initial' }, { a: 'error' }],
  ],
  [
    'anything-but suffixes',
    { a: [{ 'anything-but': { suffix: ['.png', '.jpg'] } }] },
    [{ a: 'x.txt' }],
    [{ a: 'x.png' }, { a: 'x.jpg' }],
  ],
  [
    'anything-but in any case',
    { a: [{ 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }] },
    [{ a: 'z' }],
    [{ a: 'X' }, { a: 'y' }],
  ],
  ['anything-but wildcards', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, [{ a: 'src/x' }], [{ a: 'src/lib/x' }]],
  [
    'numeric equals',
    { Price: [{ numeric: ['=', 100] }] },
    [{ Price: 100 }, { Price: 1e2 }],
    [{ Price: '100' }, { Price: 100.01 }],
  ],
  [
    'a numeric range takes its ends as they are written',
    { Price: [{ numeric: ['>', 10, '<=', 20] }] },
    [{ Price: 10.1 }, { Price: 20 }],
    [{ Price: 10 }, { Price: 20.1 }, { Price: '15' }, {}],
  ],
  ['numeric below and at least', { a: [{ numeric: ['>=', -1, '<', 0] }] }, [{ a: -1 }, { a: -0.5 }], [{ a: 0 }, { a: -1.1 }]],
  [
    'exists wants a value, be it null or empty',
    { ProductName: [{ exists: true }] },
    [{ ProductName: 'x' }, { ProductName: null }, { ProductName: '' }, { ProductName: false }],
    [{}, { ProductName: undefined }],
  ],
  ['exists sees no object: it is for leaves', { a: [{ exists: true }] }, [{ a: [1] }], [{ a: { b: 1 } }, { a: [] }, { a: {} }]],
  [
    'exists: false takes what is missing, and no null',
    { a: [{ exists: false }] },
    [{}, { b: 1 }],
    [{ a: null }, { a: 0 }, { a: '' }],
  ],
  [
    'exists: false inside takes a missing parent',
    { a: { b: [{ exists: false }] } },
    [{}, { a: {} }, { a: 'x' }],
    [{ a: { b: 1 } }],
  ],
  ['exists: false beside values', { a: ['x', { exists: false }] }, [{}, { a: 'x' }], [{ a: 'y' }]],
  ['prefix', { Region: [{ prefix: 'us-' }] }, [{ Region: 'us-east-1' }], [{ Region: 'eu-us-' }, { Region: 1 }, {}]],
  ['prefix in any case', { a: [{ prefix: { 'equals-ignore-case': 'US-' } }] }, [{ a: 'us-x' }], [{ a: 'eu' }]],
  ['suffix', { FileName: [{ suffix: '.png' }] }, [{ FileName: 'a.png' }], [{ FileName: 'a.png.txt' }, { FileName: 'a.PNG' }]],
  ['suffix in any case', { a: [{ suffix: { 'equals-ignore-case': '.PNG' } }] }, [{ a: 'x.png' }], [{ a: 'x.jpg' }]],
  [
    'wildcard',
    { a: [{ wildcard: 'dir/*.png' }] },
    [{ a: 'dir/.png' }, { a: 'dir/a/b.png' }],
    [{ a: 'dir/a.jpg' }, { a: 'x/dir/a.png' }],
  ],
  ['wildcard with an escaped asterisk', { a: [{ wildcard: 'a\\*b*' }] }, [{ a: 'a*bc' }], [{ a: 'axb' }]],
  ['wildcard takes everything else as it stands', { a: [{ wildcard: 'a.b(*' }] }, [{ a: 'a.b(c' }], [{ a: 'axb(c' }]],
  [
    'cidr',
    { ip: [{ cidr: '10.0.0.0/24' }] },
    [{ ip: '10.0.0.255' }],
    [{ ip: '10.0.1.0' }, { ip: 'x' }, { ip: '::1' }, { ip: 1 }],
  ],
  [
    'cidr of version 6',
    { ip: [{ cidr: '2001:db8::/32' }] },
    [{ ip: '2001:db8::1' }],
    [{ ip: '2001:db9::1' }, { ip: '10.0.0.1' }],
  ],
  ['numbers and texts are different', { a: [5] }, [{ a: 5 }], [{ a: '5' }]],
  ['true and "true" are different', { a: [true] }, [{ a: true }], [{ a: 'true' }, { a: 1 }]],
  ['of a list one element has to fit', { a: ['x'] }, [{ a: ['y', 'x'] }, { a: [['x']] }], [{ a: ['y'] }, { a: [] }]],
  [
    'anything-but takes a list with another element',
    { a: [{ 'anything-but': 'x' }] },
    [{ a: ['x', 'y'] }],
    [{ a: ['x'] }, { a: [] }],
  ],
  [
    'of a list of objects one has to fit as a whole',
    { items: { sku: ['a'], qty: [1] } },
    [{ items: [{ sku: 'b' }, { sku: 'a', qty: 1 }] }],
    [
      {
        items: [
          { sku: 'a', qty: 2 },
          { sku: 'b', qty: 1 },
        ],
      },
      { items: [] },
    ],
  ],
  [
    'a field goes inside objects only',
    { body: { id: [1] } },
    [{ body: { id: 1 } }],
    [{ body: 'id' }, { body: null }, { body: 1 }, {}],
  ],
  ['inherited members are not there', { constructor: [{ exists: true }] }, [{ constructor: 1 }], [{}]],
]

describe.each(table)('%s', (_, pattern, fit, unfit) => {
  it('is a pattern that AWS takes', () => {
    expect(isFilterPattern(JSON.stringify(pattern))).toBe(true)
  })

  it.each(fit.map((record) => [record]))('fits %j', (record) => {
    expect(fitsPattern(pattern, record)).toBe(true)
  })

  it.each(unfit.map((record) => [record]))('does not fit %j', (record) => {
    expect(fitsPattern(pattern, record)).toBe(false)
  })
})
