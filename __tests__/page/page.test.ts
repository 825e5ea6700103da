import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { mockLambda, type MockLambda } from '../../src/index'
import { serve, type Endpoint } from '../../src/server'
import { pageFile, pageModule } from '../../scripts/bundlePage'
import { browserPath, launchBrowser } from './browser'

test('the bundled page is that of its sources; otherwise: node -r esbuild-register scripts/generatePage.ts', () => {
  expect(readFileSync(join(__dirname, '../..', pageFile), 'utf8') === pageModule()).toBe(true)
})

// Where a browser has to be, as in CI, its absence fails the tests; elsewhere they are skipped by name.
const inBrowser = browserPath === undefined && process.env.LAMBDOUBLE_BROWSER !== 'required' ? describe.skip : describe

inBrowser('the page at /_lambdouble/, in Chromium', () => {
  let browser: Browser
  let page: Page
  let lambda: MockLambda
  let endpoint: Endpoint
  let foreign: string[]
  let errors: string[]

  beforeAll(async () => {
    browser = await launchBrowser()
  }, 60_000)
  afterAll(() => browser?.close())

  beforeEach(async () => {
    lambda = mockLambda({ clients: [], region: 'us-east-1', guard: 'off' })
    lambda
      .function('orders', async (event) => ({ id: event.id, ok: true }))
      .version()
      .alias('live', '1')
    endpoint = await serve(lambda)
    page = await browser.newPage()
    ;[foreign, errors] = [[], []]
    page.on('request', (request) => {
      if (!request.url().startsWith(endpoint.endpoint) && !request.url().startsWith('data:')) foreign.push(request.url())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(`${endpoint.endpoint}/_lambdouble/`)
    await page.getByRole('status').filter({ hasText: 'Live at' }).waitFor()
  })
  afterEach(async () => {
    await page.close()
    await endpoint.close()
    lambda.restore()
    expect([foreign, errors]).toEqual([[], []])
  })

  /** As from a client outside this process. */
  const invoke = (event: unknown) =>
    fetch(`${endpoint.endpoint}/2015-03-31/functions/orders/invocations`, { method: 'POST', body: JSON.stringify(event) })
  const section = (name: string) => page.getByRole('region', { name })

  it('shows functions with their versions, aliases and region', async () => {
    const row = section('Functions').getByRole('listitem').filter({ hasText: 'orders' })
    expect(await row.textContent()).toMatch(/us-east-1.*1 version.*live → 1/)
  })

  it('sees a call arrive live, with its decoded event and result', async () => {
    expect(await section('Calls').getByText('Nothing was called yet.').isVisible()).toBe(true)
    await invoke({ id: 7 })
    const call = section('Calls').getByRole('listitem').filter({ hasText: 'Invoke' })
    await call.getByText('Invoke').click()
    await call.getByText('"id": 7').first().waitFor()
    expect(await call.textContent()).toContain('"ok": true')
    expect(await section('Runs').getByRole('listitem').textContent()).toMatch(/orders.*1 run/)
  })

  it('switches a throttle on and off', async () => {
    const throttle = page.getByRole('button', { name: 'Throttle orders' })
    await throttle.click()
    await page.getByRole('button', { name: 'Throttle orders', pressed: true }).waitFor()
    expect((await invoke({})).status).toBe(429)
    await section('Faults').getByText('happened once').waitFor()
    await throttle.click()
    await page.getByRole('button', { name: 'Throttle orders', pressed: false }).waitFor()
    expect((await invoke({})).status).toBe(200)
  })

  it('adds a fault that happens so many times, and says what is wrong with one', async () => {
    const form = page.getByRole('form', { name: 'One more fault' })
    await form.getByLabel('What').selectOption({ label: 'fails with' })
    await form.getByLabel('Times').fill('1')
    await form.getByRole('button', { name: 'Add' }).click()
    await section('Faults').getByRole('listitem').waitFor()
    expect([(await invoke({})).status, (await invoke({})).status]).toEqual([500, 200])
    await form.getByLabel('Error').fill('ServiceExeption')
    await form.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('status').filter({ hasText: "Did you mean 'ServiceException'?" }).waitFor()
    errors = errors.filter((error) => !error.includes('400'))
  })

  it('invokes a function with an event and shows answer and log', async () => {
    const form = page.getByRole('form', { name: 'Invoke a function' })
    await form.getByLabel('Function').selectOption({ label: 'orders:live (us-east-1)' })
    await form.getByLabel('Event, JSON').fill('{"id": 12}')
    await form.getByRole('button', { name: 'Invoke' }).click()
    await form.getByLabel('Answer').getByText('"id": 12').waitFor()
    expect(await form.getByLabel('Log').textContent()).toMatch(/START RequestId: .* Version: 1/)
    expect(lambda.invocations('orders')).toMatchObject([{ event: { id: 12 }, qualifier: 'live', version: '1' }])
  })

  it('shows the attempts and deliveries of an event on one lane', async () => {
    lambda.function('orders').throws(new Error('no stock')).async({ onFailure: 'arn:aws:sqs:us-east-1:123456789012:failed' })
    const headers = { 'x-amz-invocation-type': 'Event' }
    await fetch(`${endpoint.endpoint}/2015-03-31/functions/orders/invocations`, { method: 'POST', headers, body: '{}' })
    await lambda.settled()
    await section('Runs').getByText('3 runs, 1 delivered').waitFor()
  })

  it('shows what functions answer as text, whatever is in it', async () => {
    lambda.function('evil').returns('<img src=x onerror="document.title = 1">')
    await fetch(`${endpoint.endpoint}/2015-03-31/functions/evil/invocations`, { method: 'POST' })
    const call = section('Calls').getByRole('listitem').filter({ hasText: 'evil' })
    await call.getByText('Invoke').click()
    await call.getByText('<img src=x').waitFor()
    expect(await page.title()).toBe('lambdouble')
  })

  it('starts anew after a reset', async () => {
    await invoke({ id: 7 })
    await section('Calls').getByRole('listitem').waitFor()
    await page.getByRole('button', { name: 'Reset' }).click()
    // Each section is filled when its own answer is there.
    await section('Functions').getByText('There is no function yet.').waitFor()
    await section('Calls').getByText('Nothing was called yet.').waitFor()
    expect(await section('Calls').getByRole('listitem').count()).toBe(0)
  })

  it('has no fault that a checker of accessibility finds, in light and in dark', async () => {
    await invoke({ id: 7 })
    await section('Calls').getByRole('listitem').waitFor()
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[]
      }
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
  })

  it('lets no other page put it into a frame, nor any script but its own run', async () => {
    const { headers } = await fetch(`${endpoint.endpoint}/_lambdouble/`)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/)
  })
})
