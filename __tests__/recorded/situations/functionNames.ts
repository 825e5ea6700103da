import { packaged } from '../world'
import { nothing, type Stage } from '../situation'

/** What four operations were asked with every kind of a bad FunctionName, when there was no function at all. */
const badNames = [
  '! in the name',
  '! in the qualifier',
  'ARN and qualifier too long, malformed region: all are reported',
  'ARN ends in $LATES',
  'ARN ends in $LATEST, Qualifier is 1',
  'ARN of an EC2 instance',
  "ARN that ends with `function`: taken as the function's name",
  'ARN with malformed region, over the length limit: both are reported',
  'ARN with two qualifiers',
  'ARN without a region',
  'ARN without an account id',
  'Qualifier is $latest',
  'letters as account id in a partial ARN',
  'malformed region in the ARN',
  'name is *',
  'name of 65 characters (only create checks 64)',
  'partial ARN with a surplus part',
  'qualifier of 129 characters',
]

/** CreateFunction has no Qualifier: it was given in the name. */
const inTheName = [
  '! in the qualifier',
  'ARN and qualifier too long, malformed region: all are reported',
  'ARN ends in $LATEST, Qualifier is 1',
  'ARN with two qualifiers',
  'Qualifier is $latest',
  'qualifier of 129 characters',
]

/** The members that the recorder left out of a creation. */
export const created: Stage = () => ({ leftOut: packaged() })

/** Of GetFunction, DeleteFunction and Invoke. */
export const badFunctionNames: Readonly<Record<string, Stage>> = Object.fromEntries(badNames.map((name) => [name, nothing]))

/** Of CreateFunction; the ARN that ends with `function` was not recorded. */
export const badNewFunctionNames: Readonly<Record<string, Stage>> = Object.fromEntries(
  badNames
    .filter((name) => !name.startsWith('ARN that ends'))
    .map((name) => [inTheName.includes(name) ? `${name} (create: as part of the name)` : name, created]),
)
