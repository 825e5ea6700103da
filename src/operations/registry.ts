import type { OperationName } from '../model/api'
import { getAccountSettings } from './account/getAccountSettings'
import { createAlias } from './aliases/createAlias'
import { deleteAlias } from './aliases/deleteAlias'
import { getAlias } from './aliases/getAlias'
import { listAliases } from './aliases/listAliases'
import { updateAlias } from './aliases/updateAlias'
import { createCapacityProvider } from './capacity-providers/createCapacityProvider'
import { deleteCapacityProvider } from './capacity-providers/deleteCapacityProvider'
import { getCapacityProvider } from './capacity-providers/getCapacityProvider'
import { listCapacityProviders } from './capacity-providers/listCapacityProviders'
import { listFunctionVersionsByCapacityProvider } from './capacity-providers/listFunctionVersionsByCapacityProvider'
import { updateCapacityProvider } from './capacity-providers/updateCapacityProvider'
import { createCodeSigningConfig } from './code-signing/createCodeSigningConfig'
import { deleteCodeSigningConfig } from './code-signing/deleteCodeSigningConfig'
import { deleteFunctionCodeSigningConfig } from './code-signing/deleteFunctionCodeSigningConfig'
import { getCodeSigningConfig } from './code-signing/getCodeSigningConfig'
import { getFunctionCodeSigningConfig } from './code-signing/getFunctionCodeSigningConfig'
import { listCodeSigningConfigs } from './code-signing/listCodeSigningConfigs'
import { listFunctionsByCodeSigningConfig } from './code-signing/listFunctionsByCodeSigningConfig'
import { putFunctionCodeSigningConfig } from './code-signing/putFunctionCodeSigningConfig'
import { updateCodeSigningConfig } from './code-signing/updateCodeSigningConfig'
import { deleteFunctionConcurrency } from './concurrency/deleteFunctionConcurrency'
import { deleteProvisionedConcurrencyConfig } from './concurrency/deleteProvisionedConcurrencyConfig'
import { getFunctionConcurrency } from './concurrency/getFunctionConcurrency'
import { getProvisionedConcurrencyConfig } from './concurrency/getProvisionedConcurrencyConfig'
import { listProvisionedConcurrencyConfigs } from './concurrency/listProvisionedConcurrencyConfigs'
import { putFunctionConcurrency } from './concurrency/putFunctionConcurrency'
import { putProvisionedConcurrencyConfig } from './concurrency/putProvisionedConcurrencyConfig'
import { checkpointDurableExecution } from './durable-executions/checkpointDurableExecution'
import { getDurableExecution } from './durable-executions/getDurableExecution'
import { getDurableExecutionHistory } from './durable-executions/getDurableExecutionHistory'
import { getDurableExecutionState } from './durable-executions/getDurableExecutionState'
import { listDurableExecutionsByFunction } from './durable-executions/listDurableExecutionsByFunction'
import { sendDurableExecutionCallbackFailure } from './durable-executions/sendDurableExecutionCallbackFailure'
import { sendDurableExecutionCallbackHeartbeat } from './durable-executions/sendDurableExecutionCallbackHeartbeat'
import { sendDurableExecutionCallbackSuccess } from './durable-executions/sendDurableExecutionCallbackSuccess'
import { stopDurableExecution } from './durable-executions/stopDurableExecution'
import { deleteFunctionEventInvokeConfig } from './event-invoke-configs/deleteFunctionEventInvokeConfig'
import { getFunctionEventInvokeConfig } from './event-invoke-configs/getFunctionEventInvokeConfig'
import { listFunctionEventInvokeConfigs } from './event-invoke-configs/listFunctionEventInvokeConfigs'
import { putFunctionEventInvokeConfig } from './event-invoke-configs/putFunctionEventInvokeConfig'
import { updateFunctionEventInvokeConfig } from './event-invoke-configs/updateFunctionEventInvokeConfig'
import { createEventSourceMapping } from './event-source-mappings/createEventSourceMapping'
import { deleteEventSourceMapping } from './event-source-mappings/deleteEventSourceMapping'
import { getEventSourceMapping } from './event-source-mappings/getEventSourceMapping'
import { listEventSourceMappings } from './event-source-mappings/listEventSourceMappings'
import { updateEventSourceMapping } from './event-source-mappings/updateEventSourceMapping'
import { createFunctionUrlConfig } from './function-urls/createFunctionUrlConfig'
import { deleteFunctionUrlConfig } from './function-urls/deleteFunctionUrlConfig'
import { getFunctionUrlConfig } from './function-urls/getFunctionUrlConfig'
import { listFunctionUrlConfigs } from './function-urls/listFunctionUrlConfigs'
import { updateFunctionUrlConfig } from './function-urls/updateFunctionUrlConfig'
import { createFunction } from './functions/createFunction'
import { deleteFunction } from './functions/deleteFunction'
import { getFunction } from './functions/getFunction'
import { getFunctionConfiguration } from './functions/getFunctionConfiguration'
import { listFunctions } from './functions/listFunctions'
import { updateFunctionCode } from './functions/updateFunctionCode'
import { updateFunctionConfiguration } from './functions/updateFunctionConfiguration'
import { invoke } from './invocation/invoke'
import { invokeAsync } from './invocation/invokeAsync'
import { invokeWithResponseStream } from './invocation/invokeWithResponseStream'
import { addLayerVersionPermission } from './layers/addLayerVersionPermission'
import { deleteLayerVersion } from './layers/deleteLayerVersion'
import { getLayerVersion } from './layers/getLayerVersion'
import { getLayerVersionByArn } from './layers/getLayerVersionByArn'
import { getLayerVersionPolicy } from './layers/getLayerVersionPolicy'
import { listLayerVersions } from './layers/listLayerVersions'
import { listLayers } from './layers/listLayers'
import { publishLayerVersion } from './layers/publishLayerVersion'
import { removeLayerVersionPermission } from './layers/removeLayerVersionPermission'
import { addPermission } from './permissions/addPermission'
import { getPolicy } from './permissions/getPolicy'
import { removePermission } from './permissions/removePermission'
import { getFunctionRecursionConfig } from './recursion/getFunctionRecursionConfig'
import { putFunctionRecursionConfig } from './recursion/putFunctionRecursionConfig'
import { deleteResourcePolicy } from './resource-policies/deleteResourcePolicy'
import { getResourcePolicy } from './resource-policies/getResourcePolicy'
import { putResourcePolicy } from './resource-policies/putResourcePolicy'
import { getRuntimeManagementConfig } from './runtime-management/getRuntimeManagementConfig'
import { putRuntimeManagementConfig } from './runtime-management/putRuntimeManagementConfig'
import { getFunctionScalingConfig } from './scaling-configs/getFunctionScalingConfig'
import { putFunctionScalingConfig } from './scaling-configs/putFunctionScalingConfig'
import { listTags } from './tags/listTags'
import { tagResource } from './tags/tagResource'
import { untagResource } from './tags/untagResource'
import { listVersionsByFunction } from './versions/listVersionsByFunction'
import { publishVersion } from './versions/publishVersion'
import type { Operation } from './operation'

/**
 * The behaviour of every operation of the API, by AWS's name, behind a function: the build reads most of them with their first call.
 * It compiles only if none is missing.
 */
export const registry = {
  AddLayerVersionPermission: () => addLayerVersionPermission,
  AddPermission: () => addPermission,
  CheckpointDurableExecution: () => checkpointDurableExecution,
  CreateAlias: () => createAlias,
  CreateCapacityProvider: () => createCapacityProvider,
  CreateCodeSigningConfig: () => createCodeSigningConfig,
  CreateEventSourceMapping: () => createEventSourceMapping,
  CreateFunction: () => createFunction,
  CreateFunctionUrlConfig: () => createFunctionUrlConfig,
  DeleteAlias: () => deleteAlias,
  DeleteCapacityProvider: () => deleteCapacityProvider,
  DeleteCodeSigningConfig: () => deleteCodeSigningConfig,
  DeleteEventSourceMapping: () => deleteEventSourceMapping,
  DeleteFunction: () => deleteFunction,
  DeleteFunctionCodeSigningConfig: () => deleteFunctionCodeSigningConfig,
  DeleteFunctionConcurrency: () => deleteFunctionConcurrency,
  DeleteFunctionEventInvokeConfig: () => deleteFunctionEventInvokeConfig,
  DeleteFunctionUrlConfig: () => deleteFunctionUrlConfig,
  DeleteLayerVersion: () => deleteLayerVersion,
  DeleteProvisionedConcurrencyConfig: () => deleteProvisionedConcurrencyConfig,
  DeleteResourcePolicy: () => deleteResourcePolicy,
  GetAccountSettings: () => getAccountSettings,
  GetAlias: () => getAlias,
  GetCapacityProvider: () => getCapacityProvider,
  GetCodeSigningConfig: () => getCodeSigningConfig,
  GetDurableExecution: () => getDurableExecution,
  GetDurableExecutionHistory: () => getDurableExecutionHistory,
  GetDurableExecutionState: () => getDurableExecutionState,
  GetEventSourceMapping: () => getEventSourceMapping,
  GetFunction: () => getFunction,
  GetFunctionCodeSigningConfig: () => getFunctionCodeSigningConfig,
  GetFunctionConcurrency: () => getFunctionConcurrency,
  GetFunctionConfiguration: () => getFunctionConfiguration,
  GetFunctionEventInvokeConfig: () => getFunctionEventInvokeConfig,
  GetFunctionRecursionConfig: () => getFunctionRecursionConfig,
  GetFunctionScalingConfig: () => getFunctionScalingConfig,
  GetFunctionUrlConfig: () => getFunctionUrlConfig,
  GetLayerVersion: () => getLayerVersion,
  GetLayerVersionByArn: () => getLayerVersionByArn,
  GetLayerVersionPolicy: () => getLayerVersionPolicy,
  GetPolicy: () => getPolicy,
  GetProvisionedConcurrencyConfig: () => getProvisionedConcurrencyConfig,
  GetResourcePolicy: () => getResourcePolicy,
  GetRuntimeManagementConfig: () => getRuntimeManagementConfig,
  Invoke: () => invoke,
  InvokeAsync: () => invokeAsync,
  InvokeWithResponseStream: () => invokeWithResponseStream,
  ListAliases: () => listAliases,
  ListCapacityProviders: () => listCapacityProviders,
  ListCodeSigningConfigs: () => listCodeSigningConfigs,
  ListDurableExecutionsByFunction: () => listDurableExecutionsByFunction,
  ListEventSourceMappings: () => listEventSourceMappings,
  ListFunctionEventInvokeConfigs: () => listFunctionEventInvokeConfigs,
  ListFunctionUrlConfigs: () => listFunctionUrlConfigs,
  ListFunctionVersionsByCapacityProvider: () => listFunctionVersionsByCapacityProvider,
  ListFunctions: () => listFunctions,
  ListFunctionsByCodeSigningConfig: () => listFunctionsByCodeSigningConfig,
  ListLayerVersions: () => listLayerVersions,
  ListLayers: () => listLayers,
  ListProvisionedConcurrencyConfigs: () => listProvisionedConcurrencyConfigs,
  ListTags: () => listTags,
  ListVersionsByFunction: () => listVersionsByFunction,
  PublishLayerVersion: () => publishLayerVersion,
  PublishVersion: () => publishVersion,
  PutFunctionCodeSigningConfig: () => putFunctionCodeSigningConfig,
  PutFunctionConcurrency: () => putFunctionConcurrency,
  PutFunctionEventInvokeConfig: () => putFunctionEventInvokeConfig,
  PutFunctionRecursionConfig: () => putFunctionRecursionConfig,
  PutFunctionScalingConfig: () => putFunctionScalingConfig,
  PutProvisionedConcurrencyConfig: () => putProvisionedConcurrencyConfig,
  PutResourcePolicy: () => putResourcePolicy,
  PutRuntimeManagementConfig: () => putRuntimeManagementConfig,
  RemoveLayerVersionPermission: () => removeLayerVersionPermission,
  RemovePermission: () => removePermission,
  SendDurableExecutionCallbackFailure: () => sendDurableExecutionCallbackFailure,
  SendDurableExecutionCallbackHeartbeat: () => sendDurableExecutionCallbackHeartbeat,
  SendDurableExecutionCallbackSuccess: () => sendDurableExecutionCallbackSuccess,
  StopDurableExecution: () => stopDurableExecution,
  TagResource: () => tagResource,
  UntagResource: () => untagResource,
  UpdateAlias: () => updateAlias,
  UpdateCapacityProvider: () => updateCapacityProvider,
  UpdateCodeSigningConfig: () => updateCodeSigningConfig,
  UpdateEventSourceMapping: () => updateEventSourceMapping,
  UpdateFunctionCode: () => updateFunctionCode,
  UpdateFunctionConfiguration: () => updateFunctionConfiguration,
  UpdateFunctionEventInvokeConfig: () => updateFunctionEventInvokeConfig,
  UpdateFunctionUrlConfig: () => updateFunctionUrlConfig,
} satisfies { readonly [Name in OperationName]: () => Operation<Name> }
