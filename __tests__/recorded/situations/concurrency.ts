import { aFunction, aVersion, nothing, type Situations } from '../situation'

export const concurrency: Situations = {
  GetFunctionConcurrency: { 'function ARN of another region': aFunction },
  PutFunctionConcurrency: {
    'qualified ARN': aFunction,
    'unknown function (message names $LATEST)': nothing,
    'unknown function, 0 executions': nothing,
  },
  DeleteProvisionedConcurrencyConfig: {
    $LATEST: aVersion,
    'unknown alias': aVersion,
    'unknown function with a version': nothing,
    'unknown version': aVersion,
  },
  GetProvisionedConcurrencyConfig: {
    $LATEST: aVersion,
    'known version without a config': aVersion,
    'unknown alias': aVersion,
    'unknown function with an alias-like qualifier': nothing,
    'unknown version': aVersion,
  },
  ListProvisionedConcurrencyConfigs: { 'unknown function': nothing },
  PutProvisionedConcurrencyConfig: {
    '$LATEST (other message than get and delete)': aVersion,
    'unknown alias': aVersion,
    'unknown function with a version': nothing,
    'unknown function with an alias-like qualifier': nothing,
    'unknown version': aVersion,
    '0 executions': aVersion,
  },
}
