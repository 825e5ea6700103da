import type { MappingSettings } from '../../../state/eventSourceMappingRecord'
import { fitsPattern, type FilterPattern } from './fitsPattern'

/** Decides about one record; what filters see of it is made when there is a filter to see it. */
export type Filter = (record: () => unknown) => boolean

/** The filter of a mapping: a record passes if it fits one of the patterns, or if there are none. */
export function filterFor({ filters }: Pick<MappingSettings, 'filters'>): Filter {
  if (filters.length === 0) return () => true
  const patterns = filters.map((text) => JSON.parse(text) as FilterPattern)
  return (record) => {
    const seen = record()
    return patterns.some((pattern) => fitsPattern(pattern, seen))
  }
}
