/** Read by the compiler alone: which faults compile for which operations, and that misspelled ones do not. */
import { InvokeCommand, InvokeWithResponseStreamCommand } from '@aws-sdk/client-lambda'
import { InvokeWithResponseStreamCommand as OldStreamCommand } from 'client-lambda-oldest'
import type { MockLambda, NetworkCode, ThrottleReason } from '../../src/index'

declare const lambda: MockLambda

export function networkFaults(): void {
  lambda.on('Invoke').drops()
  lambda.on('Invoke').drops('ECONNRESET').times(2).losesReply().once()
  lambda.on('*').drops('CERT_HAS_EXPIRED').every(3)
  lambda.on(InvokeCommand).truncates({ at: 10, silently: true }).garbles().after(1)
  lambda.on('GetFunction').answers({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' })
  lambda.on('Invoke').delays('2s').delays([5, '200ms']).hangs().drips({ every: '1s', bytes: 1 }).skewsClock('20m', 'behind')
  const code: NetworkCode = 'EAI_AGAIN'
  lambda.on('Invoke').losesReply(code)
  // @ts-expect-error a misspelled code
  lambda.on('Invoke').drops('ECONRESET')
  // @ts-expect-error a misspelled verb
  lambda.on('Invoke').drop()
  // @ts-expect-error an answer without a status
  lambda.on('Invoke').answers({ body: '<html>' })
  // @ts-expect-error a duration without a unit
  lambda.on('Invoke').delays('5')
  // @ts-expect-error three bounds
  lambda.on('Invoke').delays([1, 2, 3])
  // @ts-expect-error a direction that is none
  lambda.on('Invoke').skewsClock('20m', 'forward')
  // @ts-expect-error every needs a number
  lambda.on('Invoke').throttles().every('3')
}

export function streamFaults(): void {
  lambda.on('InvokeWithResponseStream').truncates({ at: 'frame', afterChunks: 1 }).once()
  lambda.on(InvokeWithResponseStreamCommand).truncates({ at: 'complete' }).drops('ECONNRESET', { afterChunks: 2 })
  lambda.on(OldStreamCommand).hangs({ afterChunks: 1 }).garbles({ checksum: 'prelude' })
  lambda.on('InvokeWithResponseStream').fails('ServiceException', { message: 'gone' }, { afterChunks: 1 })
  // @ts-expect-error Invoke answers without a stream
  lambda.on('Invoke').truncates({ at: 'frame' })
  // @ts-expect-error so does its command
  lambda.on(InvokeCommand).drops('ECONNRESET', { afterChunks: 1 })
  // @ts-expect-error and not every operation has one
  lambda.on('*').hangs({ afterChunks: 1 })
  // @ts-expect-error no checksum without a stream
  lambda.on('GetFunction').garbles({ checksum: 'message' })
  // @ts-expect-error no event without a stream
  lambda.on('Invoke').fails('ServiceException', {}, { afterChunks: 1 })
  // @ts-expect-error a place that is none
  lambda.on('InvokeWithResponseStream').truncates({ at: 'middle' })
}

export function handWritten(): void {
  lambda.on('Invoke').resolves({ StatusCode: 200, Payload: { ok: true }, $metadata: { httpStatusCode: 200 } })
  lambda.on(InvokeCommand).resolves({ StatusCode: 200, $metadata: {} })
  // @ts-expect-error a misspelled member
  lambda.on('Invoke').resolves({ StatusCod: 200 })
  // @ts-expect-error a misspelled member, deeper
  lambda.on('GetFunction').resolves({ Configuration: { Timeou: 3 } })
}

export function serviceErrors(): void {
  lambda.on('Invoke').fails('EC2UnexpectedException', { EC2ErrorCode: 'InsufficientInstanceCapacity' })
  lambda.on('Invoke').fails('ExpiredTokenException', { message: 'old' })
  const reason: ThrottleReason = 'ConcurrentSnapshotCreateLimitExceeded'
  lambda.on('Invoke').throttles({ reason, retryAfterSeconds: 2 })
  // @ts-expect-error a misspelled error
  lambda.on('Invoke').fails('ServiceExceptoin')
  // @ts-expect-error a member that this error does not have
  lambda.on('Invoke').fails('ServiceException', { Reason: 'x' })
  // @ts-expect-error a reason that AWS does not have
  lambda.on('Invoke').throttles({ reason: 'TooBusy' })
}

export function chaos(): void {
  const all = lambda.chaos({ throttle: 0.1, error: 0.05, drop: 0.01, lostReply: 0.01, latency: [5, 200] })
  all.off()
  lambda.chaos({ drop: 0.1 }, 'Invoke', { FunctionName: 'orders' })
  lambda.chaos({ latency: '1s' }, InvokeCommand, { FunctionName: /^ord/ })
  lambda.chaos({}, '*')
  // @ts-expect-error a misspelled kind
  lambda.chaos({ throtle: 0.1 })
  // @ts-expect-error an operation that AWS does not have
  lambda.chaos({ drop: 0.1 }, 'Invok')
  // @ts-expect-error a member that the input does not have
  lambda.chaos({ drop: 0.1 }, 'Invoke', { FunctionNam: 'orders' })
}
