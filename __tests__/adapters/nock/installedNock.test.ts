import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { installedNock } from '../../../src/adapters/nock/installedNock'
import { nocks } from '../../support/nocks'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambdouble-nock-'))
  jest.spyOn(process, 'cwd').mockReturnValue(folder)
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** A test's file beside an installation of these files. */
function caller(files: Readonly<Record<string, string>> = {}): string {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, 'node_modules/nock', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return join(folder, 'orders.test.js')
}

const working = 'const nock = () => {}\nObject.assign(nock, { isActive() {}, activeMocks() {}, removeInterceptor() {} })\n'

describe('installedNock', () => {
  it('is the one that the test resolves, and in Jest the very one that it imports', () => {
    expect(installedNock(undefined, __filename).nock).toBe(nocks[0]![1])
  })

  it('is the one of the working directory, if the test has none', () => {
    caller({ 'index.js': `${working}module.exports = nock` })
    expect(installedNock(undefined, '/elsewhere/orders.test.js').nock).toHaveProperty('isActive')
  })

  it('is switched on by loading it, which is not what the user did', () => {
    const text = `${working}require('node:http').request = () => {}\nmodule.exports = nock`
    const http = jest.requireActual<typeof import('node:http')>('node:http')
    const { request } = http
    try {
      const file = caller({ 'index.js': text })
      expect(installedNock(undefined, file).switchedOn).toBe(true)
      expect(installedNock(undefined, file).switchedOn).toBe(false)
    } finally {
      http.request = request
    }
  })

  it.each(nocks)('may be given: %s, or the module that has it as its default', (_, nock) => {
    expect(installedNock(nock, undefined)).toEqual({ nock, switchedOn: false })
    expect(installedNock({ default: nock }, undefined).nock).toBe(nock)
  })

  it('says how to install it, if there is none', () => {
    expect(() => installedNock(undefined, caller())).toThrow(
      `lambdouble/nock finds no nock from ${caller()}. Install it, or say which it is, mockLambda({ nock }): npm install --save-dev nock@14`,
    )
  })

  it('says what to do with an ECMAScript module where only CommonJS can be loaded', () => {
    const file = caller({
      'package.json': '{"name":"nock","type":"module","exports":"./index.js"}',
      'index.js': 'export default 1',
    })
    expect(() => installedNock(undefined, file)).toThrow(
      'nock 15 is an ECMAScript module, which cannot be required here. Install version 14, which has all that lambdouble needs: ' +
        'npm install --save-dev nock@14 Or import it and pass it: mockLambda({ nock }).',
    )
  })

  it('says which version works on this Node.js', () => {
    const nock = Object.assign(() => {}, { isActive() {}, activeMocks() {}, removeInterceptor() {}, getGetRequestBody() {} })
    const found = Object.getOwnPropertyDescriptor(Promise, 'withResolvers')
    Reflect.deleteProperty(Promise, 'withResolvers')
    try {
      expect(() => installedNock(nock, undefined)).toThrow(
        /^nock 15 fails on every request on Node.js v.*: it needs 22\. Install version 14/,
      )
    } finally {
      if (found) Object.defineProperty(Promise, 'withResolvers', found)
    }
  })

  it('says that NOCK_OFF keeps nock off', () => {
    process.env.NOCK_OFF = 'true'
    try {
      expect(() => installedNock(nocks[0]![1], undefined)).toThrow(
        'NOCK_OFF=true switches nock off, and lambdouble/nock needs it.',
      )
    } finally {
      delete process.env.NOCK_OFF
    }
  })

  it('refuses what is not nock', () => {
    expect(() => installedNock({ isActive: () => true }, undefined)).toThrow("Pass what `import nock from 'nock'` gives.")
  })
})
