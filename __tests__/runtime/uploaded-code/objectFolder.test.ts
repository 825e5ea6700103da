import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openObjectFolder } from '../../../src/runtime/uploaded-code/objectFolder'

let base: string
let root: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 's3-'))
  root = join(base, 'root')
  mkdirSync(join(root, 'bucket/folder'), { recursive: true })
  writeFileSync(join(root, 'bucket/folder/code.zip'), 'inside')
  writeFileSync(join(base, 'secret'), 'outside')
  mkdirSync(join(base, 'root-too'))
  writeFileSync(join(base, 'root-too/secret'), 'outside')
})
afterEach(() => rmSync(base, { recursive: true }))

test('an object is the file of its bucket and key', () => {
  const read = openObjectFolder(root)
  expect(Buffer.from(read('bucket', 'folder/code.zip')!).toString()).toBe('inside')
  expect(read('bucket', 'folder/other.zip')).toBeUndefined()
  expect(read('bucket', 'folder')).toBeUndefined()
})

test.each([
  ['bucket', '../../secret'],
  ['..', 'secret'],
  ['.', 'bucket/folder/code.zip'],
  ['', 'bucket/folder/code.zip'],
  ['bucket', 'folder/../folder/code.zip'],
  ['bucket', '/folder/code.zip'],
  ['bucket', 'folder\\code.zip'],
  ['bucket', 'folder/code.zip\0'],
  ['../root-too', 'secret'],
])('%j with the key %j is no object', (bucket, key) => {
  expect(openObjectFolder(root)(bucket, key)).toBeUndefined()
})

test('a link is followed inside of the folder and not out of it', () => {
  symlinkSync('folder', join(root, 'bucket/inside'))
  symlinkSync('../..', join(root, 'bucket/outside'))
  symlinkSync('../../root-too', join(root, 'bucket/beside'))
  const read = openObjectFolder(root)
  expect(Buffer.from(read('bucket', 'inside/code.zip')!).toString()).toBe('inside')
  expect(read('bucket', 'outside/secret')).toBeUndefined()
  expect(read('bucket', 'beside/secret')).toBeUndefined()
})

test('what is no folder is refused at once', () => {
  expect(() => openObjectFolder(join(base, 'secret'))).toThrow(/is no folder/)
  expect(() => openObjectFolder(join(base, 'nowhere'))).toThrow(/is no folder/)
})
