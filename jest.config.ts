/** @jest-config-loader esbuild-register */
import type { Config } from 'jest'

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__', '<rootDir>/recipes'],
  testMatch: ['**/*.test.ts'],
  moduleNameMapper: {
    '^lambdouble$': '<rootDir>/src/index.ts',
    '^lambdouble/(.*)$': '<rootDir>/src/$1.ts',
  },
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      // Types are checked once for the whole project by `npm run check`; here each file is only translated.
      {
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
