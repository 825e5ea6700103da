import { aDeletedFunction, aFunction, aVersion, nameOf, nothing, type Situations } from '../situation'
import { badFunctionNames, badNewFunctionNames, created } from './functionNames'

const anArnOfAnotherRegion = { 'function ARN of another region': aFunction }

const networks = { subnet_id_1: 'subnet-0a1b2c3d4e5f60718', subnet_id_2: 'malformed' }

export const functions: Situations = {
  CreateFunction: {
    ...badNewFunctionNames,
    'environment of one variable, 4097 bytes as JSON (limit 4096)': created,
    'environment of two variables, 4097 bytes as JSON (limit 4096)': created,
    'six layers': {
      stage: created,
      values: { 'layer version ARN': 'arn:aws:lambda:us-east-1:111111111111:layer:shared:1' },
    },
    'well-formed but unknown subnet id': { stage: created, values: networks },
    'malformed subnet id': { stage: created, values: networks },
    'archive just under 50 MiB, whole request over 70167211 bytes': created,
    'unknown SnapStart value': created,
  },
  DeleteFunction: {
    ...badFunctionNames,
    ...anArnOfAnotherRegion,
    'function already deleted': aDeletedFunction,
    'unknown function': nothing,
    'unknown function with a qualifier (not in the message); with a known function an unknown version is deleted without an error':
      nothing,
  },
  GetFunction: {
    ...badFunctionNames,
    ...anArnOfAnotherRegion,
    'known function, unknown alias as Qualifier': aFunction,
    'known function, unknown alias in the ARN': aFunction,
  },
  GetFunctionConfiguration: anArnOfAnotherRegion,
  UpdateFunctionCode: {
    'image code for a Zip function': aFunction,
    'wrong RevisionId': aFunction,
  },
  UpdateFunctionConfiguration: {
    'runtime in upper case': aFunction,
    'unknown runtime': aFunction,
    'wrong RevisionId': aFunction,
    'role is not an ARN': aFunction,
    'second update while LastUpdateStatus is InProgress': {
      options: { functionStates: 'staged' },
      async stage({ createFunction, call, lambda }, request) {
        await createFunction(nameOf(request))
        await lambda.clock.advance('1m')
        await call('UpdateFunctionConfiguration', {
          FunctionName: nameOf(request),
          Environment: { Variables: { TEST: 'TEST1' } },
        })
      },
    },
  },
  PublishVersion: {
    'CodeSha256 does not fit $LATEST': async ({ createFunction }, request) => {
      const { CodeSha256 } = await createFunction(nameOf(request))
      return { values: { 'code-sha256:1': CodeSha256! } }
    },
    'wrong RevisionId': aFunction,
  },
  UpdateAlias: {
    'wrong RevisionId': async ({ createFunction, call }, request) => {
      await createFunction(nameOf(request), { Publish: true })
      await call('CreateAlias', { FunctionName: nameOf(request), Name: request.Name, FunctionVersion: '1' })
    },
    'unknown alias': aVersion,
  },
  PutFunctionRecursionConfig: {
    'unknown RecursiveLoop value': aFunction,
  },
}
