/** What the author of the test chose, with every default filled in. */
export interface Settings {
  readonly accountId: string
  readonly region: string
  /** 'settled': a transition is over by the next request; 'staged': it takes time on the clock. */
  readonly functionStates: 'settled' | 'staged'
  /** Concurrent executions of the account. */
  readonly accountConcurrency: number
  /** 'on': requests per second and new environments in ten seconds are limited too. */
  readonly rateLimits: 'on' | 'off'
  /** 'off' lets a handler run for ever, for a debugger. */
  readonly timeouts: 'on' | 'off'
  readonly environment: 'scoped' | 'off'
  readonly strict: boolean
  /** 'run': code that was uploaded for Node.js runs in worker threads. */
  readonly uploadedCode: 'off' | 'run'
}
