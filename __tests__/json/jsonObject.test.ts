import { isJsonObject } from '../../src/json/jsonObject'

it.each(['{}', '{"a":null}', '{"length":1}'])('%s is an object of JSON', (text) => {
  expect(isJsonObject(JSON.parse(text))).toBe(true)
})

it.each(['null', '[]', '[{}]', '"{}"', '1', 'true'])('%s is no object of JSON', (text) => {
  expect(isJsonObject(JSON.parse(text))).toBe(false)
})
