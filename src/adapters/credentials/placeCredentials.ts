import { placeVariable } from '../sdk/placeholderVariable'

/** Each says where credentials come from. */
const sources = [
  ...['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
  ...['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'],
]

/** Good for nothing but a signature, which nobody checks. */
const placed = { AWS_ACCESS_KEY_ID: 'AKIALAMBDOUBLEAAAAAA', AWS_SECRET_ACCESS_KEY: 'lambdouble' }

/**
 * Gives clients credentials to sign with, while nothing in the environment says where to get some: a client that has none asks the
 * machine for them, and fails. Files in the home directory do not count, so that a test has the same result on every machine.
 * Gives the way back.
 */
export function placeCredentials(): () => void {
  const { AWS_ACCESS_KEY_ID } = process.env
  const isPlaced = AWS_ACCESS_KEY_ID === placed.AWS_ACCESS_KEY_ID
  if (!isPlaced && sources.some((name) => process.env[name])) return () => {}
  const places = Object.entries(placed).map(([name, value]) => placeVariable(name, value))
  return () => {
    for (const place of places) place.remove()
  }
}
