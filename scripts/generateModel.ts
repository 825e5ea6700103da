/**
 * Turns AWS's published model of the Lambda API (model/lambda-2015-03-31.json) into the checked-in tables of src/model.
 * Run: npm run generate. It stops at any field that it does not know, so nothing of a newer model is lost in silence.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelTables } from './modelTables'
import { readModel, type Json } from './readModel'

const root = join(__dirname, '..')
const json = (file: string) => JSON.parse(readFileSync(join(root, 'model', file), 'utf8')) as Json

const read = readModel(json('lambda-2015-03-31.json'), json('amendments.json'))
for (const [file, text] of Object.entries(modelTables(read))) writeFileSync(join(root, 'src/model', file), text)
console.log(`${Object.keys(read.operations).length} operations, ${Object.keys(read.shapes).length} shapes`)
