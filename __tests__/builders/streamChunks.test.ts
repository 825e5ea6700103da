import { mockLambda } from '../../src/index'

describe('.streams(chunks)', () => {
  test.each([['text'], [undefined], [new Uint8Array(1)], [[undefined]], [[() => 1]]])(
    'of %p is a mistake of the test',
    (chunks) => {
      const lambda = mockLambda({ clients: [] })
      expect(() => lambda.function('orders').streams(chunks as never)).toThrow(
        expect.objectContaining({
          name: 'UsageError',
          message: expect.stringContaining("lambda.function('orders').streams(chunks)"),
        }),
      )
      lambda.restore()
    },
  )
})
