// Generated from model/lambda-2015-03-31.json by scripts/generateModel.ts (npm run generate). Do not edit.

/** An operation of the Lambda API, e.g. 'CreateFunction'. */
export type OperationName =
  | 'AddLayerVersionPermission'
  | 'AddPermission'
  | 'CheckpointDurableExecution'
  | 'CreateAlias'
  | 'CreateCapacityProvider'
  | 'CreateCodeSigningConfig'
  | 'CreateEventSourceMapping'
  | 'CreateFunction'
  | 'CreateFunctionUrlConfig'
  | 'DeleteAlias'
  | 'DeleteCapacityProvider'
  | 'DeleteCodeSigningConfig'
  | 'DeleteEventSourceMapping'
  | 'DeleteFunction'
  | 'DeleteFunctionCodeSigningConfig'
  | 'DeleteFunctionConcurrency'
  | 'DeleteFunctionEventInvokeConfig'
  | 'DeleteFunctionUrlConfig'
  | 'DeleteLayerVersion'
  | 'DeleteProvisionedConcurrencyConfig'
  | 'DeleteResourcePolicy'
  | 'GetAccountSettings'
  | 'GetAlias'
  | 'GetCapacityProvider'
  | 'GetCodeSigningConfig'
  | 'GetDurableExecution'
  | 'GetDurableExecutionHistory'
  | 'GetDurableExecutionState'
  | 'GetEventSourceMapping'
  | 'GetFunction'
  | 'GetFunctionCodeSigningConfig'
  | 'GetFunctionConcurrency'
  | 'GetFunctionConfiguration'
  | 'GetFunctionEventInvokeConfig'
  | 'GetFunctionRecursionConfig'
  | 'GetFunctionScalingConfig'
  | 'GetFunctionUrlConfig'
  | 'GetLayerVersion'
  | 'GetLayerVersionByArn'
  | 'GetLayerVersionPolicy'
  | 'GetPolicy'
  | 'GetProvisionedConcurrencyConfig'
  | 'GetResourcePolicy'
  | 'GetRuntimeManagementConfig'
  | 'Invoke'
  | 'InvokeAsync'
  | 'InvokeWithResponseStream'
  | 'ListAliases'
  | 'ListCapacityProviders'
  | 'ListCodeSigningConfigs'
  | 'ListDurableExecutionsByFunction'
  | 'ListEventSourceMappings'
  | 'ListFunctionEventInvokeConfigs'
  | 'ListFunctionUrlConfigs'
  | 'ListFunctionVersionsByCapacityProvider'
  | 'ListFunctions'
  | 'ListFunctionsByCodeSigningConfig'
  | 'ListLayerVersions'
  | 'ListLayers'
  | 'ListProvisionedConcurrencyConfigs'
  | 'ListTags'
  | 'ListVersionsByFunction'
  | 'PublishLayerVersion'
  | 'PublishVersion'
  | 'PutFunctionCodeSigningConfig'
  | 'PutFunctionConcurrency'
  | 'PutFunctionEventInvokeConfig'
  | 'PutFunctionRecursionConfig'
  | 'PutFunctionScalingConfig'
  | 'PutProvisionedConcurrencyConfig'
  | 'PutResourcePolicy'
  | 'PutRuntimeManagementConfig'
  | 'RemoveLayerVersionPermission'
  | 'RemovePermission'
  | 'SendDurableExecutionCallbackFailure'
  | 'SendDurableExecutionCallbackHeartbeat'
  | 'SendDurableExecutionCallbackSuccess'
  | 'StopDurableExecution'
  | 'TagResource'
  | 'UntagResource'
  | 'UpdateAlias'
  | 'UpdateCapacityProvider'
  | 'UpdateCodeSigningConfig'
  | 'UpdateEventSourceMapping'
  | 'UpdateFunctionCode'
  | 'UpdateFunctionConfiguration'
  | 'UpdateFunctionEventInvokeConfig'
  | 'UpdateFunctionUrlConfig'

/** An error that the Lambda API may answer with, e.g. 'TooManyRequestsException'. */
export type ErrorName =
  | 'AliasLimitExceededException'
  | 'CallbackTimeoutException'
  | 'CapacityProviderLimitExceededException'
  | 'CodeArtifactUserDeletedException'
  | 'CodeArtifactUserFailedException'
  | 'CodeArtifactUserPendingException'
  | 'CodeSigningConfigNotFoundException'
  | 'CodeStorageExceededException'
  | 'CodeVerificationFailedException'
  | 'DurableExecutionAlreadyStartedException'
  | 'EC2AccessDeniedException'
  | 'EC2ThrottledException'
  | 'EC2UnexpectedException'
  | 'EFSIOException'
  | 'EFSMountConnectivityException'
  | 'EFSMountFailureException'
  | 'EFSMountTimeoutException'
  | 'ENILimitReachedException'
  | 'ENINotReadyException'
  | 'FunctionVersionsPerCapacityProviderLimitExceededException'
  | 'InvalidCodeSignatureException'
  | 'InvalidParameterValueException'
  | 'InvalidRequestContentException'
  | 'InvalidRuntimeException'
  | 'InvalidSecurityGroupIDException'
  | 'InvalidSubnetIDException'
  | 'InvalidZipFileException'
  | 'KMSAccessDeniedException'
  | 'KMSDisabledException'
  | 'KMSInvalidStateException'
  | 'KMSNotFoundException'
  | 'ModeNotSupportedException'
  | 'NoPublishedVersionException'
  | 'PolicyLengthExceededException'
  | 'PreconditionFailedException'
  | 'ProvisionedConcurrencyConfigNotFoundException'
  | 'PublicPolicyException'
  | 'RecursiveInvocationException'
  | 'RequestTooLargeException'
  | 'ResourceConflictException'
  | 'ResourceInUseException'
  | 'ResourceNotFoundException'
  | 'ResourceNotReadyException'
  | 'S3FilesMountConnectivityException'
  | 'S3FilesMountFailureException'
  | 'S3FilesMountTimeoutException'
  | 'SerializedRequestEntityTooLargeException'
  | 'ServiceException'
  | 'ServiceQuotaExceededException'
  | 'SnapStartException'
  | 'SnapStartNotReadyException'
  | 'SnapStartRegenerationFailureException'
  | 'SnapStartTimeoutException'
  | 'SubnetIPAddressLimitReachedException'
  | 'TooManyRequestsException'
  | 'UnsupportedMediaTypeException'

/** What a caller sends, by operation. */
export interface Inputs {
  AddLayerVersionPermission: AddLayerVersionPermissionRequest
  AddPermission: AddPermissionRequest
  CheckpointDurableExecution: CheckpointDurableExecutionRequest
  CreateAlias: CreateAliasRequest
  CreateCapacityProvider: CreateCapacityProviderRequest
  CreateCodeSigningConfig: CreateCodeSigningConfigRequest
  CreateEventSourceMapping: CreateEventSourceMappingRequest
  CreateFunction: CreateFunctionRequest
  CreateFunctionUrlConfig: CreateFunctionUrlConfigRequest
  DeleteAlias: DeleteAliasRequest
  DeleteCapacityProvider: DeleteCapacityProviderRequest
  DeleteCodeSigningConfig: DeleteCodeSigningConfigRequest
  DeleteEventSourceMapping: DeleteEventSourceMappingRequest
  DeleteFunction: DeleteFunctionRequest
  DeleteFunctionCodeSigningConfig: DeleteFunctionCodeSigningConfigRequest
  DeleteFunctionConcurrency: DeleteFunctionConcurrencyRequest
  DeleteFunctionEventInvokeConfig: DeleteFunctionEventInvokeConfigRequest
  DeleteFunctionUrlConfig: DeleteFunctionUrlConfigRequest
  DeleteLayerVersion: DeleteLayerVersionRequest
  DeleteProvisionedConcurrencyConfig: DeleteProvisionedConcurrencyConfigRequest
  DeleteResourcePolicy: DeleteResourcePolicyRequest
  GetAccountSettings: GetAccountSettingsRequest
  GetAlias: GetAliasRequest
  GetCapacityProvider: GetCapacityProviderRequest
  GetCodeSigningConfig: GetCodeSigningConfigRequest
  GetDurableExecution: GetDurableExecutionRequest
  GetDurableExecutionHistory: GetDurableExecutionHistoryRequest
  GetDurableExecutionState: GetDurableExecutionStateRequest
  GetEventSourceMapping: GetEventSourceMappingRequest
  GetFunction: GetFunctionRequest
  GetFunctionCodeSigningConfig: GetFunctionCodeSigningConfigRequest
  GetFunctionConcurrency: GetFunctionConcurrencyRequest
  GetFunctionConfiguration: GetFunctionConfigurationRequest
  GetFunctionEventInvokeConfig: GetFunctionEventInvokeConfigRequest
  GetFunctionRecursionConfig: GetFunctionRecursionConfigRequest
  GetFunctionScalingConfig: GetFunctionScalingConfigRequest
  GetFunctionUrlConfig: GetFunctionUrlConfigRequest
  GetLayerVersion: GetLayerVersionRequest
  GetLayerVersionByArn: GetLayerVersionByArnRequest
  GetLayerVersionPolicy: GetLayerVersionPolicyRequest
  GetPolicy: GetPolicyRequest
  GetProvisionedConcurrencyConfig: GetProvisionedConcurrencyConfigRequest
  GetResourcePolicy: GetResourcePolicyRequest
  GetRuntimeManagementConfig: GetRuntimeManagementConfigRequest
  Invoke: InvocationRequest
  InvokeAsync: InvokeAsyncRequest
  InvokeWithResponseStream: InvokeWithResponseStreamRequest
  ListAliases: ListAliasesRequest
  ListCapacityProviders: ListCapacityProvidersRequest
  ListCodeSigningConfigs: ListCodeSigningConfigsRequest
  ListDurableExecutionsByFunction: ListDurableExecutionsByFunctionRequest
  ListEventSourceMappings: ListEventSourceMappingsRequest
  ListFunctionEventInvokeConfigs: ListFunctionEventInvokeConfigsRequest
  ListFunctionUrlConfigs: ListFunctionUrlConfigsRequest
  ListFunctionVersionsByCapacityProvider: ListFunctionVersionsByCapacityProviderRequest
  ListFunctions: ListFunctionsRequest
  ListFunctionsByCodeSigningConfig: ListFunctionsByCodeSigningConfigRequest
  ListLayerVersions: ListLayerVersionsRequest
  ListLayers: ListLayersRequest
  ListProvisionedConcurrencyConfigs: ListProvisionedConcurrencyConfigsRequest
  ListTags: ListTagsRequest
  ListVersionsByFunction: ListVersionsByFunctionRequest
  PublishLayerVersion: PublishLayerVersionRequest
  PublishVersion: PublishVersionRequest
  PutFunctionCodeSigningConfig: PutFunctionCodeSigningConfigRequest
  PutFunctionConcurrency: PutFunctionConcurrencyRequest
  PutFunctionEventInvokeConfig: PutFunctionEventInvokeConfigRequest
  PutFunctionRecursionConfig: PutFunctionRecursionConfigRequest
  PutFunctionScalingConfig: PutFunctionScalingConfigRequest
  PutProvisionedConcurrencyConfig: PutProvisionedConcurrencyConfigRequest
  PutResourcePolicy: PutResourcePolicyRequest
  PutRuntimeManagementConfig: PutRuntimeManagementConfigRequest
  RemoveLayerVersionPermission: RemoveLayerVersionPermissionRequest
  RemovePermission: RemovePermissionRequest
  SendDurableExecutionCallbackFailure: SendDurableExecutionCallbackFailureRequest
  SendDurableExecutionCallbackHeartbeat: SendDurableExecutionCallbackHeartbeatRequest
  SendDurableExecutionCallbackSuccess: SendDurableExecutionCallbackSuccessRequest
  StopDurableExecution: StopDurableExecutionRequest
  TagResource: TagResourceRequest
  UntagResource: UntagResourceRequest
  UpdateAlias: UpdateAliasRequest
  UpdateCapacityProvider: UpdateCapacityProviderRequest
  UpdateCodeSigningConfig: UpdateCodeSigningConfigRequest
  UpdateEventSourceMapping: UpdateEventSourceMappingRequest
  UpdateFunctionCode: UpdateFunctionCodeRequest
  UpdateFunctionConfiguration: UpdateFunctionConfigurationRequest
  UpdateFunctionEventInvokeConfig: UpdateFunctionEventInvokeConfigRequest
  UpdateFunctionUrlConfig: UpdateFunctionUrlConfigRequest
}

/** What Lambda answers, by operation. */
export interface Outputs {
  AddLayerVersionPermission: AddLayerVersionPermissionResponse
  AddPermission: AddPermissionResponse
  CheckpointDurableExecution: CheckpointDurableExecutionResponse
  CreateAlias: AliasConfiguration
  CreateCapacityProvider: CreateCapacityProviderResponse
  CreateCodeSigningConfig: CreateCodeSigningConfigResponse
  CreateEventSourceMapping: EventSourceMappingConfiguration
  CreateFunction: FunctionConfiguration
  CreateFunctionUrlConfig: CreateFunctionUrlConfigResponse
  DeleteAlias: Readonly<Record<never, never>>
  DeleteCapacityProvider: DeleteCapacityProviderResponse
  DeleteCodeSigningConfig: DeleteCodeSigningConfigResponse
  DeleteEventSourceMapping: EventSourceMappingConfiguration
  DeleteFunction: DeleteFunctionResponse
  DeleteFunctionCodeSigningConfig: Readonly<Record<never, never>>
  DeleteFunctionConcurrency: Readonly<Record<never, never>>
  DeleteFunctionEventInvokeConfig: Readonly<Record<never, never>>
  DeleteFunctionUrlConfig: Readonly<Record<never, never>>
  DeleteLayerVersion: Readonly<Record<never, never>>
  DeleteProvisionedConcurrencyConfig: Readonly<Record<never, never>>
  DeleteResourcePolicy: Readonly<Record<never, never>>
  GetAccountSettings: GetAccountSettingsResponse
  GetAlias: AliasConfiguration
  GetCapacityProvider: GetCapacityProviderResponse
  GetCodeSigningConfig: GetCodeSigningConfigResponse
  GetDurableExecution: GetDurableExecutionResponse
  GetDurableExecutionHistory: GetDurableExecutionHistoryResponse
  GetDurableExecutionState: GetDurableExecutionStateResponse
  GetEventSourceMapping: EventSourceMappingConfiguration
  GetFunction: GetFunctionResponse
  GetFunctionCodeSigningConfig: GetFunctionCodeSigningConfigResponse
  GetFunctionConcurrency: GetFunctionConcurrencyResponse
  GetFunctionConfiguration: FunctionConfiguration
  GetFunctionEventInvokeConfig: FunctionEventInvokeConfig
  GetFunctionRecursionConfig: GetFunctionRecursionConfigResponse
  GetFunctionScalingConfig: GetFunctionScalingConfigResponse
  GetFunctionUrlConfig: GetFunctionUrlConfigResponse
  GetLayerVersion: GetLayerVersionResponse
  GetLayerVersionByArn: GetLayerVersionResponse
  GetLayerVersionPolicy: GetLayerVersionPolicyResponse
  GetPolicy: GetPolicyResponse
  GetProvisionedConcurrencyConfig: GetProvisionedConcurrencyConfigResponse
  GetResourcePolicy: GetResourcePolicyResponse
  GetRuntimeManagementConfig: GetRuntimeManagementConfigResponse
  Invoke: InvocationResponse
  InvokeAsync: InvokeAsyncResponse
  InvokeWithResponseStream: InvokeWithResponseStreamResponse
  ListAliases: ListAliasesResponse
  ListCapacityProviders: ListCapacityProvidersResponse
  ListCodeSigningConfigs: ListCodeSigningConfigsResponse
  ListDurableExecutionsByFunction: ListDurableExecutionsByFunctionResponse
  ListEventSourceMappings: ListEventSourceMappingsResponse
  ListFunctionEventInvokeConfigs: ListFunctionEventInvokeConfigsResponse
  ListFunctionUrlConfigs: ListFunctionUrlConfigsResponse
  ListFunctionVersionsByCapacityProvider: ListFunctionVersionsByCapacityProviderResponse
  ListFunctions: ListFunctionsResponse
  ListFunctionsByCodeSigningConfig: ListFunctionsByCodeSigningConfigResponse
  ListLayerVersions: ListLayerVersionsResponse
  ListLayers: ListLayersResponse
  ListProvisionedConcurrencyConfigs: ListProvisionedConcurrencyConfigsResponse
  ListTags: ListTagsResponse
  ListVersionsByFunction: ListVersionsByFunctionResponse
  PublishLayerVersion: PublishLayerVersionResponse
  PublishVersion: FunctionConfiguration
  PutFunctionCodeSigningConfig: PutFunctionCodeSigningConfigResponse
  PutFunctionConcurrency: Concurrency
  PutFunctionEventInvokeConfig: FunctionEventInvokeConfig
  PutFunctionRecursionConfig: PutFunctionRecursionConfigResponse
  PutFunctionScalingConfig: PutFunctionScalingConfigResponse
  PutProvisionedConcurrencyConfig: PutProvisionedConcurrencyConfigResponse
  PutResourcePolicy: PutResourcePolicyResponse
  PutRuntimeManagementConfig: PutRuntimeManagementConfigResponse
  RemoveLayerVersionPermission: Readonly<Record<never, never>>
  RemovePermission: Readonly<Record<never, never>>
  SendDurableExecutionCallbackFailure: SendDurableExecutionCallbackFailureResponse
  SendDurableExecutionCallbackHeartbeat: SendDurableExecutionCallbackHeartbeatResponse
  SendDurableExecutionCallbackSuccess: SendDurableExecutionCallbackSuccessResponse
  StopDurableExecution: StopDurableExecutionResponse
  TagResource: Readonly<Record<never, never>>
  UntagResource: Readonly<Record<never, never>>
  UpdateAlias: AliasConfiguration
  UpdateCapacityProvider: UpdateCapacityProviderResponse
  UpdateCodeSigningConfig: UpdateCodeSigningConfigResponse
  UpdateEventSourceMapping: EventSourceMappingConfiguration
  UpdateFunctionCode: FunctionConfiguration
  UpdateFunctionConfiguration: FunctionConfiguration
  UpdateFunctionEventInvokeConfig: FunctionEventInvokeConfig
  UpdateFunctionUrlConfig: UpdateFunctionUrlConfigResponse
}

/** The members of each modelled error. */
export interface ErrorMembers {
  AliasLimitExceededException: AliasLimitExceededException
  CallbackTimeoutException: CallbackTimeoutException
  CapacityProviderLimitExceededException: CapacityProviderLimitExceededException
  CodeArtifactUserDeletedException: CodeArtifactUserDeletedException
  CodeArtifactUserFailedException: CodeArtifactUserFailedException
  CodeArtifactUserPendingException: CodeArtifactUserPendingException
  CodeSigningConfigNotFoundException: CodeSigningConfigNotFoundException
  CodeStorageExceededException: CodeStorageExceededException
  CodeVerificationFailedException: CodeVerificationFailedException
  DurableExecutionAlreadyStartedException: DurableExecutionAlreadyStartedException
  EC2AccessDeniedException: EC2AccessDeniedException
  EC2ThrottledException: EC2ThrottledException
  EC2UnexpectedException: EC2UnexpectedException
  EFSIOException: EFSIOException
  EFSMountConnectivityException: EFSMountConnectivityException
  EFSMountFailureException: EFSMountFailureException
  EFSMountTimeoutException: EFSMountTimeoutException
  ENILimitReachedException: ENILimitReachedException
  ENINotReadyException: ENINotReadyException
  FunctionVersionsPerCapacityProviderLimitExceededException: FunctionVersionsPerCapacityProviderLimitExceededException
  InvalidCodeSignatureException: InvalidCodeSignatureException
  InvalidParameterValueException: InvalidParameterValueException
  InvalidRequestContentException: InvalidRequestContentException
  InvalidRuntimeException: InvalidRuntimeException
  InvalidSecurityGroupIDException: InvalidSecurityGroupIDException
  InvalidSubnetIDException: InvalidSubnetIDException
  InvalidZipFileException: InvalidZipFileException
  KMSAccessDeniedException: KMSAccessDeniedException
  KMSDisabledException: KMSDisabledException
  KMSInvalidStateException: KMSInvalidStateException
  KMSNotFoundException: KMSNotFoundException
  ModeNotSupportedException: ModeNotSupportedException
  NoPublishedVersionException: NoPublishedVersionException
  PolicyLengthExceededException: PolicyLengthExceededException
  PreconditionFailedException: PreconditionFailedException
  ProvisionedConcurrencyConfigNotFoundException: ProvisionedConcurrencyConfigNotFoundException
  PublicPolicyException: PublicPolicyException
  RecursiveInvocationException: RecursiveInvocationException
  RequestTooLargeException: RequestTooLargeException
  ResourceConflictException: ResourceConflictException
  ResourceInUseException: ResourceInUseException
  ResourceNotFoundException: ResourceNotFoundException
  ResourceNotReadyException: ResourceNotReadyException
  S3FilesMountConnectivityException: S3FilesMountConnectivityException
  S3FilesMountFailureException: S3FilesMountFailureException
  S3FilesMountTimeoutException: S3FilesMountTimeoutException
  SerializedRequestEntityTooLargeException: SerializedRequestEntityTooLargeException
  ServiceException: ServiceException
  ServiceQuotaExceededException: ServiceQuotaExceededException
  SnapStartException: SnapStartException
  SnapStartNotReadyException: SnapStartNotReadyException
  SnapStartRegenerationFailureException: SnapStartRegenerationFailureException
  SnapStartTimeoutException: SnapStartTimeoutException
  SubnetIPAddressLimitReachedException: SubnetIPAddressLimitReachedException
  TooManyRequestsException: TooManyRequestsException
  UnsupportedMediaTypeException: UnsupportedMediaTypeException
}

/** Input of one operation, e.g. `Input<'CreateAlias'>`. */
export type Input<Name extends OperationName> = Inputs[Name]

/** Output of one operation, e.g. `Output<'CreateAlias'>`. */
export type Output<Name extends OperationName> = Outputs[Name]

export interface AccountLimit {
  readonly TotalCodeSize?: number | undefined
  readonly CodeSizeUnzipped?: number | undefined
  readonly CodeSizeZipped?: number | undefined
  readonly ConcurrentExecutions?: number | undefined
  readonly UnreservedConcurrentExecutions?: number | undefined
}

export interface AccountUsage {
  readonly TotalCodeSize?: number | undefined
  readonly FunctionCount?: number | undefined
}

export interface AddLayerVersionPermissionRequest {
  readonly LayerName: string
  readonly VersionNumber: number
  readonly StatementId: string
  readonly Action: string
  readonly Principal: string
  readonly OrganizationId?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface AddLayerVersionPermissionResponse {
  readonly Statement?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface AddPermissionRequest {
  readonly FunctionName: string
  readonly StatementId: string
  readonly Action: string
  readonly Principal: string
  readonly SourceArn?: string | undefined
  readonly FunctionUrlAuthType?: "NONE" | "AWS_IAM" | undefined
  readonly InvokedViaFunctionUrl?: boolean | undefined
  readonly SourceAccount?: string | undefined
  readonly EventSourceToken?: string | undefined
  readonly Qualifier?: string | undefined
  readonly RevisionId?: string | undefined
  readonly PrincipalOrgID?: string | undefined
}

export interface AddPermissionResponse {
  readonly Statement?: string | undefined
}

export interface AliasConfiguration {
  readonly AliasArn?: string | undefined
  readonly Name?: string | undefined
  readonly FunctionVersion?: string | undefined
  readonly Description?: string | undefined
  readonly RoutingConfig?: AliasRoutingConfiguration | undefined
  readonly RevisionId?: string | undefined
}

export interface AliasLimitExceededException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface AliasRoutingConfiguration {
  readonly AdditionalVersionWeights?: Readonly<Record<string, number>> | undefined
}

export interface AllowedPublishers {
  readonly SigningProfileVersionArns: readonly (string)[]
}

export interface AmazonManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string | undefined
  readonly SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined
}

export interface CallbackDetails {
  readonly CallbackId?: string | undefined
  readonly Result?: string | undefined
  readonly Error?: ErrorObject | undefined
}

export interface CallbackFailedDetails {
  readonly Error: EventError
}

export interface CallbackOptions {
  readonly TimeoutSeconds?: number | undefined
  readonly HeartbeatTimeoutSeconds?: number | undefined
}

export interface CallbackStartedDetails {
  readonly CallbackId: string
  readonly HeartbeatTimeout?: number | undefined
  readonly Timeout?: number | undefined
}

export interface CallbackSucceededDetails {
  readonly Result: EventResult
}

export interface CallbackTimedOutDetails {
  readonly Error: EventError
}

export interface CallbackTimeoutException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface CapacityProvider {
  readonly CapacityProviderArn: string
  readonly State: "Pending" | "Active" | "Failed" | "Deleting"
  readonly VpcConfig: CapacityProviderVpcConfig
  readonly PermissionsConfig: CapacityProviderPermissionsConfig
  readonly InstanceRequirements?: InstanceRequirements | undefined
  readonly CapacityProviderScalingConfig?: CapacityProviderScalingConfig | undefined
  readonly KmsKeyArn?: string | undefined
  readonly LastModified?: string | undefined
  readonly PropagateTags?: PropagateTags | undefined
  readonly TelemetryConfig?: CapacityProviderTelemetryConfig | undefined
}

export interface CapacityProviderConfig {
  readonly LambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig
}

export interface CapacityProviderLimitExceededException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface CapacityProviderLoggingConfig {
  readonly SystemLogLevel?: "DEBUG" | "INFO" | "WARN" | undefined
  readonly LogGroup?: string | undefined
}

export interface CapacityProviderPermissionsConfig {
  readonly CapacityProviderOperatorRoleArn: string
}

export interface CapacityProviderScalingConfig {
  readonly MaxVCpuCount?: number | undefined
  readonly ScalingMode?: "Auto" | "Manual" | undefined
  readonly ScalingPolicies?: readonly (TargetTrackingScalingPolicy)[] | undefined
}

export interface CapacityProviderTelemetryConfig {
  readonly LoggingConfig?: CapacityProviderLoggingConfig | undefined
}

export interface CapacityProviderVpcConfig {
  readonly SubnetIds: readonly (string)[]
  readonly SecurityGroupIds: readonly (string)[]
}

export interface ChainedInvokeDetails {
  readonly Result?: string | undefined
  readonly Error?: ErrorObject | undefined
}

export interface ChainedInvokeFailedDetails {
  readonly Error: EventError
}

export interface ChainedInvokeOptions {
  readonly FunctionName: string
  readonly TenantId?: string | undefined
  readonly XAmznTraceId?: string | undefined
}

export interface ChainedInvokeStartedDetails {
  readonly FunctionName: string
  readonly TenantId?: string | undefined
  readonly Input?: EventInput | undefined
  readonly ExecutedVersion?: string | undefined
  readonly DurableExecutionArn?: string | undefined
}

export interface ChainedInvokeStoppedDetails {
  readonly Error: EventError
}

export interface ChainedInvokeSucceededDetails {
  readonly Result: EventResult
}

export interface ChainedInvokeTimedOutDetails {
  readonly Error: EventError
}

export interface CheckpointDurableExecutionRequest {
  readonly DurableExecutionArn: string
  readonly CheckpointToken: string
  readonly Updates?: readonly (OperationUpdate)[] | undefined
  readonly ClientToken?: string | undefined
}

export interface CheckpointDurableExecutionResponse {
  readonly CheckpointToken?: string | undefined
  readonly NewExecutionState: CheckpointUpdatedExecutionState
}

export interface CheckpointUpdatedExecutionState {
  readonly Operations?: readonly (Operation)[] | undefined
  readonly NextMarker?: string | undefined
}

export interface CodeArtifactUserDeletedException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface CodeArtifactUserFailedException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface CodeArtifactUserPendingException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface CodeSigningConfig {
  readonly CodeSigningConfigId: string
  readonly CodeSigningConfigArn: string
  readonly Description?: string | undefined
  readonly AllowedPublishers: AllowedPublishers
  readonly CodeSigningPolicies: CodeSigningPolicies
  readonly LastModified: string
}

export interface CodeSigningConfigNotFoundException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface CodeSigningPolicies {
  readonly UntrustedArtifactOnDeployment?: "Warn" | "Enforce" | undefined
}

export interface CodeStorageExceededException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface CodeVerificationFailedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface Concurrency {
  readonly ReservedConcurrentExecutions?: number | undefined
}

export interface ContextDetails {
  readonly ReplayChildren?: boolean | undefined
  readonly Result?: string | undefined
  readonly Error?: ErrorObject | undefined
}

export interface ContextFailedDetails {
  readonly Error: EventError
}

export interface ContextOptions {
  readonly ReplayChildren?: boolean | undefined
}

export type ContextStartedDetails = Readonly<Record<never, never>>

export interface ContextSucceededDetails {
  readonly Result: EventResult
}

export interface Cors {
  readonly AllowCredentials?: boolean | undefined
  readonly AllowHeaders?: readonly (string)[] | undefined
  readonly AllowMethods?: readonly (string)[] | undefined
  readonly AllowOrigins?: readonly (string)[] | undefined
  readonly ExposeHeaders?: readonly (string)[] | undefined
  readonly MaxAge?: number | undefined
}

export interface CreateAliasRequest {
  readonly FunctionName: string
  readonly Name: string
  readonly FunctionVersion: string
  readonly Description?: string | undefined
  readonly RoutingConfig?: AliasRoutingConfiguration | undefined
}

export interface CreateCapacityProviderRequest {
  readonly CapacityProviderName: string
  readonly VpcConfig: CapacityProviderVpcConfig
  readonly PermissionsConfig: CapacityProviderPermissionsConfig
  readonly InstanceRequirements?: InstanceRequirements | undefined
  readonly CapacityProviderScalingConfig?: CapacityProviderScalingConfig | undefined
  readonly KmsKeyArn?: string | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
  readonly PropagateTags?: PropagateTags | undefined
  readonly TelemetryConfig?: CapacityProviderTelemetryConfig | undefined
}

export interface CreateCapacityProviderResponse {
  readonly CapacityProvider: CapacityProvider
}

export interface CreateCodeSigningConfigRequest {
  readonly Description?: string | undefined
  readonly AllowedPublishers: AllowedPublishers
  readonly CodeSigningPolicies?: CodeSigningPolicies | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
}

export interface CreateCodeSigningConfigResponse {
  readonly CodeSigningConfig: CodeSigningConfig
}

export interface CreateEventSourceMappingRequest {
  readonly EventSourceArn?: string | undefined
  readonly FunctionName: string
  readonly Enabled?: boolean | undefined
  readonly BatchSize?: number | undefined
  readonly FilterCriteria?: FilterCriteria | undefined
  readonly KMSKeyArn?: string | undefined
  readonly MetricsConfig?: EventSourceMappingMetricsConfig | undefined
  readonly LoggingConfig?: EventSourceMappingLoggingConfig | undefined
  readonly ScalingConfig?: ScalingConfig | undefined
  readonly MaximumBatchingWindowInSeconds?: number | undefined
  readonly ParallelizationFactor?: number | undefined
  readonly StartingPosition?: "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP" | undefined
  readonly StartingPositionTimestamp?: Date | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
  readonly MaximumRecordAgeInSeconds?: number | undefined
  readonly BisectBatchOnFunctionError?: boolean | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
  readonly TumblingWindowInSeconds?: number | undefined
  readonly Topics?: readonly (string)[] | undefined
  readonly Queues?: readonly (string)[] | undefined
  readonly SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined
  readonly SelfManagedEventSource?: SelfManagedEventSource | undefined
  readonly FunctionResponseTypes?: readonly ("ReportBatchItemFailures")[] | undefined
  readonly AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined
  readonly SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined
  readonly DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined
  readonly ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined
}

export interface CreateFunctionRequest {
  readonly FunctionName: string
  readonly Runtime?: "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023" | undefined
  readonly Role: string
  readonly Handler?: string | undefined
  readonly Code: FunctionCode
  readonly Description?: string | undefined
  readonly Timeout?: number | undefined
  readonly MemorySize?: number | undefined
  readonly Publish?: boolean | undefined
  readonly PublishTo?: "LATEST_PUBLISHED" | undefined
  readonly VpcConfig?: VpcConfig | undefined
  readonly PackageType?: "Zip" | "Image" | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly Environment?: Environment | undefined
  readonly KMSKeyArn?: string | undefined
  readonly TracingConfig?: TracingConfig | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
  readonly Layers?: readonly (string)[] | undefined
  readonly FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined
  readonly CodeSigningConfigArn?: string | undefined
  readonly ImageConfig?: ImageConfig | undefined
  readonly Architectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly EphemeralStorage?: EphemeralStorage | undefined
  readonly SnapStart?: SnapStart | undefined
  readonly LoggingConfig?: LoggingConfig | undefined
  readonly TenancyConfig?: TenancyConfig | undefined
  readonly CapacityProviderConfig?: CapacityProviderConfig | undefined
  readonly DurableConfig?: DurableConfig | undefined
}

export interface CreateFunctionUrlConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly AuthType: "NONE" | "AWS_IAM"
  readonly Cors?: Cors | undefined
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined
}

export interface CreateFunctionUrlConfigResponse {
  readonly FunctionUrl: string
  readonly FunctionArn: string
  readonly AuthType: "NONE" | "AWS_IAM"
  readonly Cors?: Cors | undefined
  readonly CreationTime: string
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined
}

export interface DeadLetterConfig {
  readonly TargetArn?: string | undefined
}

export interface DeleteAliasRequest {
  readonly FunctionName: string
  readonly Name: string
}

export interface DeleteCapacityProviderRequest {
  readonly CapacityProviderName: string
}

export interface DeleteCapacityProviderResponse {
  readonly CapacityProvider: CapacityProvider
}

export interface DeleteCodeSigningConfigRequest {
  readonly CodeSigningConfigArn: string
}

export type DeleteCodeSigningConfigResponse = Readonly<Record<never, never>>

export interface DeleteEventSourceMappingRequest {
  readonly UUID: string
}

export interface DeleteFunctionCodeSigningConfigRequest {
  readonly FunctionName: string
}

export interface DeleteFunctionConcurrencyRequest {
  readonly FunctionName: string
}

export interface DeleteFunctionEventInvokeConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface DeleteFunctionRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface DeleteFunctionResponse {
  readonly StatusCode?: number | undefined
}

export interface DeleteFunctionUrlConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface DeleteLayerVersionRequest {
  readonly LayerName: string
  readonly VersionNumber: number
}

export interface DeleteProvisionedConcurrencyConfigRequest {
  readonly FunctionName: string
  readonly Qualifier: string
}

export interface DeleteResourcePolicyRequest {
  readonly ResourceArn: string
  readonly RevisionId?: string | undefined
}

export interface DestinationConfig {
  readonly OnSuccess?: OnSuccess | undefined
  readonly OnFailure?: OnFailure | undefined
}

export interface DocumentDBEventSourceConfig {
  readonly DatabaseName?: string | undefined
  readonly CollectionName?: string | undefined
  readonly FullDocument?: "UpdateLookup" | "Default" | undefined
}

export interface DurableConfig {
  readonly KMSKeyArn?: string | undefined
  readonly RetentionPeriodInDays?: number | undefined
  readonly ExecutionTimeout?: number | undefined
}

export interface DurableExecutionAlreadyStartedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface EC2AccessDeniedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface EC2ThrottledException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface EC2UnexpectedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
  readonly EC2ErrorCode?: string | undefined
}

export interface EFSIOException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface EFSMountConnectivityException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface EFSMountFailureException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface EFSMountTimeoutException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface ENILimitReachedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface ENINotReadyException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface Environment {
  readonly Variables?: Readonly<Record<string, string>> | undefined
}

export interface EnvironmentError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface EnvironmentResponse {
  readonly Variables?: Readonly<Record<string, string>> | undefined
  readonly Error?: EnvironmentError | undefined
}

export interface EphemeralStorage {
  readonly Size: number
}

export interface ErrorObject {
  readonly ErrorMessage?: string | undefined
  readonly ErrorType?: string | undefined
  readonly ErrorData?: string | undefined
  readonly StackTrace?: readonly (string)[] | undefined
}

export interface Event {
  readonly EventType?: "ExecutionStarted" | "ExecutionSucceeded" | "ExecutionFailed" | "ExecutionTimedOut" | "ExecutionStopped" | "ContextStarted" | "ContextSucceeded" | "ContextFailed" | "WaitStarted" | "WaitSucceeded" | "WaitCancelled" | "StepStarted" | "StepSucceeded" | "StepFailed" | "ChainedInvokeStarted" | "ChainedInvokeSucceeded" | "ChainedInvokeFailed" | "ChainedInvokeTimedOut" | "ChainedInvokeStopped" | "CallbackStarted" | "CallbackSucceeded" | "CallbackFailed" | "CallbackTimedOut" | "InvocationCompleted" | undefined
  readonly SubType?: string | undefined
  readonly EventId?: number | undefined
  readonly Id?: string | undefined
  readonly Name?: string | undefined
  readonly EventTimestamp?: Date | undefined
  readonly ParentId?: string | undefined
  readonly ExecutionStartedDetails?: ExecutionStartedDetails | undefined
  readonly ExecutionSucceededDetails?: ExecutionSucceededDetails | undefined
  readonly ExecutionFailedDetails?: ExecutionFailedDetails | undefined
  readonly ExecutionTimedOutDetails?: ExecutionTimedOutDetails | undefined
  readonly ExecutionStoppedDetails?: ExecutionStoppedDetails | undefined
  readonly ContextStartedDetails?: ContextStartedDetails | undefined
  readonly ContextSucceededDetails?: ContextSucceededDetails | undefined
  readonly ContextFailedDetails?: ContextFailedDetails | undefined
  readonly WaitStartedDetails?: WaitStartedDetails | undefined
  readonly WaitSucceededDetails?: WaitSucceededDetails | undefined
  readonly WaitCancelledDetails?: WaitCancelledDetails | undefined
  readonly StepStartedDetails?: StepStartedDetails | undefined
  readonly StepSucceededDetails?: StepSucceededDetails | undefined
  readonly StepFailedDetails?: StepFailedDetails | undefined
  readonly ChainedInvokeStartedDetails?: ChainedInvokeStartedDetails | undefined
  readonly ChainedInvokeSucceededDetails?: ChainedInvokeSucceededDetails | undefined
  readonly ChainedInvokeFailedDetails?: ChainedInvokeFailedDetails | undefined
  readonly ChainedInvokeTimedOutDetails?: ChainedInvokeTimedOutDetails | undefined
  readonly ChainedInvokeStoppedDetails?: ChainedInvokeStoppedDetails | undefined
  readonly CallbackStartedDetails?: CallbackStartedDetails | undefined
  readonly CallbackSucceededDetails?: CallbackSucceededDetails | undefined
  readonly CallbackFailedDetails?: CallbackFailedDetails | undefined
  readonly CallbackTimedOutDetails?: CallbackTimedOutDetails | undefined
  readonly InvocationCompletedDetails?: InvocationCompletedDetails | undefined
}

export interface EventError {
  readonly Payload?: ErrorObject | undefined
  readonly Truncated?: boolean | undefined
}

export interface EventInput {
  readonly Payload?: string | undefined
  readonly Truncated?: boolean | undefined
}

export interface EventResult {
  readonly Payload?: string | undefined
  readonly Truncated?: boolean | undefined
}

export interface EventSourceMappingConfiguration {
  readonly UUID?: string | undefined
  readonly StartingPosition?: "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP" | undefined
  readonly StartingPositionTimestamp?: Date | undefined
  readonly BatchSize?: number | undefined
  readonly MaximumBatchingWindowInSeconds?: number | undefined
  readonly ParallelizationFactor?: number | undefined
  readonly EventSourceArn?: string | undefined
  readonly FilterCriteria?: FilterCriteria | undefined
  readonly FilterCriteriaError?: FilterCriteriaError | undefined
  readonly KMSKeyArn?: string | undefined
  readonly MetricsConfig?: EventSourceMappingMetricsConfig | undefined
  readonly LoggingConfig?: EventSourceMappingLoggingConfig | undefined
  readonly ScalingConfig?: ScalingConfig | undefined
  readonly FunctionArn?: string | undefined
  readonly LastModified?: Date | undefined
  readonly LastProcessingResult?: string | undefined
  readonly State?: string | undefined
  readonly StateTransitionReason?: string | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
  readonly Topics?: readonly (string)[] | undefined
  readonly Queues?: readonly (string)[] | undefined
  readonly SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined
  readonly SelfManagedEventSource?: SelfManagedEventSource | undefined
  readonly MaximumRecordAgeInSeconds?: number | undefined
  readonly BisectBatchOnFunctionError?: boolean | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly TumblingWindowInSeconds?: number | undefined
  readonly FunctionResponseTypes?: readonly ("ReportBatchItemFailures")[] | undefined
  readonly AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined
  readonly SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined
  readonly DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined
  readonly EventSourceMappingArn?: string | undefined
  readonly ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined
}

export interface EventSourceMappingLoggingConfig {
  readonly SystemLogLevel?: "DEBUG" | "INFO" | "WARN" | undefined
}

export interface EventSourceMappingMetricsConfig {
  readonly Metrics?: readonly ("EventCount" | "ErrorCount" | "KafkaMetrics")[] | undefined
}

export interface Execution {
  readonly DurableExecutionArn: string
  readonly DurableExecutionName: string
  readonly FunctionArn: string
  readonly Status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED"
  readonly StartTimestamp: Date
  readonly EndTimestamp?: Date | undefined
  readonly KMSKeyArn?: string | undefined
}

export interface ExecutionDetails {
  readonly InputPayload?: string | undefined
}

export interface ExecutionFailedDetails {
  readonly Error: EventError
}

export interface ExecutionStartedDetails {
  readonly Input: EventInput
  readonly ExecutionTimeout: number
}

export interface ExecutionStoppedDetails {
  readonly Error: EventError
}

export interface ExecutionSucceededDetails {
  readonly Result: EventResult
}

export interface ExecutionTimedOutDetails {
  readonly Error?: EventError | undefined
}

export interface FileSystemConfig {
  readonly Arn: string
  readonly LocalMountPath: string
  readonly S3FilesConfig?: S3FilesConfig | undefined
}

export interface Filter {
  readonly Pattern?: string | undefined
}

export interface FilterCriteria {
  readonly Filters?: readonly (Filter)[] | undefined
}

export interface FilterCriteriaError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface FunctionCode {
  readonly ZipFile?: Uint8Array | undefined
  readonly S3Bucket?: string | undefined
  readonly S3Key?: string | undefined
  readonly S3ObjectVersion?: string | undefined
  readonly S3ObjectStorageMode?: "COPY" | "REFERENCE" | undefined
  readonly ImageUri?: string | undefined
  readonly SourceKMSKeyArn?: string | undefined
}

export interface FunctionCodeLocation {
  readonly RepositoryType?: string | undefined
  readonly Location?: string | undefined
  readonly ImageUri?: string | undefined
  readonly ResolvedImageUri?: string | undefined
  readonly ResolvedS3Object?: ResolvedS3Object | undefined
  readonly SourceKMSKeyArn?: string | undefined
  readonly Error?: FunctionCodeLocationError | undefined
}

export interface FunctionCodeLocationError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface FunctionConfiguration {
  readonly FunctionName?: string | undefined
  readonly FunctionArn?: string | undefined
  readonly Runtime?: "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023" | undefined
  readonly Role?: string | undefined
  readonly Handler?: string | undefined
  readonly CodeSize?: number | undefined
  readonly Description?: string | undefined
  readonly Timeout?: number | undefined
  readonly MemorySize?: number | undefined
  readonly LastModified?: string | undefined
  readonly CodeSha256?: string | undefined
  readonly Version?: string | undefined
  readonly VpcConfig?: VpcConfigResponse | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly Environment?: EnvironmentResponse | undefined
  readonly KMSKeyArn?: string | undefined
  readonly TracingConfig?: TracingConfigResponse | undefined
  readonly MasterArn?: string | undefined
  readonly RevisionId?: string | undefined
  readonly Layers?: readonly (Layer)[] | undefined
  readonly State?: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting" | undefined
  readonly StateReason?: string | undefined
  readonly StateReasonCode?: "Idle" | "Creating" | "Restoring" | "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "ServiceQuotaExceededException" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | "DrainingDurableExecutions" | "DependencyError" | undefined
  readonly LastUpdateStatus?: "Successful" | "Failed" | "InProgress" | undefined
  readonly LastUpdateStatusReason?: string | undefined
  readonly LastUpdateStatusReasonCode?: "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "ServiceQuotaExceededException" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | "DependencyError" | undefined
  readonly FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined
  readonly SigningProfileVersionArn?: string | undefined
  readonly SigningJobArn?: string | undefined
  readonly PackageType?: "Zip" | "Image" | undefined
  readonly ImageConfigResponse?: ImageConfigResponse | undefined
  readonly Architectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly EphemeralStorage?: EphemeralStorage | undefined
  readonly SnapStart?: SnapStartResponse | undefined
  readonly RuntimeVersionConfig?: RuntimeVersionConfig | undefined
  readonly LoggingConfig?: LoggingConfig | undefined
  readonly TenancyConfig?: TenancyConfig | undefined
  readonly CapacityProviderConfig?: CapacityProviderConfig | undefined
  readonly ConfigSha256?: string | undefined
  readonly DurableConfig?: DurableConfig | undefined
}

export interface FunctionEventInvokeConfig {
  readonly LastModified?: Date | undefined
  readonly FunctionArn?: string | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly MaximumEventAgeInSeconds?: number | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
}

export interface FunctionScalingConfig {
  readonly MinExecutionEnvironments?: number | undefined
  readonly MaxExecutionEnvironments?: number | undefined
}

export interface FunctionUrlConfig {
  readonly FunctionUrl: string
  readonly FunctionArn: string
  readonly CreationTime: string
  readonly LastModifiedTime: string
  readonly Cors?: Cors | undefined
  readonly AuthType: "NONE" | "AWS_IAM"
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined
}

export interface FunctionVersionsByCapacityProviderListItem {
  readonly FunctionArn: string
  readonly State: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting"
}

export interface FunctionVersionsPerCapacityProviderLimitExceededException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export type GetAccountSettingsRequest = Readonly<Record<never, never>>

export interface GetAccountSettingsResponse {
  readonly AccountLimit?: AccountLimit | undefined
  readonly AccountUsage?: AccountUsage | undefined
}

export interface GetAliasRequest {
  readonly FunctionName: string
  readonly Name: string
}

export interface GetCapacityProviderRequest {
  readonly CapacityProviderName: string
}

export interface GetCapacityProviderResponse {
  readonly CapacityProvider: CapacityProvider
}

export interface GetCodeSigningConfigRequest {
  readonly CodeSigningConfigArn: string
}

export interface GetCodeSigningConfigResponse {
  readonly CodeSigningConfig: CodeSigningConfig
}

export interface GetDurableExecutionHistoryRequest {
  readonly DurableExecutionArn: string
  readonly IncludeExecutionData?: boolean | undefined
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
  readonly ReverseOrder?: boolean | undefined
}

export interface GetDurableExecutionHistoryResponse {
  readonly Events: readonly (Event)[]
  readonly NextMarker?: string | undefined
}

export interface GetDurableExecutionRequest {
  readonly DurableExecutionArn: string
  readonly IncludeExecutionData?: boolean | undefined
}

export interface GetDurableExecutionResponse {
  readonly DurableExecutionArn: string
  readonly DurableExecutionName: string
  readonly FunctionArn: string
  readonly InputPayload?: string | undefined
  readonly Result?: string | undefined
  readonly Error?: ErrorObject | undefined
  readonly StartTimestamp: Date
  readonly Status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED"
  readonly EndTimestamp?: Date | undefined
  readonly Version?: string | undefined
  readonly TraceHeader?: TraceHeader | undefined
  readonly ExecutionDataIncluded?: boolean | undefined
  readonly DurableConfig?: DurableConfig | undefined
}

export interface GetDurableExecutionStateRequest {
  readonly DurableExecutionArn: string
  readonly CheckpointToken: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface GetDurableExecutionStateResponse {
  readonly Operations: readonly (Operation)[]
  readonly NextMarker?: string | undefined
}

export interface GetEventSourceMappingRequest {
  readonly UUID: string
}

export interface GetFunctionCodeSigningConfigRequest {
  readonly FunctionName: string
}

export interface GetFunctionCodeSigningConfigResponse {
  readonly CodeSigningConfigArn: string
  readonly FunctionName: string
}

export interface GetFunctionConcurrencyRequest {
  readonly FunctionName: string
}

export interface GetFunctionConcurrencyResponse {
  readonly ReservedConcurrentExecutions?: number | undefined
}

export interface GetFunctionConfigurationRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionEventInvokeConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionRecursionConfigRequest {
  readonly FunctionName: string
}

export interface GetFunctionRecursionConfigResponse {
  readonly RecursiveLoop?: "Allow" | "Terminate" | undefined
}

export interface GetFunctionRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionResponse {
  readonly Configuration?: FunctionConfiguration | undefined
  readonly Code?: FunctionCodeLocation | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
  readonly TagsError?: TagsError | undefined
  readonly Concurrency?: Concurrency | undefined
}

export interface GetFunctionScalingConfigRequest {
  readonly FunctionName: string
  readonly Qualifier: string
}

export interface GetFunctionScalingConfigResponse {
  readonly FunctionArn?: string | undefined
  readonly AppliedFunctionScalingConfig?: FunctionScalingConfig | undefined
  readonly RequestedFunctionScalingConfig?: FunctionScalingConfig | undefined
}

export interface GetFunctionUrlConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionUrlConfigResponse {
  readonly FunctionUrl: string
  readonly FunctionArn: string
  readonly AuthType: "NONE" | "AWS_IAM"
  readonly Cors?: Cors | undefined
  readonly CreationTime: string
  readonly LastModifiedTime: string
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined
}

export interface GetLayerVersionByArnRequest {
  readonly Arn: string
}

export interface GetLayerVersionPolicyRequest {
  readonly LayerName: string
  readonly VersionNumber: number
}

export interface GetLayerVersionPolicyResponse {
  readonly Policy?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface GetLayerVersionRequest {
  readonly LayerName: string
  readonly VersionNumber: number
}

export interface GetLayerVersionResponse {
  readonly Content?: LayerVersionContentOutput | undefined
  readonly LayerArn?: string | undefined
  readonly LayerVersionArn?: string | undefined
  readonly Description?: string | undefined
  readonly CreatedDate?: string | undefined
  readonly Version?: number | undefined
  readonly CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly CompatibleRuntimes?: readonly ("nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023")[] | undefined
  readonly LicenseInfo?: string | undefined
}

export interface GetPolicyRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetPolicyResponse {
  readonly Policy?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface GetProvisionedConcurrencyConfigRequest {
  readonly FunctionName: string
  readonly Qualifier: string
}

export interface GetProvisionedConcurrencyConfigResponse {
  readonly RequestedProvisionedConcurrentExecutions?: number | undefined
  readonly AvailableProvisionedConcurrentExecutions?: number | undefined
  readonly AllocatedProvisionedConcurrentExecutions?: number | undefined
  readonly Status?: "IN_PROGRESS" | "READY" | "FAILED" | undefined
  readonly StatusReason?: string | undefined
  readonly LastModified?: string | undefined
}

export interface GetResourcePolicyRequest {
  readonly ResourceArn: string
}

export interface GetResourcePolicyResponse {
  readonly Policy?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface GetRuntimeManagementConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetRuntimeManagementConfigResponse {
  readonly UpdateRuntimeOn?: "Auto" | "Manual" | "FunctionUpdate" | undefined
  readonly FunctionArn?: string | undefined
  readonly RuntimeVersionArn?: string | undefined
}

export interface ImageConfig {
  readonly EntryPoint?: readonly (string)[] | undefined
  readonly Command?: readonly (string)[] | undefined
  readonly WorkingDirectory?: string | undefined
}

export interface ImageConfigError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface ImageConfigResponse {
  readonly ImageConfig?: ImageConfig | undefined
  readonly Error?: ImageConfigError | undefined
}

export interface InstanceRequirements {
  readonly Architectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly AllowedInstanceTypes?: readonly (string)[] | undefined
  readonly ExcludedInstanceTypes?: readonly (string)[] | undefined
}

export interface InvalidCodeSignatureException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface InvalidParameterValueException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface InvalidRequestContentException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface InvalidRuntimeException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface InvalidSecurityGroupIDException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface InvalidSubnetIDException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface InvalidZipFileException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface InvocationCompletedDetails {
  readonly StartTimestamp: Date
  readonly EndTimestamp: Date
  readonly RequestId: string
  readonly Error?: EventError | undefined
}

export interface InvocationRequest {
  readonly FunctionName: string
  readonly InvocationType?: "Event" | "RequestResponse" | "DryRun" | undefined
  readonly LogType?: "None" | "Tail" | undefined
  readonly ClientContext?: string | undefined
  readonly DurableExecutionName?: string | undefined
  readonly Payload?: Uint8Array | undefined
  readonly Qualifier?: string | undefined
  readonly TenantId?: string | undefined
}

export interface InvocationResponse {
  readonly StatusCode?: number | undefined
  readonly FunctionError?: string | undefined
  readonly LogResult?: string | undefined
  readonly Payload?: Uint8Array | undefined
  readonly ExecutedVersion?: string | undefined
  readonly DurableExecutionArn?: string | undefined
}

export interface InvokeAsyncRequest {
  readonly FunctionName: string
  readonly InvokeArgs: Uint8Array
}

export interface InvokeAsyncResponse {
  readonly Status?: number | undefined
}

export interface InvokeResponseStreamUpdate {
  readonly Payload?: Uint8Array | undefined
}

export interface InvokeWithResponseStreamCompleteEvent {
  readonly ErrorCode?: string | undefined
  readonly ErrorDetails?: string | undefined
  readonly LogResult?: string | undefined
}

export interface InvokeWithResponseStreamRequest {
  readonly FunctionName: string
  readonly LogType?: "None" | "Tail" | undefined
  readonly ClientContext?: string | undefined
  readonly Qualifier?: string | undefined
  readonly Payload?: Uint8Array | undefined
  readonly TenantId?: string | undefined
  readonly InvocationType?: "RequestResponse" | "DryRun" | undefined
}

export interface InvokeWithResponseStreamResponse {
  readonly StatusCode?: number | undefined
  readonly ExecutedVersion?: string | undefined
  readonly EventStream?: AsyncIterable<InvokeWithResponseStreamResponseEvent> | undefined
  readonly ResponseStreamContentType?: string | undefined
}

export interface InvokeWithResponseStreamResponseEvent {
  readonly PayloadChunk?: InvokeResponseStreamUpdate | undefined
  readonly InvokeComplete?: InvokeWithResponseStreamCompleteEvent | undefined
}

export interface KMSAccessDeniedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface KMSDisabledException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface KMSInvalidStateException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface KMSNotFoundException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface KafkaSchemaRegistryAccessConfig {
  readonly Type?: "BASIC_AUTH" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE" | "OAUTHBEARER_AUTH" | undefined
  readonly URI?: string | undefined
}

export interface KafkaSchemaRegistryConfig {
  readonly SchemaRegistryURI?: string | undefined
  readonly EventRecordFormat?: "JSON" | "SOURCE" | undefined
  readonly AccessConfigs?: readonly (KafkaSchemaRegistryAccessConfig)[] | undefined
  readonly SchemaValidationConfigs?: readonly (KafkaSchemaValidationConfig)[] | undefined
}

export interface KafkaSchemaValidationConfig {
  readonly Attribute?: "KEY" | "VALUE" | undefined
}

export interface LambdaManagedInstancesCapacityProviderConfig {
  readonly CapacityProviderArn: string
  readonly PerExecutionEnvironmentMaxConcurrency?: number | undefined
  readonly ExecutionEnvironmentMemoryGiBPerVCpu?: number | undefined
}

export interface Layer {
  readonly Arn?: string | undefined
  readonly CodeSize?: number | undefined
  readonly SigningProfileVersionArn?: string | undefined
  readonly SigningJobArn?: string | undefined
}

export interface LayerVersionContentInput {
  readonly S3Bucket?: string | undefined
  readonly S3Key?: string | undefined
  readonly S3ObjectVersion?: string | undefined
  readonly S3ObjectStorageMode?: "COPY" | "REFERENCE" | undefined
  readonly ZipFile?: Uint8Array | undefined
}

export interface LayerVersionContentOutput {
  readonly Location?: string | undefined
  readonly CodeSha256?: string | undefined
  readonly CodeSize?: number | undefined
  readonly SigningProfileVersionArn?: string | undefined
  readonly SigningJobArn?: string | undefined
  readonly ResolvedS3Object?: ResolvedS3Object | undefined
}

export interface LayerVersionsListItem {
  readonly LayerVersionArn?: string | undefined
  readonly Version?: number | undefined
  readonly Description?: string | undefined
  readonly CreatedDate?: string | undefined
  readonly CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly CompatibleRuntimes?: readonly ("nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023")[] | undefined
  readonly LicenseInfo?: string | undefined
}

export interface LayersListItem {
  readonly LayerName?: string | undefined
  readonly LayerArn?: string | undefined
  readonly LatestMatchingVersion?: LayerVersionsListItem | undefined
}

export interface ListAliasesRequest {
  readonly FunctionName: string
  readonly FunctionVersion?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAliasesResponse {
  readonly NextMarker?: string | undefined
  readonly Aliases?: readonly (AliasConfiguration)[] | undefined
}

export interface ListCapacityProvidersRequest {
  readonly State?: "Pending" | "Active" | "Failed" | "Deleting" | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListCapacityProvidersResponse {
  readonly CapacityProviders: readonly (CapacityProvider)[]
  readonly NextMarker?: string | undefined
}

export interface ListCodeSigningConfigsRequest {
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListCodeSigningConfigsResponse {
  readonly NextMarker?: string | undefined
  readonly CodeSigningConfigs?: readonly (CodeSigningConfig)[] | undefined
}

export interface ListDurableExecutionsByFunctionRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly DurableExecutionName?: string | undefined
  readonly Statuses?: readonly ("RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED")[] | undefined
  readonly StartedAfter?: Date | undefined
  readonly StartedBefore?: Date | undefined
  readonly ReverseOrder?: boolean | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListDurableExecutionsByFunctionResponse {
  readonly DurableExecutions?: readonly (Execution)[] | undefined
  readonly NextMarker?: string | undefined
}

export interface ListEventSourceMappingsRequest {
  readonly EventSourceArn?: string | undefined
  readonly FunctionName?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListEventSourceMappingsResponse {
  readonly NextMarker?: string | undefined
  readonly EventSourceMappings?: readonly (EventSourceMappingConfiguration)[] | undefined
}

export interface ListFunctionEventInvokeConfigsRequest {
  readonly FunctionName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListFunctionEventInvokeConfigsResponse {
  readonly FunctionEventInvokeConfigs?: readonly (FunctionEventInvokeConfig)[] | undefined
  readonly NextMarker?: string | undefined
}

export interface ListFunctionUrlConfigsRequest {
  readonly FunctionName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListFunctionUrlConfigsResponse {
  readonly FunctionUrlConfigs: readonly (FunctionUrlConfig)[]
  readonly NextMarker?: string | undefined
}

export interface ListFunctionVersionsByCapacityProviderRequest {
  readonly CapacityProviderName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListFunctionVersionsByCapacityProviderResponse {
  readonly CapacityProviderArn: string
  readonly FunctionVersions: readonly (FunctionVersionsByCapacityProviderListItem)[]
  readonly NextMarker?: string | undefined
}

export interface ListFunctionsByCodeSigningConfigRequest {
  readonly CodeSigningConfigArn: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListFunctionsByCodeSigningConfigResponse {
  readonly NextMarker?: string | undefined
  readonly FunctionArns?: readonly (string)[] | undefined
}

export interface ListFunctionsRequest {
  readonly MasterRegion?: string | undefined
  readonly FunctionVersion?: "ALL" | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListFunctionsResponse {
  readonly NextMarker?: string | undefined
  readonly Functions?: readonly (FunctionConfiguration)[] | undefined
}

export interface ListLayerVersionsRequest {
  readonly CompatibleArchitecture?: "x86_64" | "arm64" | undefined
  readonly CompatibleRuntime?: "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023" | undefined
  readonly LayerName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListLayerVersionsResponse {
  readonly NextMarker?: string | undefined
  readonly LayerVersions?: readonly (LayerVersionsListItem)[] | undefined
}

export interface ListLayersRequest {
  readonly CompatibleArchitecture?: "x86_64" | "arm64" | undefined
  readonly CompatibleRuntime?: "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023" | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListLayersResponse {
  readonly NextMarker?: string | undefined
  readonly Layers?: readonly (LayersListItem)[] | undefined
}

export interface ListProvisionedConcurrencyConfigsRequest {
  readonly FunctionName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListProvisionedConcurrencyConfigsResponse {
  readonly ProvisionedConcurrencyConfigs?: readonly (ProvisionedConcurrencyConfigListItem)[] | undefined
  readonly NextMarker?: string | undefined
}

export interface ListTagsRequest {
  readonly Resource: string
}

export interface ListTagsResponse {
  readonly Tags?: Readonly<Record<string, string>> | undefined
}

export interface ListVersionsByFunctionRequest {
  readonly FunctionName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListVersionsByFunctionResponse {
  readonly NextMarker?: string | undefined
  readonly Versions?: readonly (FunctionConfiguration)[] | undefined
}

export interface LoggingConfig {
  readonly LogFormat?: "JSON" | "Text" | undefined
  readonly ApplicationLogLevel?: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL" | undefined
  readonly SystemLogLevel?: "DEBUG" | "INFO" | "WARN" | undefined
  readonly LogGroup?: string | undefined
}

export interface ModeNotSupportedException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface NoPublishedVersionException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface OnFailure {
  readonly Destination?: string | undefined
}

export interface OnSuccess {
  readonly Destination?: string | undefined
}

export interface Operation {
  readonly Id: string
  readonly ParentId?: string | undefined
  readonly Name?: string | undefined
  readonly Type: "EXECUTION" | "CONTEXT" | "STEP" | "WAIT" | "CALLBACK" | "CHAINED_INVOKE"
  readonly SubType?: string | undefined
  readonly StartTimestamp: Date
  readonly EndTimestamp?: Date | undefined
  readonly Status: "STARTED" | "PENDING" | "READY" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "TIMED_OUT" | "STOPPED"
  readonly ExecutionDetails?: ExecutionDetails | undefined
  readonly ContextDetails?: ContextDetails | undefined
  readonly StepDetails?: StepDetails | undefined
  readonly WaitDetails?: WaitDetails | undefined
  readonly CallbackDetails?: CallbackDetails | undefined
  readonly ChainedInvokeDetails?: ChainedInvokeDetails | undefined
}

export interface OperationUpdate {
  readonly Id: string
  readonly ParentId?: string | undefined
  readonly Name?: string | undefined
  readonly Type: "EXECUTION" | "CONTEXT" | "STEP" | "WAIT" | "CALLBACK" | "CHAINED_INVOKE"
  readonly SubType?: string | undefined
  readonly Action: "START" | "SUCCEED" | "FAIL" | "RETRY" | "CANCEL"
  readonly Payload?: string | undefined
  readonly Error?: ErrorObject | undefined
  readonly ContextOptions?: ContextOptions | undefined
  readonly StepOptions?: StepOptions | undefined
  readonly WaitOptions?: WaitOptions | undefined
  readonly CallbackOptions?: CallbackOptions | undefined
  readonly ChainedInvokeOptions?: ChainedInvokeOptions | undefined
}

export interface PolicyLengthExceededException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface PreconditionFailedException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface PropagateTags {
  readonly Mode?: "None" | "Explicit" | undefined
  readonly ExplicitTags?: Readonly<Record<string, string>> | undefined
}

export interface ProvisionedConcurrencyConfigListItem {
  readonly FunctionArn?: string | undefined
  readonly RequestedProvisionedConcurrentExecutions?: number | undefined
  readonly AvailableProvisionedConcurrentExecutions?: number | undefined
  readonly AllocatedProvisionedConcurrentExecutions?: number | undefined
  readonly Status?: "IN_PROGRESS" | "READY" | "FAILED" | undefined
  readonly StatusReason?: string | undefined
  readonly LastModified?: string | undefined
}

export interface ProvisionedConcurrencyConfigNotFoundException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface ProvisionedPollerConfig {
  readonly MinimumPollers?: number | undefined
  readonly MaximumPollers?: number | undefined
  readonly PollerGroupName?: string | undefined
}

export interface PublicPolicyException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface PublishLayerVersionRequest {
  readonly LayerName: string
  readonly Description?: string | undefined
  readonly Content: LayerVersionContentInput
  readonly CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly CompatibleRuntimes?: readonly ("nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023")[] | undefined
  readonly LicenseInfo?: string | undefined
}

export interface PublishLayerVersionResponse {
  readonly Content?: LayerVersionContentOutput | undefined
  readonly LayerArn?: string | undefined
  readonly LayerVersionArn?: string | undefined
  readonly Description?: string | undefined
  readonly CreatedDate?: string | undefined
  readonly Version?: number | undefined
  readonly CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly CompatibleRuntimes?: readonly ("nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023")[] | undefined
  readonly LicenseInfo?: string | undefined
}

export interface PublishVersionRequest {
  readonly FunctionName: string
  readonly CodeSha256?: string | undefined
  readonly Description?: string | undefined
  readonly RevisionId?: string | undefined
  readonly PublishTo?: "LATEST_PUBLISHED" | undefined
}

export interface PutFunctionCodeSigningConfigRequest {
  readonly CodeSigningConfigArn: string
  readonly FunctionName: string
}

export interface PutFunctionCodeSigningConfigResponse {
  readonly CodeSigningConfigArn: string
  readonly FunctionName: string
}

export interface PutFunctionConcurrencyRequest {
  readonly FunctionName: string
  readonly ReservedConcurrentExecutions: number
}

export interface PutFunctionEventInvokeConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly MaximumEventAgeInSeconds?: number | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
}

export interface PutFunctionRecursionConfigRequest {
  readonly FunctionName: string
  readonly RecursiveLoop: "Allow" | "Terminate"
}

export interface PutFunctionRecursionConfigResponse {
  readonly RecursiveLoop?: "Allow" | "Terminate" | undefined
}

export interface PutFunctionScalingConfigRequest {
  readonly FunctionName: string
  readonly Qualifier: string
  readonly FunctionScalingConfig?: FunctionScalingConfig | undefined
}

export interface PutFunctionScalingConfigResponse {
  readonly FunctionState?: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting" | undefined
}

export interface PutProvisionedConcurrencyConfigRequest {
  readonly FunctionName: string
  readonly Qualifier: string
  readonly ProvisionedConcurrentExecutions: number
}

export interface PutProvisionedConcurrencyConfigResponse {
  readonly RequestedProvisionedConcurrentExecutions?: number | undefined
  readonly AllocatedProvisionedConcurrentExecutions?: number | undefined
  readonly AvailableProvisionedConcurrentExecutions?: number | undefined
  readonly Status?: "IN_PROGRESS" | "READY" | "FAILED" | undefined
  readonly StatusReason?: string | undefined
  readonly LastModified?: string | undefined
}

export interface PutResourcePolicyRequest {
  readonly ResourceArn: string
  readonly Policy: string
  readonly RevisionId?: string | undefined
}

export interface PutResourcePolicyResponse {
  readonly Policy?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface PutRuntimeManagementConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly UpdateRuntimeOn: "Auto" | "Manual" | "FunctionUpdate"
  readonly RuntimeVersionArn?: string | undefined
}

export interface PutRuntimeManagementConfigResponse {
  readonly UpdateRuntimeOn: "Auto" | "Manual" | "FunctionUpdate"
  readonly FunctionArn: string
  readonly RuntimeVersionArn?: string | undefined
}

export interface RecursiveInvocationException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface RemoveLayerVersionPermissionRequest {
  readonly LayerName: string
  readonly VersionNumber: number
  readonly StatementId: string
  readonly RevisionId?: string | undefined
}

export interface RemovePermissionRequest {
  readonly FunctionName: string
  readonly StatementId: string
  readonly Qualifier?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface RequestTooLargeException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface ResolvedS3Object {
  readonly S3Bucket?: string | undefined
  readonly S3Key?: string | undefined
  readonly S3ObjectVersion?: string | undefined
}

export interface ResourceConflictException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface ResourceInUseException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface ResourceNotFoundException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface ResourceNotReadyException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface RetryDetails {
  readonly CurrentAttempt?: number | undefined
  readonly NextAttemptDelaySeconds?: number | undefined
}

export interface RuntimeVersionConfig {
  readonly RuntimeVersionArn?: string | undefined
  readonly Error?: RuntimeVersionError | undefined
}

export interface RuntimeVersionError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface S3FilesConfig {
  readonly DirectS3Read?: "ENABLED" | "DISABLED" | "AUTO" | undefined
}

export interface S3FilesMountConnectivityException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface S3FilesMountFailureException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface S3FilesMountTimeoutException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface ScalingConfig {
  readonly MaximumConcurrency?: number | undefined
}

export interface SelfManagedEventSource {
  readonly Endpoints?: Readonly<Record<string, readonly (string)[]>> | undefined
}

export interface SelfManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string | undefined
  readonly SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined
  readonly ConsumptionMode?: "Stream" | "Queue" | undefined
}

export interface SendDurableExecutionCallbackFailureRequest {
  readonly CallbackId: string
  readonly Error?: ErrorObject | undefined
}

export type SendDurableExecutionCallbackFailureResponse = Readonly<Record<never, never>>

export interface SendDurableExecutionCallbackHeartbeatRequest {
  readonly CallbackId: string
}

export type SendDurableExecutionCallbackHeartbeatResponse = Readonly<Record<never, never>>

export interface SendDurableExecutionCallbackSuccessRequest {
  readonly CallbackId: string
  readonly Result?: Uint8Array | undefined
}

export type SendDurableExecutionCallbackSuccessResponse = Readonly<Record<never, never>>

export interface SerializedRequestEntityTooLargeException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface ServiceException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface ServiceQuotaExceededException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface SnapStart {
  readonly ApplyOn?: "PublishedVersions" | "None" | undefined
}

export interface SnapStartException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface SnapStartNotReadyException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface SnapStartRegenerationFailureException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface SnapStartResponse {
  readonly ApplyOn?: "PublishedVersions" | "None" | undefined
  readonly OptimizationStatus?: "On" | "Off" | undefined
}

export interface SnapStartTimeoutException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface SourceAccessConfiguration {
  readonly Type?: "BASIC_AUTH" | "VPC_SUBNET" | "VPC_SECURITY_GROUP" | "SASL_SCRAM_512_AUTH" | "SASL_SCRAM_256_AUTH" | "VIRTUAL_HOST" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE" | "IAM_AUTH" | "IAM_OAUTHBEARER_AUTH" | "OAUTHBEARER_AUTH" | "OAUTHBEARER_AUDIENCE" | "OAUTHBEARER_IDENTITY_POOL" | "OAUTHBEARER_LOGICAL_CLUSTER" | "OAUTHBEARER_SCOPE" | undefined
  readonly URI?: string | undefined
}

export interface StepDetails {
  readonly Attempt?: number | undefined
  readonly NextAttemptTimestamp?: Date | undefined
  readonly Result?: string | undefined
  readonly Error?: ErrorObject | undefined
}

export interface StepFailedDetails {
  readonly Error: EventError
  readonly RetryDetails: RetryDetails
}

export interface StepOptions {
  readonly NextAttemptDelaySeconds?: number | undefined
}

export type StepStartedDetails = Readonly<Record<never, never>>

export interface StepSucceededDetails {
  readonly Result: EventResult
  readonly RetryDetails: RetryDetails
}

export interface StopDurableExecutionRequest {
  readonly DurableExecutionArn: string
  readonly Error?: ErrorObject | undefined
}

export interface StopDurableExecutionResponse {
  readonly StopTimestamp: Date
}

export interface SubnetIPAddressLimitReachedException {
  readonly Type?: string | undefined
  readonly Message?: string | undefined
}

export interface TagResourceRequest {
  readonly Resource: string
  readonly Tags: Readonly<Record<string, string>>
}

export interface TagsError {
  readonly ErrorCode: string
  readonly Message: string
}

export interface TargetTrackingScalingPolicy {
  readonly PredefinedMetricType: "LambdaCapacityProviderAverageCPUUtilization"
  readonly TargetValue: number
}

export interface TenancyConfig {
  readonly TenantIsolationMode: "PER_TENANT"
}

export interface TooManyRequestsException {
  readonly retryAfterSeconds?: string | undefined
  readonly Type?: string | undefined
  readonly message?: string | undefined
  readonly Reason?: "ConcurrentInvocationLimitExceeded" | "FunctionInvocationRateLimitExceeded" | "ReservedFunctionConcurrentInvocationLimitExceeded" | "ReservedFunctionInvocationRateLimitExceeded" | "CallerRateLimitExceeded" | "ConcurrentSnapshotCreateLimitExceeded" | undefined
}

export interface TraceHeader {
  readonly XAmznTraceId?: string | undefined
}

export interface TracingConfig {
  readonly Mode?: "Active" | "PassThrough" | undefined
}

export interface TracingConfigResponse {
  readonly Mode?: "Active" | "PassThrough" | undefined
}

export interface UnsupportedMediaTypeException {
  readonly Type?: string | undefined
  readonly message?: string | undefined
}

export interface UntagResourceRequest {
  readonly Resource: string
  readonly TagKeys: readonly (string)[]
}

export interface UpdateAliasRequest {
  readonly FunctionName: string
  readonly Name: string
  readonly FunctionVersion?: string | undefined
  readonly Description?: string | undefined
  readonly RoutingConfig?: AliasRoutingConfiguration | undefined
  readonly RevisionId?: string | undefined
}

export interface UpdateCapacityProviderRequest {
  readonly CapacityProviderName: string
  readonly CapacityProviderScalingConfig?: CapacityProviderScalingConfig | undefined
  readonly PropagateTags?: PropagateTags | undefined
  readonly TelemetryConfig?: CapacityProviderTelemetryConfig | undefined
}

export interface UpdateCapacityProviderResponse {
  readonly CapacityProvider: CapacityProvider
}

export interface UpdateCodeSigningConfigRequest {
  readonly CodeSigningConfigArn: string
  readonly Description?: string | undefined
  readonly AllowedPublishers?: AllowedPublishers | undefined
  readonly CodeSigningPolicies?: CodeSigningPolicies | undefined
}

export interface UpdateCodeSigningConfigResponse {
  readonly CodeSigningConfig: CodeSigningConfig
}

export interface UpdateEventSourceMappingRequest {
  readonly UUID: string
  readonly FunctionName?: string | undefined
  readonly Enabled?: boolean | undefined
  readonly BatchSize?: number | undefined
  readonly FilterCriteria?: FilterCriteria | undefined
  readonly KMSKeyArn?: string | undefined
  readonly MetricsConfig?: EventSourceMappingMetricsConfig | undefined
  readonly LoggingConfig?: EventSourceMappingLoggingConfig | undefined
  readonly ScalingConfig?: ScalingConfig | undefined
  readonly MaximumBatchingWindowInSeconds?: number | undefined
  readonly ParallelizationFactor?: number | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
  readonly MaximumRecordAgeInSeconds?: number | undefined
  readonly BisectBatchOnFunctionError?: boolean | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly TumblingWindowInSeconds?: number | undefined
  readonly SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined
  readonly FunctionResponseTypes?: readonly ("ReportBatchItemFailures")[] | undefined
  readonly AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined
  readonly SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined
  readonly DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined
  readonly ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined
}

export interface UpdateFunctionCodeRequest {
  readonly FunctionName: string
  readonly ZipFile?: Uint8Array | undefined
  readonly S3Bucket?: string | undefined
  readonly S3Key?: string | undefined
  readonly S3ObjectVersion?: string | undefined
  readonly S3ObjectStorageMode?: "COPY" | "REFERENCE" | undefined
  readonly ImageUri?: string | undefined
  readonly Architectures?: readonly ("x86_64" | "arm64")[] | undefined
  readonly Publish?: boolean | undefined
  readonly PublishTo?: "LATEST_PUBLISHED" | undefined
  readonly DryRun?: boolean | undefined
  readonly RevisionId?: string | undefined
  readonly SourceKMSKeyArn?: string | undefined
}

export interface UpdateFunctionConfigurationRequest {
  readonly FunctionName: string
  readonly Role?: string | undefined
  readonly Handler?: string | undefined
  readonly Description?: string | undefined
  readonly Timeout?: number | undefined
  readonly MemorySize?: number | undefined
  readonly VpcConfig?: VpcConfig | undefined
  readonly Environment?: Environment | undefined
  readonly Runtime?: "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023" | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly KMSKeyArn?: string | undefined
  readonly TracingConfig?: TracingConfig | undefined
  readonly RevisionId?: string | undefined
  readonly Layers?: readonly (string)[] | undefined
  readonly FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined
  readonly ImageConfig?: ImageConfig | undefined
  readonly EphemeralStorage?: EphemeralStorage | undefined
  readonly SnapStart?: SnapStart | undefined
  readonly LoggingConfig?: LoggingConfig | undefined
  readonly CapacityProviderConfig?: CapacityProviderConfig | undefined
  readonly DurableConfig?: DurableConfig | undefined
}

export interface UpdateFunctionEventInvokeConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly MaximumEventAgeInSeconds?: number | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
}

export interface UpdateFunctionUrlConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly AuthType?: "NONE" | "AWS_IAM" | undefined
  readonly Cors?: Cors | undefined
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined
}

export interface UpdateFunctionUrlConfigResponse {
  readonly FunctionUrl: string
  readonly FunctionArn: string
  readonly AuthType: "NONE" | "AWS_IAM"
  readonly Cors?: Cors | undefined
  readonly CreationTime: string
  readonly LastModifiedTime: string
  readonly InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined
}

export interface VpcConfig {
  readonly SubnetIds?: readonly (string)[] | undefined
  readonly SecurityGroupIds?: readonly (string)[] | undefined
  readonly Ipv6AllowedForDualStack?: boolean | undefined
}

export interface VpcConfigResponse {
  readonly SubnetIds?: readonly (string)[] | undefined
  readonly SecurityGroupIds?: readonly (string)[] | undefined
  readonly VpcId?: string | undefined
  readonly Ipv6AllowedForDualStack?: boolean | undefined
}

export interface WaitCancelledDetails {
  readonly Error?: EventError | undefined
}

export interface WaitDetails {
  readonly ScheduledEndTimestamp?: Date | undefined
}

export interface WaitOptions {
  readonly WaitSeconds?: number | undefined
}

export interface WaitStartedDetails {
  readonly Duration: number
  readonly ScheduledEndTimestamp: Date
}

export interface WaitSucceededDetails {
  readonly Duration?: number | undefined
}
