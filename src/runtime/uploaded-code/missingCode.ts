import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { Settings } from '../../state/settings'
import type { Profile } from '../profile'
import { handlerNotFound, newRuntimeError } from '../runtimeError'

/** What the archive says that stands for the code of a function of `lambda.function(name)`. */
const placeholder = "The handler of this function runs in the test's own process."

/**
 * Why the code of a version cannot be run here, as the error of an environment that does not start; undefined if it can be.
 * The message begins as AWS's does and goes on to say what to do.
 */
export function missingCode(
  { name }: FunctionRecord,
  { code, configuration }: VersionRecord,
  { uploadedCode }: Settings,
  profile: Profile,
): Error | undefined {
  const { handler = 'index.handler', runtime } = configuration
  const { zip, s3, imageUri } = code
  const uploaded = zip !== undefined && !holds(zip, placeholder)
  const missing = (why: string) => {
    const advice =
      `Give it a handler with lambda.function('${name}', async (event) => ...), ` +
      `or a canned result with lambda.function('${name}').returns(...).`
    return newRuntimeError('Runtime.HandlerNotFound', `${handler} is undefined or not exported. ${why} ${advice}`, profile)
  }
  if (imageUri !== undefined) return missing(`Function ${name} is a container image, which cannot be run here.`)
  if (runtime !== undefined && !runtime.startsWith('nodejs') && (uploaded || s3)) {
    return missing(`The code of ${name} is for ${runtime}; only code for Node.js can be run here.`)
  }
  if (uploadedCode === 'off' && (uploaded || s3)) {
    const missing = handlerNotFound(name, configuration.handler, profile).message
    const option = "Or have the uploaded code run, with mockLambda({ uploadedCode: 'run' })."
    return newRuntimeError('Runtime.HandlerNotFound', `${missing} ${option}`, profile)
  }
  if (uploaded) return undefined
  if (s3 === undefined) return handlerNotFound(name, configuration.handler, profile)
  const { bucket, key } = s3
  return missing(
    `The code of ${name} is s3://${bucket}/${key}, and nobody has shown it to the double. Before the function is created, use ` +
      `lambda.object('${bucket}', '${key}', bytes), or lambdouble serve --s3-root DIR with a file DIR/${bucket}/${key}.`,
  )
}

function holds(zip: Uint8Array, text: string): boolean {
  return Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength).includes(text)
}
