import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Lambda, LambdaClient } from '@aws-sdk/client-lambda'
import { LambdaClient as OldestClient } from 'client-lambda-oldest'
import { claimClients } from '../../../src/adapters/sdk/lambdaClientClass'
import { isUsageError } from '../../../src/errors/usageError'

const thrown = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('It was expected to throw.')
}

describe('claimClients', () => {
  let folder: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'lambdouble-claims-')))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
    jest.restoreAllMocks()
  })

  function installation(content: string | { readonly linkTo: string }): string {
    const place = join(folder, 'node_modules/@aws-sdk/client-lambda')
    mkdirSync(dirname(place), { recursive: true })
    if (typeof content !== 'string') symlinkSync(content.linkTo, place)
    else {
      mkdirSync(place)
      writeFileSync(join(place, 'index.js'), content)
    }
    return join(folder, 'orders.test.js')
  }

  describe('without clients', () => {
    it('finds the class that the test itself imports', () => {
      const claims = claimClients(undefined, __filename)
      expect(claims).toHaveLength(1)
      expect(claims[0]!.prototype).toBe(LambdaClient.prototype)
      expect(claims[0]!.Client).toBe(LambdaClient)
    })

    it('finds it from the working directory where the caller is unknown', () => {
      for (const file of [undefined, '[eval]']) expect(claimClients(undefined, file)[0]!.Client).toBe(LambdaClient)
    })

    it('finds each copy, where the test and the working directory have their own', () => {
      const file = installation({ linkTo: dirname(dirname(require.resolve('client-lambda-oldest'))) })
      expect(claimClients(undefined, file).map(({ Client }) => Client)).toEqual([OldestClient, LambdaClient])
    })

    it('says what to install where there is none', () => {
      jest.spyOn(process, 'cwd').mockReturnValue(folder)
      const file = join(folder, 'orders.test.js')
      const error = thrown(() => claimClients(undefined, file))
      expect(isUsageError(error)).toBe(true)
      expect(error.message).toContain(`finds no @aws-sdk/client-lambda from ${file}. Install version 3.600 or newer`)
      expect(error.message).toContain('needs none: mockLambda({ clients: [] }).')
    })

    it('says so where there is one that cannot be loaded', () => {
      const file = installation('throw new Error("needs another Node")')
      const error = thrown(() => claimClients(undefined, file))
      expect(error.message).toContain(`as seen from ${file}, cannot be loaded: needs another Node`)
    })

    it('passes over a package that has no client', () => {
      const file = installation('exports.LambdaClient = {}')
      expect(claimClients(undefined, file).map(({ Client }) => Client)).toEqual([LambdaClient])
    })
  })

  describe('with clients', () => {
    const wanted = (given: unknown, client: object) => claimClients(given, undefined).some(({ wants }) => wants(client))

    it('wants instances of the class, in the place that all clients of that copy pass', () => {
      expect(claimClients(Lambda, undefined)[0]!.prototype).toBe(LambdaClient.prototype)
      expect([new Lambda(), new LambdaClient()].map((client) => wanted(Lambda, client))).toEqual([true, false])
      expect([new Lambda(), new LambdaClient(), new OldestClient({})].map((client) => wanted(LambdaClient, client))).toEqual([
        true,
        true,
        false,
      ])
    })

    it('wants the instances, and no others', () => {
      const [one, two, three] = [new LambdaClient(), new Lambda(), new LambdaClient()]
      expect([one, two, three].map((client) => wanted([one, two], client))).toEqual([true, true, false])
    })

    it('wants nothing from an empty list: that double is reached over its endpoint', () => {
      expect(claimClients([], undefined)).toEqual([])
    })

    it.each([
      ['LambdaClient', 'was given LambdaClient, which is neither'],
      [null, 'was given null'],
      [{ send: 1 }, 'was given an object of Object'],
      [() => {}, 'was given the function (anonymous)'],
      [Object.assign(new LambdaClient(), { config: { serviceId: 'S3' } }), 'was given a client of S3'],
    ])('refuses what is no Lambda client: %p', (given, message) => {
      const error = thrown(() => claimClients(given, undefined))
      expect(isUsageError(error)).toBe(true)
      expect(error.message).toContain(message)
    })
  })
})
