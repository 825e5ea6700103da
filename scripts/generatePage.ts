import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageFile, pageModule } from './bundlePage'

// Writes src/adapters/http/admin/pageFiles.ts.
writeFileSync(join(__dirname, '..', pageFile), pageModule())
