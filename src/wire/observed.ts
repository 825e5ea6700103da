/**
 * Where recorded answers of AWS differ from its published model: what AWS prints, and what it leaves to the operation.
 * Source: answers of the real API recorded by LocalStack's AWS-validated tests (Apache-2.0), November 2025 and January 2026.
 */

/**
 * Enum values in the order in which AWS prints them, by shape; an enum that is not here is printed in the model's order.
 * A value is accepted if either list has it: the model is newer, and AWS prints runtimes that the model has never had.
 */
export const observedEnums: Readonly<Record<string, readonly string[]>> = {
  EventSourcePosition: ['LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON'],
  InvokeMode: ['RESPONSE_STREAM', 'BUFFERED'],
  RecursiveLoop: ['Terminate', 'Allow'],
  SnapStartApplyOn: ['PublishedVersions', 'None'],
  // prettier-ignore
  Runtime: [
    'ruby3.5', 'ruby2.6', 'dotnetcore1.0', 'python3.7', 'nodejs8.10', 'nasa', 'ruby2.7', 'python2.7-greengrass', 'dotnetcore2.0', 'python3.8',
    'java21', 'dotnet6', 'dotnetcore2.1', 'python3.9', 'java11', 'nodejs6.10', 'provided', 'dotnetcore3.1', 'dotnet8', 'java25', 'java17',
    'nodejs', 'nodejs4.3', 'java8.al2', 'go1.x', 'dotnet10', 'nodejs20.x', 'go1.9', 'byol', 'nodejs10.x', 'provided.al2023', 'nodejs22.x',
    'python3.10', 'java8', 'nodejs12.x', 'python3.11', 'nodejs24.x', 'nodejs8.x', 'python3.12', 'nodejs14.x', 'nodejs8.9', 'nodejs26.x',
    'python3.13', 'python3.14', 'nodejs16.x', 'python3.15', 'provided.al2', 'nodejs4.3-edge', 'nodejs18.x', 'ruby3.2', 'python3.4',
    'ruby3.3', 'ruby3.4', 'ruby2.5', 'python3.6', 'python2.7',
  ],
}

/** What AWS says of a list when one of its items is not allowed, by shape, where it is not the list of the item's constraints. */
export const observedItemSentences: Readonly<Record<string, string>> = {
  CompatibleRuntimes:
    'Member must satisfy enum value set: [nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x, java25, ' +
    'python3.10, python3.11, java21, ruby3.3, ruby3.4, ruby3.2, python3.8, python3.9, java17, nodejs16.x, dotnet10, dotnet8, java11, dotnet6, ' +
    'nodejs18.x, provided.al2, java8.al2]',
}

/**
 * Items of lists and maps of which AWS also says that null is refused, besides enums, by shape. It does not say so of subnets
 * (recorded); that it does of these is the best that is known, not a recording.
 */
export const observedNotNull: readonly string[] = ['AdditionalVersion', 'LayerVersionArn', 'Weight']

/** Patterns that AWS prints otherwise than its model has them, by shape. A value is accepted if it satisfies either. */
export const observedPatterns: Readonly<Record<string, string>> = {
  // As the API reference prints it.
  DestinationArn:
    '^$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-' +
    '\\d{1})?:(\\d{12})?:(.*)',
  LayerVersionArn:
    '(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|' +
    '(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)',
  TaggableResource:
    'arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|' +
    '[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-' +
    '[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)',
}

/** Members whose violations AWS tells in another order than the model has them, by structure: these come last, in this order. */
export const observedOrder: Readonly<Record<string, readonly string[]>> = {
  PublishLayerVersionRequest: ['CompatibleRuntimes', 'CompatibleArchitectures'],
}

const runtimeText = 'the operation refuses it itself, with InvalidParameterValueException and a text of its own'

/** Members whose constraints AWS does not check before the operation runs, as `Structure.Member`, each with the reason. */
export const notCheckedAtTheDoor: Readonly<Record<string, string>> = {
  'CreateFunctionRequest.Runtime': runtimeText,
  'UpdateFunctionConfigurationRequest.Runtime': runtimeText,
}
