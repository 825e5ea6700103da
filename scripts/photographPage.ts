import { join } from 'node:path'
import { launchBrowser } from '../__tests__/page/browser'
import { mockLambda } from '../src/index'
import { serve } from '../src/server'

// Takes docs/page.png: the page in use. Needs Chromium.
async function photograph(): Promise<void> {
  const lambda = mockLambda({ clients: [], region: 'us-east-1', guard: 'off', seed: 1 })
  const target = 'arn:aws:sqs:us-east-1:123456789012:failed'
  lambda
    .function('orders', async (event) => ({ id: event.id, ok: true }))
    .version()
    .alias('live', '1')
    .url()
  lambda.function('stock').returns({ left: 3 })
  lambda.function('mail').throws(new Error('mailbox full')).async({ onFailure: target })
  const { endpoint, close } = await serve(lambda)
  const invoke = (name: string, event: object, type = 'RequestResponse') =>
    fetch(`${endpoint}/2015-03-31/functions/${name}/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': type },
      body: JSON.stringify(event),
    })
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await page.goto(`${endpoint}/_lambdouble/`)
  await page.getByRole('status').filter({ hasText: 'Live at' }).waitFor()
  await invoke('orders', { id: 7 })
  await invoke('mail', { to: 'ada@example.com' }, 'Event')
  await lambda.settled()
  await page.getByRole('button', { name: 'Throttle stock' }).click()
  await page.getByRole('button', { name: 'Throttle stock', pressed: true }).waitFor()
  await invoke('stock', {})
  await invoke('orders:live', { id: 8 })
  const form = page.getByRole('form', { name: 'Invoke a function' })
  await form.getByLabel('Function').selectOption({ label: 'orders (us-east-1)' })
  await form.getByLabel('Event, JSON').fill('{ "id": 9 }')
  await form.getByRole('button', { name: 'Invoke' }).click()
  await form.getByLabel('Answer').waitFor()
  await page.getByRole('region', { name: 'Calls' }).getByText('Invoke').first().click()
  await page.getByText('happened once').waitFor()
  await page.screenshot({ path: join(__dirname, '../docs/page.png') })
  await browser.close()
  await close()
  lambda.restore()
}

void photograph()
