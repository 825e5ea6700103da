import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerFile, workerText } from '../../../scripts/bundleWorker'

test('the bundled worker is that of its sources; otherwise: node -r esbuild-register scripts/generateWorker.ts', () => {
  const kept = readFileSync(join(__dirname, '../../..', workerFile), 'utf8')
  // Not toBe on the texts: a difference would fill screens.
  expect(kept === workerText()).toBe(true)
})
