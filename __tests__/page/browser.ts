import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** A Chromium of this machine, or the one that CHROMIUM_PATH names. */
export const browserPath = process.env.CHROMIUM_PATH ?? places.find((path) => existsSync(path))

/** Headless, and without the connections that it makes on its own account. */
export function launchBrowser(): Promise<Browser> {
  const quiet = ['background-networking', 'component-update', 'sync', 'quic', 'gpu'].map((what) => `--disable-${what}`)
  return chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', '--no-first-run', ...quiet] })
}
