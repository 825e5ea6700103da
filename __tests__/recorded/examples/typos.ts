const mixedUp = 'The example mixes up two sources: a queue does not have this member (recorded).'
const unqualified = "The example leaves out the version that it asks for; the version's ARN is qualified (recorded)."
const otherRegion = 'The example asks in ca-central-1 and answers in us-east-2.'
const otherName = 'The example publishes myFunction and answers with my-function.'
const otherAlias = 'The example names the alias otherwise in its ARN than in Name.'
const noSource = 'The example has S3 as an event source, which it is not, and empty texts where AWS has words.'
const states = 'The example is older than the states of functions: a new function is Pending (recorded).'

/** Members of AWS's examples that the double answers otherwise, by example and path, each with the reason. */
export const typos: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AddPermission 0': {
    'Statement!.Condition.ArnLike.AWS:SourceArn': 'The example leaves out the /* with which its SourceArn ends.',
  },
  'CreateFunction 0': { LastUpdateStatus: states, State: states },
  'DeleteEventSourceMapping 0': { State: 'The API page says Deleting, in its own words: "in a Deleting state".' },
  'GetEventSourceMapping 0': {
    BisectBatchOnFunctionError: mixedUp,
    DestinationConfig: mixedUp,
    LastProcessingResult: mixedUp,
    MaximumRecordAgeInSeconds: mixedUp,
    MaximumRetryAttempts: mixedUp,
    State: 'The double is settled unless asked otherwise: a mapping is Enabled by the next request.',
    StateTransitionReason: 'The example has the words of a stream; a queue has USER_INITIATED (recorded).',
  },
  'GetFunction 0': {
    'Configuration.FunctionArn': unqualified,
    'Configuration.Version': 'The example asks for version 1 and answers with $LATEST.',
    Tags: 'Tags are those of the function, and show for the unqualified function only (recorded).',
  },
  'GetFunctionConfiguration 0': {
    FunctionArn: unqualified,
    Version: 'The example asks for version 1 and answers with $LATEST.',
  },
  'GetLayerVersionByArn 0': { LayerArn: otherRegion, LayerVersionArn: otherRegion },
  'Invoke 0': { Payload: 'The example leaves out the quotes of JSON.' },
  'Invoke 1': { Payload: 'The body is empty; this SDK shows that as null.' },
  'ListAliases 0': { 'Aliases.0.AliasArn': otherAlias, 'Aliases.1.AliasArn': otherAlias },
  'ListFunctions 0': { NextMarker: 'The last page has no marker; the example has an empty one.' },
  'ListVersionsByFunction 0': { 'Versions.0.FunctionArn': unqualified, 'Versions.1.FunctionArn': unqualified },
  'PublishVersion 0': { FunctionArn: `${otherName} ${unqualified}`, FunctionName: otherName },
  'UpdateEventSourceMapping 0': {
    EventSourceArn: noSource,
    LastProcessingResult: noSource,
    State: noSource,
    StateTransitionReason: noSource,
  },
}
