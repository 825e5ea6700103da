/** @jest-config-loader esbuild-register */
import type { Config } from 'jest'

// The SDK's notice about the Node.js versions of next year is not about these tests. Workers inherit this.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const config: Config = {
  testEnvironment: 'node',
  maxWorkers: '100%',
  // Nothing waits for real time; a busy machine may.
  testTimeout: 30_000,
  roots: ['<rootDir>/__tests__', '<rootDir>/recipes'],
  testMatch: ['**/*.test.ts'],
  // Type tests are read by the compiler alone, in `npm run check`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/types/', '<rootDir>/__tests__/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: {
    '^lambdouble$': '<rootDir>/src/index.ts',
    '^lambdouble/(.*)$': '<rootDir>/src/$1.ts',
  },
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        // Types are checked once for the whole project by `npm run check`; here each file is only translated.
        tsconfig: {
          module: 'CommonJS',
          moduleResolution: 'node10',
          verbatimModuleSyntax: false,
          isolatedModules: true,
          target: 'ES2022',
          esModuleInterop: true,
        },
      },
    ],
  },
}

export default config
