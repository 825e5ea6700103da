import { missingPeer } from '../../src/errors/missingPeer'
import { isUsageError } from '../../src/errors/usageError'

const coded = (message: string, code: string) => Object.assign(new Error(message), { code })

test.each([
  ['sinon', 'lambdouble/sinon needs the package sinon, which is not installed here: npm install --save-dev sinon'],
  ['vitest', 'lambdouble/vitest needs the package vitest, which is not installed here: npm install --save-dev vitest'],
  [
    '@jest/globals',
    'lambdouble/jest needs the package @jest/globals, which is not installed here, and comes with Jest: npm install --save-dev jest',
  ],
] as const)('an entry without its package says how to get it: %s', (name, text) => {
  for (const message of [
    `Cannot find module '${name}'\nRequire stack:`,
    `Cannot find module '${name}' from 'node_modules/a.cjs'`,
  ]) {
    const cause = coded(message, 'MODULE_NOT_FOUND')
    const error = missingPeer(name, cause) as Error
    expect(isUsageError(error)).toBe(true)
    expect(error.message.split('\n')[0]).toBe(text)
    expect(error.cause).toBe(cause)
  }
})

test('a package that is there and fails by itself is left to say so', () => {
  const errors = [
    coded("Cannot find module 'diff'\nRequire stack:\n- /node_modules/sinon/lib/sinon.js", 'MODULE_NOT_FOUND'),
    coded("Cannot find module 'sinon/deep'", 'MODULE_NOT_FOUND'),
    coded('lambdouble tried to access sinon (a peer dependency)', 'MODULE_NOT_FOUND'),
    new Error("Cannot find module 'sinon'"),
    new SyntaxError('Unexpected token'),
    'no error at all',
    undefined,
  ]
  expect(errors.map((error) => missingPeer('sinon', error))).toEqual(errors)
  for (const error of errors) expect(missingPeer('sinon', error)).toBe(error)
})
