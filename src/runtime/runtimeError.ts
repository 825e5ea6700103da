import type { Profile } from './profile'

/**
 * An error that the runtime itself reports, such as `Runtime.HandlerNotFound`. Its trace is its first line only:
 * the frames below it would be those of Lambda's own files, which are not here.
 */
export function newRuntimeError(name: string, message: string, profile: Profile): Error {
  const error = new Error(message)
  if (profile === 'node24') {
    // The newer runtime names its errors after they are made, so the stack does not know, and the name shows in the log line.
    error.name = name
    error.stack = `Error: ${message}`
  } else {
    Object.defineProperty(error, 'name', { value: name })
    error.stack = `${name}: ${message}`
  }
  return error
}

/** No code stands for the function. The message goes on where AWS's ends: it says how to give the function a handler. */
export function handlerNotFound(name: string, handler: string | undefined, profile: Profile): Error {
  const missing = `${handler ?? 'index.handler'} is undefined or not exported`
  const advice =
    `Function ${name} has no handler in this test. Give it one with lambda.function('${name}', async (event) => ...), ` +
    `or a canned result with lambda.function('${name}').returns(...).`
  return newRuntimeError('Runtime.HandlerNotFound', `${missing}. ${advice}`, profile)
}

/** What was to make the handler made none. */
export function handlerIsNoFunction(handler: string | undefined, made: unknown, profile: Profile): Error {
  const what = made === null ? 'null' : typeof made
  const message = `${handler ?? 'index.handler'} is not a function. What was given to coldStart returned ${what}, not a handler.`
  return newRuntimeError('Runtime.HandlerNotFound', message, profile)
}

/** Up to nodejs22.x the runtime reports a rejection that nobody handled under a name of its own. */
export function unhandledRejection(reason: unknown): Error {
  let text: string
  try {
    text = String(reason)
  } catch {
    text = typeof reason
  }
  return Object.assign(newRuntimeError('Runtime.UnhandledPromiseRejection', text, 'node22'), { reason, promise: {} })
}

/** The message of nodejs24.x and later for a handler that declares a callback (source of the runtime interface client). */
export function callbackHandlerDeprecated(): Error {
  const message =
    'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. ' +
    'You need to modify this function to use a supported handler signature to use Node.js 24 or later. ' +
    'For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.'
  return newRuntimeError('Runtime.CallbackHandlerDeprecated', message, 'node24')
}
