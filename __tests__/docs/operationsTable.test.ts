import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationNotes, pageSizes } from '../../scripts/operationNotes'
import { operationsTable } from '../../scripts/operationsTable'
import { operations } from '../../src/model/operations'

const page = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8')

describe('docs/operations.md', () => {
  it('is what npm run generate writes', () => {
    expect(page).toBe(operationsTable())
  })

  it('has a line for each operation, with the same columns', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('| ['))
    expect(lines.map((line) => /^\| \[(\w+)\]\(https:\/\/[^)]+\/API_\1\.html\)/.exec(line)?.[1])).toEqual(Object.keys(operations))
    expect(new Set(lines.map((line) => line.split(' | ').length))).toEqual(new Set([6]))
  })

  it('has notes of operations that there are', () => {
    const known = Object.keys(operations)
    expect(Object.keys({ ...operationNotes, ...pageSizes }).filter((name) => !known.includes(name))).toEqual([])
  })

  it.each(Object.entries(pageSizes))('a page of %s is smaller than what may be asked for', (name, size) => {
    expect(page).toMatch(new RegExp(`API_${name}\\.html\\).*\\| ${size} \\(≤ \\d+\\) \\|`))
  })
})
