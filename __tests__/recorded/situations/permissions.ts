import { aFunction, aVersion, nameOf, nothing, type Situations, type Stage } from '../situation'

/** A permission for S3 that is there already. */
const s3 = {
  Action: 'lambda:InvokeFunction',
  StatementId: 's3',
  Principal: 's3.amazonaws.com',
  SourceArn: 'arn:aws:s3:::test-bucket',
}

/** The same request was made before. */
const again: Stage = async ({ createFunction, call }, request) => {
  await createFunction(nameOf(request))
  await call('AddPermission', request)
}

const anAlias: Stage = async ({ createFunction, call }, request) => {
  const FunctionName = nameOf(request)
  await createFunction(FunctionName, { Publish: true })
  await call('CreateAlias', { FunctionName, Name: request.Qualifier, FunctionVersion: '1' })
}

/** Version 1, and a policy for the function as a whole. */
const aFunctionPolicy: Stage = async ({ createFunction, call }, request) => {
  const FunctionName = nameOf(request)
  await createFunction(FunctionName, { Publish: true })
  await call('AddPermission', { FunctionName, ...s3 })
}

export const permissions: Situations = {
  AddPermission: {
    'policy on $LATEST': aFunction,
    'qualifier in the name differs from Qualifier': aFunction,
    'unknown service principal': aFunction,
    'wrong RevisionId': anAlias,
    'statement id already used': again,
    'unknown alias (in the name)': aFunction,
    'unknown function': nothing,
    'unknown version': aVersion,
    'well-formed unknown qualifier containing $ (not called an alias)': aFunction,
    'dot in the statement id': aFunction,
    'qualifier with a forbidden character': aFunction,
  },
  GetPolicy: {
    'unknown function': nothing,
    'unknown version': aFunctionPolicy,
    'version without a policy (the unqualified function has one)': aFunctionPolicy,
  },
  RemovePermission: {
    'known function without any policy': aFunction,
    'unknown alias': aFunctionPolicy,
    'unknown function': nothing,
  },
}
