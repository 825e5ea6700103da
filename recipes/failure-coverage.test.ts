// Which failures of Lambda was the code under test never shown? Coverage of failure, for each operation that it uses.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import { apiContract, textReport } from 'lambdouble/contract'
import 'lambdouble/jest'

// The code under test.
async function shipOrder(id: number): Promise<string> {
  try {
    const reply = await new LambdaClient().send(new InvokeCommand({ FunctionName: 'ship', Payload: JSON.stringify({ id }) }))
    return reply.FunctionError ? 'failed' : 'shipped'
  } catch (error) {
    return (error as Error).name === 'TooManyRequestsException' ? 'later' : 'failed'
  }
}

const lambda = mockLambda()

test('ships', async () => {
  lambda.function('ship').returns({ ok: true })
  await expect(shipOrder(7)).resolves.toBe('shipped')
})

test('waits when Lambda throttles', async () => {
  lambda.on('Invoke').throttles()
  await expect(shipOrder(7)).resolves.toBe('later')
})

// Counts all tests of this file: the report outlasts the reset after each of them.
test('the suite has shown one failure, and says what it has not', () => {
  const report = apiContract(lambda)
  expect(report.operations[0]).toMatchObject({ operation: 'Invoke', errors: { shown: ['TooManyRequestsException'] } })
  expect(report.operations[0]!.errors.neverShown).toEqual(
    expect.arrayContaining(['ServiceException', 'ResourceNotFoundException']),
  )
  expect(textReport(report)).toContain('never shown:        a FunctionError, CodeArtifactUserDeletedException')
})
