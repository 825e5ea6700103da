import type { FunctionSettings } from '../builders/configureFunction'
import type { HandlerFunction } from '../builders/functionBuilder'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { closedDoor } from '../door'
import { requireOptions } from '../builders/requireOptions'
import type { Contract } from '../contracts/contract'
import { ContractBreach } from '../contracts/contractBreach'
import { findContracts } from '../contracts/file/findContracts'
import { requireContract } from '../contracts/requireContract'
import { requireVerifiable, verifyExamples, type RunResult, type States } from '../contracts/provider/verifyExamples'
import { breachesOf, newVerificationReport, type VerificationReport } from '../contracts/reports/report'
import { createMockLambda } from '../mockLambda'
import { isMembers } from '../usage/isMembers'
import { shown } from '../usage/readMembers'
import type { StreamingHandler } from '../runtime/streaming/streamify'

/** How a contract is verified. */
export interface VerifyOptions {
  /**
   * Sets up the states that examples are given, by name; what a setup returns, if it is a function, is run after the example.
   * @example { 'no stock': () => { stock.clear(); return () => stock.refill() } }
   */
  readonly states?: States
  /** Any field of CreateFunction, in AWS's spelling, such as Timeout (seconds) or Environment. */
  readonly configure?: FunctionSettings
}

/** A handler of the provider's, in any style that Lambda knows. */
export type ContractHandler = HandlerFunction | StreamingHandler

/** Handlers by the name of their function. */
export type ContractHandlers = Readonly<Record<string, ContractHandler>>

/**
 * Tries every example of a contract on the provider's handler: it runs as Lambda runs it, with a context, its Timeout and its
 * environment variables, and errors come out as Lambda gives them. The result has to fit the schema and the example.
 *
 * @param contract or several, of different consumers, for one function
 * @returns what was found, for a reporter
 * @throws ContractBreach with all breaches; UsageError for a contract without examples and for a state that `states` does not have
 * @example await verifyContract(createOrder, handler, { states: { 'no stock': () => stock.clear() } })
 */
export async function verifyContract(
  contract: Contract | readonly Contract[],
  handler: ContractHandler,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const contracts = [contract].flat().map((each) => requireContract(each, 'verifyContract(contract, handler)'))
  if (contracts.length === 0) throw new UsageError('verifyContract(contracts, handler) was given no contract.')
  if (typeof handler !== 'function')
    throw new UsageError(`verifyContract(contract, handler) needs the handler of ${contracts[0]!.function}, a function.`)
  return requireHonoured(await reportOn(contracts, () => handler, options))
}

/**
 * Verifies the contracts in files, those of several consumers of a function together.
 *
 * @param files a file, a pattern such as `contracts/*.json`, or several
 * @param handlers by the name of their function
 * @throws ContractBreach with all breaches; UsageError if there is no file, a file is no contract, or a function has no handler
 * @example await verifyContracts('contracts/*.json', { 'orders-create': handler }, { states })
 */
export async function verifyContracts(
  files: string | readonly string[],
  handlers: ContractHandlers,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  return requireHonoured(await reportOnFiles(files, handlers, options))
}

/** As `verifyContracts`, but breaches are told by the report alone. */
export async function reportOnFiles(
  files: string | readonly string[],
  handlers: ContractHandlers,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const contracts = await findContracts(files)
  return reportOn(contracts, (name) => requireHandler(handlers, name), options)
}

async function reportOn(
  contracts: readonly Contract[],
  handlerOf: (functionName: string) => ContractHandler,
  options: VerifyOptions,
): Promise<VerificationReport> {
  requireOptions('verifyContract', options, ['states', 'configure'])
  const { states = {}, configure } = options
  if (!isMembers(states))
    throw new UsageError(
      `verifyContract needs states as functions by name, e.g. { 'no stock': () => ... }, not ${shown(states)}.`,
    )
  requireVerifiable(contracts, states)
  const all = contracts.map((contract) => ({ contract, handler: handlerOf(contract.function) }))
  const results = []
  for (const { contract, handler } of all) {
    const lambda = createMockLambda(closedDoor)({ guard: 'off', seed: 1 })
    try {
      const builder = lambda.function(contract.function, handler as HandlerFunction)
      if (configure !== undefined) builder.configure(configure)
      results.push(await verifyExamples(contract, (event) => invoke(lambda.exchange, contract.function, event), states))
    } finally {
      lambda.restore()
    }
  }
  return newVerificationReport(results)
}

/** Through the whole of the double, as a client would. */
async function invoke(
  exchange: ReturnType<ReturnType<typeof createMockLambda>>['exchange'],
  name: string,
  event: unknown,
): Promise<RunResult> {
  const outcome = await exchange({
    method: 'POST',
    path: `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`,
    query: '',
    headers: {},
    body: Buffer.from(JSON.stringify(event)),
  })
  if (outcome.kind !== 'reply' || !ArrayBuffer.isView(outcome.body)) throw new TypeError('Invoke is answered with one body.')
  const payload = parsed(Buffer.from(outcome.body).toString())
  if (outcome.status === 200) return { payload, failed: outcome.headers['x-amz-function-error'] !== undefined }
  // What Lambda itself refuses, such as an event that is too large.
  const { message } = (payload ?? {}) as { readonly message?: string }
  return { payload: { errorType: outcome.headers['x-amzn-errortype'], errorMessage: message }, failed: true }
}

/** A streamed response need not be JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function requireHandler(handlers: ContractHandlers, name: string): ContractHandler {
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (typeof handler === 'function') return handler
  const close = nearest(name, Object.keys(handlers))
  throw new UsageError(`There is no handler for ${name}: give it by that name.${close ? ` Did you mean '${close}'?` : ''}`)
}

function requireHonoured(report: VerificationReport): VerificationReport {
  const breaches = breachesOf(report)
  if (breaches.length > 0) throw new ContractBreach(breaches, report)
  return report
}
