import { createApi, type Api } from '../../support/api'
import { createDurable, start, type Durable } from '../../support/durable'

/** An execution that waits for a callback. */
export interface Waiting {
  readonly api: Api
  readonly DurableExecutionArn: string
  readonly CallbackId: string
  /** What has become of the execution once everything that can run has run. */
  outcome(): Promise<{ Status: string; Result?: string | undefined; Error?: object | undefined }>
}

export async function waitForCallback(options?: Parameters<Durable['callback']>[1]): Promise<Waiting> {
  const api = createApi()
  const submitted: string[] = []
  await createDurable(api, 'orders', (_, durable) => durable.callback((id) => submitted.push(id), options))
  const DurableExecutionArn = await start(api, 'orders')
  return {
    api,
    DurableExecutionArn,
    CallbackId: submitted[0]!,
    async outcome() {
      await api.house.clock.advance(0)
      const { Status, Result, Error } = await api.call('GetDurableExecution', { DurableExecutionArn })
      return { Status, Result, Error }
    },
  }
}

const encode = (text: string) => Buffer.from(text).toString('base64')
const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST/durable-execution/gone/gone'

/** Ids that no operation on callbacks accepts. */
export const badIds: readonly (readonly [what: string, CallbackId: string, code: string, status: number])[] = [
  ['what is no callback id', encode('nonsense'), 'InvalidParameterValueException', 400],
  ['a callback of an unknown execution', encode(`uuid op-1 ${arn}`), 'ResourceNotFoundException', 404],
]

/** Callbacks are refused once they are closed or their time is up. */
export const closed = {
  code: 'CallbackTimeoutException',
  status: 400,
  message: 'The callback ID token has either expired or the callback associated with the token has already been closed.',
}
