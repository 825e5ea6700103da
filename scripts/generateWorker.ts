import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerFile, workerText } from './bundleWorker'

// Writes src/runtime/uploaded-code/workerText.ts.
writeFileSync(join(__dirname, '..', workerFile), workerText())
