import type { EventSourceMappingRecord, MappingState } from '../../state/eventSourceMappingRecord'
import type { OperationContext } from '../operation'

/** How long a staged transition takes on the clock, in milliseconds; AWS promises no figure, it is up to a minute. */
const transitionTime = 10_000

/** Puts a mapping into a passing state; when it is over, the mapping is Enabled or Disabled, or gone. */
export function startMappingTransition(
  mapping: EventSourceMappingRecord,
  state: Exclude<MappingState, 'Enabled' | 'Disabled'>,
  { region, clock, settings, eventSources }: OperationContext,
): void {
  mapping.state = state
  // When it was changed, or when its state was, says the API page.
  mapping.lastModified = clock.now()
  const at = clock.now() + transitionTime
  region.transitions.push({
    at,
    change: { kind: state === 'Deleting' ? 'mapping deleted' : 'mapping changed', mapping },
  })
  eventSources.mappingChanged(region, mapping, settings.functionStates === 'settled' ? clock.now() : at)
}
