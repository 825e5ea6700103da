import type { OperationName } from '../model/api'
import { createFunction } from './functions/createFunction'
import { deleteFunction } from './functions/deleteFunction'
import { getFunction } from './functions/getFunction'
import { getFunctionConfiguration } from './functions/getFunctionConfiguration'
import { listFunctions } from './functions/listFunctions'
import { updateFunctionCode } from './functions/updateFunctionCode'
import { updateFunctionConfiguration } from './functions/updateFunctionConfiguration'
import { invoke } from './invocation/invoke'
import type { Operation } from './operation'

/** Every operation that has its behaviour, by AWS's name. */
export const registry: { readonly [Name in OperationName]?: Operation<Name> } = {
  CreateFunction: createFunction,
  DeleteFunction: deleteFunction,
  GetFunction: getFunction,
  GetFunctionConfiguration: getFunctionConfiguration,
  Invoke: invoke,
  ListFunctions: listFunctions,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
}
