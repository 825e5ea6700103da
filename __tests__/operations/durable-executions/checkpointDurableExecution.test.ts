import type { Operation, OperationUpdate } from '../../../src/model/api'
import { createApi, type Api } from '../../support/api'
import { createDurable, eventTypes, start, type Durable } from '../../support/durable'

/** Runs `body` as the handler of a new execution; the answer is what the execution ended with. */
async function inExecution(body: (durable: Durable, api: Api) => unknown, api = createApi()) {
  await createDurable(api, 'orders', (_, durable) => body(durable, api))
  const DurableExecutionArn = await start(api, 'orders')
  const { Status, Error } = await api.call('GetDurableExecution', { DurableExecutionArn })
  if (Error) throw Object.assign(new globalThis.Error(Error.ErrorMessage), { name: Error.ErrorType })
  return { api, arn: DurableExecutionArn, Status }
}

const started = (Type: OperationUpdate['Type'], Id = 'one', more: Partial<OperationUpdate> = {}): OperationUpdate => ({
  Id,
  Type,
  Action: 'START',
  ...more,
})
const noon = new Date('2026-01-31T12:00:00.000Z')

describe('CheckpointDurableExecution', () => {
  it('uses up the token, and answers with the next one and what has changed', async () => {
    await inExecution(async (durable) => {
      const before = durable.token()
      const answer = await durable.checkpoint([started('STEP', 'one', { Name: 'charge', SubType: 'Step' })])
      expect(answer).toEqual({
        CheckpointToken: expect.stringMatching(/^[A-Za-z0-9+/]+={0,2}$/),
        NewExecutionState: {
          Operations: [
            {
              Id: 'one',
              Name: 'charge',
              Type: 'STEP',
              SubType: 'Step',
              StartTimestamp: noon,
              Status: 'STARTED',
              StepDetails: { Attempt: 0 },
            },
          ],
        },
      })
      expect(answer.CheckpointToken).not.toBe(before)
      // Nothing has changed since.
      expect(await durable.checkpoint([])).toMatchObject({ NewExecutionState: { Operations: [] } })
    })
  })

  it('tells what others have done meanwhile', async () => {
    await inExecution(async (durable, api) => {
      await durable.checkpoint([started('CALLBACK', 'open'), started('WAIT', 'short', { WaitOptions: { WaitSeconds: 5 } })])
      const { CallbackId } = durable.operations.get('open')!.CallbackDetails!
      await api.call('SendDurableExecutionCallbackSuccess', { CallbackId: CallbackId!, Result: Buffer.from('yes') })
      expect((await durable.checkpoint([])).NewExecutionState.Operations).toMatchObject([
        { Id: 'open', Status: 'SUCCEEDED', CallbackDetails: { CallbackId, Result: 'yes' } },
      ])
    })
  })

  it.each<[string, OperationUpdate, Partial<Operation>]>([
    [
      'a WAIT',
      started('WAIT', 'one', { WaitOptions: { WaitSeconds: 60 } }),
      { WaitDetails: { ScheduledEndTimestamp: new Date('2026-01-31T12:01:00.000Z') } },
    ],
    [
      'a CALLBACK',
      started('CALLBACK'),
      { CallbackDetails: { CallbackId: expect.stringMatching(/^[A-Za-z0-9+/]+={0,2}$/) } as never },
    ],
    ['a CONTEXT', started('CONTEXT'), { ContextDetails: {} }],
  ])('starts %s', async (_, update, details) => {
    await inExecution(async (durable) => {
      const { NewExecutionState } = await durable.checkpoint([update])
      expect(NewExecutionState.Operations).toEqual([
        { Id: 'one', Type: update.Type, StartTimestamp: noon, Status: 'STARTED', ...details },
      ])
    })
  })

  it('starts a CHAINED_INVOKE, and tells at once if it is refused', async () => {
    const api = createApi()
    let release: () => void = () => undefined
    await api.createFunction('price')
    const handler = () => new Promise<void>((resolve) => (release = resolve))
    api.region.functions.get('price')!.latest.body = { once: [], handler }
    await inExecution(async (durable) => {
      const { NewExecutionState } = await durable.checkpoint([
        started('CHAINED_INVOKE', 'one', { ChainedInvokeOptions: { FunctionName: 'price' } }),
        started('CHAINED_INVOKE', 'two', { ChainedInvokeOptions: { FunctionName: 'gone' } }),
      ])
      expect(NewExecutionState.Operations).toEqual([
        { Id: 'one', Type: 'CHAINED_INVOKE', StartTimestamp: noon, Status: 'STARTED', ChainedInvokeDetails: {} },
        {
          Id: 'two',
          Type: 'CHAINED_INVOKE',
          StartTimestamp: noon,
          EndTimestamp: noon,
          Status: 'FAILED',
          ChainedInvokeDetails: {
            Error: {
              ErrorType: 'ResourceNotFoundException',
              ErrorMessage: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:$LATEST',
            },
          },
        },
      ])
      release()
    }, api)
  })

  it('ends a step and a context', async () => {
    await inExecution(async (durable) => {
      await durable.checkpoint([started('CONTEXT', 'parent'), started('STEP', 'child', { ParentId: 'parent' })])
      const { NewExecutionState } = await durable.checkpoint([
        { Id: 'child', ParentId: 'parent', Type: 'STEP', Action: 'SUCCEED', Payload: '1' },
        { Id: 'parent', Type: 'CONTEXT', Action: 'FAIL', Error: { ErrorType: 'Error', ErrorMessage: 'no' } },
      ])
      expect(NewExecutionState.Operations).toEqual([
        {
          Id: 'child',
          ParentId: 'parent',
          Type: 'STEP',
          StartTimestamp: noon,
          EndTimestamp: noon,
          Status: 'SUCCEEDED',
          StepDetails: { Attempt: 1, Result: '1' },
        },
        {
          Id: 'parent',
          Type: 'CONTEXT',
          StartTimestamp: noon,
          EndTimestamp: noon,
          Status: 'FAILED',
          ContextDetails: { Error: { ErrorType: 'Error', ErrorMessage: 'no' } },
        },
      ])
    })
  })

  it('takes the end of a step or context that never said that it started', async () => {
    const { api, arn } = await inExecution(async (durable) => {
      await durable.checkpoint([
        { Id: 'one', Type: 'STEP', Action: 'SUCCEED', Payload: '1' },
        started('CONTEXT', 'two'),
        { Id: 'two', Type: 'CONTEXT', Action: 'SUCCEED', Payload: '2' },
        started('STEP', 'three', { ParentId: 'two' }),
        { Id: 'three', ParentId: 'two', Type: 'STEP', Action: 'FAIL', Error: {} },
      ])
    })
    expect(await eventTypes(api, arn)).toEqual([
      'ExecutionStarted',
      'StepSucceeded',
      'ContextStarted',
      'ContextSucceeded',
      'StepStarted',
      'StepFailed',
      'InvocationCompleted',
      'ExecutionSucceeded',
    ])
  })

  it('keeps the state of a step that polls, and counts such an attempt as a success', async () => {
    const api = createApi()
    const seen: (Operation | undefined)[] = []
    await createDurable(api, 'orders', async (_, durable) => {
      seen.push(durable.operations.get('one'))
      const step = { Id: 'one', Type: 'STEP' } as const
      if (durable.run > 1) return durable.checkpoint([{ ...step, Action: 'SUCCEED', Payload: '"ready"' }])
      await durable.checkpoint([
        { ...step, Action: 'START' },
        { ...step, Action: 'RETRY', Payload: '"not ready"', StepOptions: { NextAttemptDelaySeconds: 30 } },
      ])
      seen.push(durable.operations.get('one'))
      return durable.suspend()
    })
    const arn = await start(api, 'orders')
    await api.house.clock.settle()
    expect(seen.map((operation) => [operation?.Status, operation?.StepDetails])).toEqual([
      [undefined, undefined],
      ['PENDING', { Attempt: 1, Result: '"not ready"', NextAttemptTimestamp: new Date('2026-01-31T12:00:30.000Z') }],
      ['READY', { Attempt: 1, Result: '"not ready"' }],
    ])
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: arn })
    expect(Events.filter((event) => event.StepSucceededDetails)).toMatchObject([
      {
        StepSucceededDetails: {
          Result: { Payload: '"not ready"' },
          RetryDetails: { CurrentAttempt: 1, NextAttemptDelaySeconds: 30 },
        },
      },
      { StepSucceededDetails: { Result: { Payload: '"ready"' }, RetryDetails: { CurrentAttempt: 2 } } },
    ])
  })

  it('cancels what has started: it is waited for no more', async () => {
    const api = createApi()
    const { arn } = await inExecution(async (durable) => {
      const waiting = [
        started('WAIT', 'wait', { WaitOptions: { WaitSeconds: 60 } }),
        started('CALLBACK', 'callback', { CallbackOptions: { TimeoutSeconds: 60 } }),
      ]
      await durable.checkpoint(waiting)
      const { NewExecutionState } = await durable.checkpoint(waiting.map(({ Id, Type }) => ({ Id, Type, Action: 'CANCEL' })))
      expect(NewExecutionState.Operations).toMatchObject([
        { Id: 'wait', Status: 'CANCELLED', EndTimestamp: noon },
        { Id: 'callback', Status: 'CANCELLED' },
      ])
    }, api)
    expect(await eventTypes(api, arn)).toContain('WaitCancelled')
  })

  it('stops the execution that it invoked when that is cancelled', async () => {
    const api = createApi()
    await createDurable(api, 'child', (_, durable) => durable.wait(60))
    await inExecution(async (durable) => {
      const ChainedInvokeOptions = { FunctionName: 'child:$LATEST' }
      await durable.checkpoint([started('CHAINED_INVOKE', 'one', { ChainedInvokeOptions })])
      await durable.checkpoint([{ Id: 'one', Type: 'CHAINED_INVOKE', Action: 'CANCEL' }])
    }, api)
    const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'child' })
    expect(DurableExecutions).toMatchObject([{ Status: 'STOPPED' }])
  })

  it.each([
    ['succeeds', { Action: 'SUCCEED', Payload: '"a large result"' }, { Status: 'SUCCEEDED', Result: '"a large result"' }],
    ['fails', { Action: 'FAIL', Error: { ErrorType: 'TooLate' } }, { Status: 'FAILED', Error: { ErrorType: 'TooLate' } }],
  ] as const)('%s the execution on behalf of the handler, whose answer counts no more', async (_, update, outcome) => {
    const api = createApi()
    let again: Promise<unknown> | undefined
    await createDurable(api, 'orders', async (__, durable) => {
      const answer = await durable.checkpoint([{ Id: 'execution-result-1', Type: 'EXECUTION', ...update }])
      expect(answer.CheckpointToken).toBeUndefined()
      again = api.refusal('CheckpointDurableExecution', { DurableExecutionArn: durable.arn, CheckpointToken: durable.token() })
      await again
      throw new Error('answered after the end')
    })
    const arn = await start(api, 'orders')
    expect(await api.call('GetDurableExecution', { DurableExecutionArn: arn })).toMatchObject(outcome)
    expect(await again).toMatchObject({ message: 'Invalid Checkpoint Token' })
    expect((await eventTypes(api, arn)).filter((type) => type!.startsWith('Execution'))).toHaveLength(2)
  })

  it.each([
    ['6 MB to a caller that waits', 'RequestResponse', 6_291_456],
    ['1 MB where nobody waits', 'Event', 1_048_576],
  ] as const)('ends the execution with a result of up to %s', async (_, InvocationType, most) => {
    const api = createApi()
    const tooLarge: string[] = []
    const succeeding = (Payload: string) => [{ Id: 'result', Type: 'EXECUTION', Action: 'SUCCEED', Payload }] as const
    await createDurable(
      api,
      'orders',
      async (__, durable) => {
        const one = durable.checkpoint(succeeding('x'.repeat(most + 1)))
        await one.catch((error: Error) => tooLarge.push(error.message))
        await durable.checkpoint(succeeding('x'.repeat(most)))
        return durable.suspend()
      },
      { DurableConfig: { ExecutionTimeout: 900 } },
    )
    await api.call('Invoke', { FunctionName: 'orders:$LATEST', InvocationType })
    await api.house.clock.advance(0)
    expect(tooLarge).toHaveLength(1)
    const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'orders' })
    const { Result } = await api.call('GetDurableExecution', { DurableExecutionArn: DurableExecutions![0]!.DurableExecutionArn })
    expect(Result).toHaveLength(most)
  })

  describe('with a ClientToken', () => {
    it('answers a repeated request as before, for 15 minutes', async () => {
      await inExecution(async (durable, api) => {
        const request = {
          DurableExecutionArn: durable.arn,
          CheckpointToken: durable.token(),
          ClientToken: 'attempt-1',
          Updates: [started('STEP')],
        }
        const first = await api.call('CheckpointDurableExecution', request)
        expect(await api.call('CheckpointDurableExecution', request)).toEqual(first)
        await api.house.clock.sleep(900_000)
        expect(await api.call('CheckpointDurableExecution', request)).toEqual(first)
        await api.house.clock.sleep(1)
        expect(await api.refusal('CheckpointDurableExecution', request)).toMatchObject({ message: 'Invalid Checkpoint Token' })
        expect(await eventTypes(api, durable.arn)).toEqual(['ExecutionStarted', 'StepStarted'])
      })
    })
  })

  describe('refuses', () => {
    const refused = (message: string) => ({ code: 'InvalidParameterValueException', status: 400, message })

    it('a token that was used, and then saves nothing', async () => {
      await inExecution(async (durable, api) => {
        const CheckpointToken = durable.token()
        await durable.checkpoint([])
        const request = { DurableExecutionArn: durable.arn, CheckpointToken, Updates: [started('STEP')] }
        expect(await api.refusal('CheckpointDurableExecution', request)).toEqual(refused('Invalid Checkpoint Token'))
        expect((await durable.checkpoint([])).NewExecutionState.Operations).toEqual([])
      })
    })

    it('an unknown execution, as it has no other word for it', async () => {
      const DurableExecutionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST/durable-execution/gone/gone'
      expect(await createApi().refusal('CheckpointDurableExecution', { DurableExecutionArn, CheckpointToken: 'eA==' })).toEqual(
        refused('Invalid Checkpoint Token'),
      )
    })

    const step: OperationUpdate = { Id: 'step', Type: 'STEP', Action: 'START' }
    const wait = started('WAIT', 'wait', { WaitOptions: { WaitSeconds: 60 } })
    const large = 'x'.repeat(1_048_577)
    it.each<[string, readonly OperationUpdate[], string]>([
      [
        'two ends of the execution',
        [
          { Id: 'a', Type: 'EXECUTION', Action: 'SUCCEED' },
          { Id: 'b', Type: 'EXECUTION', Action: 'SUCCEED' },
        ],
        'Cannot checkpoint multiple EXECUTION updates.',
      ],
      [
        'something after the end of the execution',
        [{ Id: 'a', Type: 'EXECUTION', Action: 'SUCCEED' }, started('STEP', 'new')],
        'EXECUTION checkpoint must be the last update.',
      ],
      [
        'the same operation twice',
        [started('STEP', 'new'), started('STEP', 'new')],
        'Cannot update the same operation twice in a single request.',
      ],
      [
        'a wait that is started and cancelled at once',
        [started('WAIT', 'new', { WaitOptions: { WaitSeconds: 1 } }), { Id: 'new', Type: 'WAIT', Action: 'CANCEL' }],
        'Cannot update the same operation twice in a single request.',
      ],
      ['an unknown parent', [started('STEP', 'new', { ParentId: 'gone' })], 'Invalid parent operation id.'],
      ['a parent that is no context', [started('STEP', 'new', { ParentId: 'step' })], 'Invalid parent operation id.'],
      [
        'a parent that starts later',
        [started('STEP', 'new', { ParentId: 'later' }), started('CONTEXT', 'later')],
        'Invalid parent operation id.',
      ],
      [
        'an error over 1 MB',
        [{ ...step, Action: 'FAIL', Error: { ErrorMessage: large } }],
        'Error object size must be less than 1048576 bytes.',
      ],
      [
        'a payload over 1 MB',
        [{ ...step, Action: 'SUCCEED', Payload: large }],
        'STEP payload size must be less than 1048576 bytes.',
      ],
      ['the retry of a wait', [{ ...wait, Action: 'RETRY' }], 'Invalid action for the given operation type.'],
      ['the start of the execution', [started('EXECUTION', 'new')], 'Invalid action for the given operation type.'],
      ['a payload of a failure', [{ ...step, Action: 'FAIL', Payload: '1' }], 'Cannot provide a Payload for FAIL action.'],
      ['an error of a success', [{ ...step, Action: 'SUCCEED', Error: {} }], 'Cannot provide an Error for SUCCEED action.'],
      ['a retry without options', [{ ...step, Action: 'RETRY' }], 'Invalid StepOptions for the given action.'],
      [
        'a retry with an error and a payload',
        [{ ...step, Action: 'RETRY', Error: {}, Payload: '1', StepOptions: { NextAttemptDelaySeconds: 1 } }],
        'Cannot provide both error and payload to RETRY a STEP.',
      ],
      ['a wait without its length', [started('WAIT', 'new')], 'Invalid WaitOptions for the given action.'],
      ['an invocation of nothing', [started('CHAINED_INVOKE', 'new')], 'Invalid ChainedInvokeOptions for the given action.'],
      ['another type than the operation has', [started('CONTEXT', 'step')], 'Invalid operation type.'],
      ['a step that runs already', [step], 'Invalid current STEP state to start.'],
      [
        'the end of a step that is over',
        [{ Id: 'over', Type: 'STEP', Action: 'SUCCEED' }],
        'Invalid current STEP state to close.',
      ],
      [
        'the retry of a step that is over',
        [{ Id: 'over', Type: 'STEP', Action: 'RETRY', StepOptions: { NextAttemptDelaySeconds: 1 } }],
        'Invalid current STEP state to re-attempt.',
      ],
      ['a wait that has started', [wait], 'Cannot start a WAIT that already exists.'],
      [
        'to cancel what is not there',
        [{ Id: 'new', Type: 'CALLBACK', Action: 'CANCEL' }],
        'Cannot cancel a CALLBACK that does not exist or has already completed.',
      ],
      ['a context that has started', [started('CONTEXT', 'context')], 'Cannot start a CONTEXT that already exists.'],
      [
        'the end of a context that is over',
        [{ Id: 'context', Type: 'CONTEXT', Action: 'SUCCEED' }],
        'Invalid current CONTEXT state to close.',
      ],
    ])('%s, and then saves nothing of the request', async (_, updates, message) => {
      await inExecution(async (durable, api) => {
        await durable.checkpoint([
          step,
          wait,
          { Id: 'over', Type: 'STEP', Action: 'SUCCEED' },
          { Id: 'context', Type: 'CONTEXT', Action: 'SUCCEED' },
        ])
        const before = durable.operations.size
        const request = {
          DurableExecutionArn: durable.arn,
          CheckpointToken: durable.token(),
          Updates: [started('STEP', 'first'), ...updates],
        }
        expect(await api.refusal('CheckpointDurableExecution', request)).toEqual(refused(message))
        expect((await durable.checkpoint([])).NewExecutionState.Operations).toEqual([])
        expect(durable.operations.size).toBe(before)
      })
    })
  })
})
