import { redacted } from '../../src/usage/redacted'

const open = () => 'open' as const

it('shows what is nested in thousands to a depth that JSON can write', () => {
  for (const text of ['['.repeat(100_000) + ']'.repeat(100_000), '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)]) {
    const shown = JSON.stringify(redacted(JSON.parse(text), open))
    expect(shown).toContain('"(nested more deeply)"')
    expect(shown.length).toBeLessThan(2000)
  }
})

it('keeps what is nested as deeply as people nest things', () => {
  const value: unknown = JSON.parse('{"a":['.repeat(90) + '"end"' + ']}'.repeat(90))
  expect(redacted(value, open)).toEqual(value)
})
