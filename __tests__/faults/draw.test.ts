import { draw } from '../../src/faults/draw'

const row = (seed: number, decider: string, count = 20_000) =>
  Array.from({ length: count }, (_, index) => draw(seed, decider, index))

/** Pearson's correlation: over 20,000 independent pairs it stays below 0.03 but once in 50,000. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [product, squareA, squareB] = [0, 0, 0]
  a.forEach((each, index) => {
    const [offA, offB] = [each - meanA, b[index]! - meanB]
    product += offA * offB
    squareA += offA ** 2
    squareB += offB ** 2
  })
  return product / Math.sqrt(squareA * squareB)
}

describe('draw', () => {
  it.each([0, 1, 42, 4_294_967_295])('meets every share to within one per cent of it, seed %d', (seed) => {
    const count = 100_000
    const numbers = row(seed, '0/orders/1', count)
    for (const share of [0.05, 0.1, 0.25, 0.5, 0.9]) {
      const struck = numbers.filter((each) => each < share).length
      expect(Math.abs(struck / count / share - 1)).toBeLessThan(0.01)
    }
  })

  it.each([
    ['rules', [7, '0.0/orders/1'], [7, '1.0/orders/1']],
    ['steps of a rule', [7, '0.0/orders/1'], [7, '0.1/orders/1']],
    ['functions', [7, '0.0/orders/1'], [7, '0.0/orderz/1']],
    ['attempts', [7, '0.0/orders/1'], [7, '0.0/orders/2']],
    ['seeds', [7, '0.0/orders/1'], [8, '0.0/orders/1']],
    ['a seed and a rule that change places', [0, '1.0/orders/1'], [1, '0.0/orders/1']],
  ] as const)('decides independently for two %s', (_, [seed, decider], [otherSeed, otherDecider]) => {
    expect(Math.abs(correlation(row(seed, decider), row(otherSeed, otherDecider)))).toBeLessThan(0.03)
  })

  it('decides independently for calls that follow each other', () => {
    const numbers = row(7, '0.0/orders/1')
    for (const distance of [1, 2, 3]) {
      expect(Math.abs(correlation(numbers.slice(distance), numbers.slice(0, -distance)))).toBeLessThan(0.03)
    }
  })

  it('is in [0, 1), and the same every time', () => {
    expect(row(7, 'x').every((each) => each >= 0 && each < 1)).toBe(true)
    expect(draw(7, 'x', 123)).toBe(draw(7, 'x', 123))
  })
})
