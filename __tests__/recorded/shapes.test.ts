import { aliases } from './stories/aliases'
import { codeSigning } from './stories/codeSigning'
import { concurrency } from './stories/concurrency'
import { eventInvokeConfigs } from './stories/eventInvokeConfigs'
import { eventSourceMappings } from './stories/eventSourceMappings'
import { functions } from './stories/functions'
import { functionUrls } from './stories/functionUrls'
import { layers } from './stories/layers'
import { permissions } from './stories/permissions'
import { versions } from './stories/versions'
import { recordedAnswers, tell, type Story } from './story'
import { closeWorlds } from './world'

const byResource: Readonly<Record<string, readonly Story[]>> = {
  aliases,
  'code signing': codeSigning,
  concurrency,
  'event invoke configs': eventInvokeConfigs,
  'event source mappings': eventSourceMappings,
  functions,
  'function URLs': functionUrls,
  layers,
  permissions,
  versions,
}

const told: string[] = []

afterEach(closeWorlds)

describe.each(Object.entries(byResource))('what AWS was recorded to answer, the double answers: %s', (_, stories) => {
  test.each(stories.map((story) => ({ title: story.title, story })))('$title', async ({ story }) => {
    const { compared, differing } = await tell(story)
    told.push(...compared)
    expect(differing).toEqual([])
  })
})

test('every recorded answer was compared', () => {
  const recorded = Object.entries(recordedAnswers).flatMap(([operation, answers]) =>
    answers.map((_, nth) => `${operation} ${nth}`),
  )
  expect(recorded).toHaveLength(153)
  expect(recorded.filter((name) => !told.includes(name))).toEqual([])
})
