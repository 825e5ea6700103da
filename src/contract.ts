export { defineContract } from './contracts/defineContract'
export { writeContract } from './contracts/file/writeContract'
export { readContract } from './contracts/file/readContract'
export { verifyContract, verifyContracts } from './double/verifyContract'
export { recordContract } from './contracts/record/recordContract'
export { diffContracts } from './contracts/diff/diffContracts'
export { apiContract } from './double/apiContract'
export { mergeApiContracts } from './contracts/api/mergeApiContracts'
export { textReport } from './contracts/reports/textReport'
export { jsonReport } from './contracts/reports/jsonReport'
export { junitReport } from './contracts/reports/junitReport'
export { ContractBreach, isContractBreach } from './contracts/contractBreach'
export type {
  Contract,
  ContractDefinition,
  ErrorSchemas,
  AnsweredExample,
  FailedExample,
  Example,
  EventOf,
  ResponseOf,
} from './contracts/contract'
export type { WriteOptions } from './contracts/file/writeContract'
export type { Breach } from './contracts/breach'
export type { Issue } from './contracts/issue'
export type { Schema, StandardSchema, StandardResult, JsonSchema, TypeGuard, PayloadOf } from './contracts/schema'
export type { VerifyOptions, ContractHandler, ContractHandlers } from './double/verifyContract'
export type { States, StateSetup } from './contracts/provider/verifyExamples'
export type { RecordOptions, RecordedRun } from './contracts/record/recordContract'
export type { ContractChange, ContractDiff } from './contracts/diff/diffContracts'
export type { ApiReport, OperationReport } from './contracts/api/apiReport'
export type { UsedCall } from './contracts/api/apiUse'
export type { Report, VerificationReport, ContractResult, ExampleResult } from './contracts/reports/report'
