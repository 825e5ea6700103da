import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** A server of this folder as a process that can be killed. */
export interface EngineProcess {
  readonly endpoint: string
  /** At once, whatever it is doing. */
  kill(): Promise<void>
}

export async function startEngine(script: 'sqsServer' | 'kinesisServer', file: string, port = 0): Promise<EngineProcess> {
  const loader = join(__dirname, '../../../node_modules/esbuild-register')
  const child: ChildProcess = spawn(process.execPath, ['-r', loader, join(__dirname, `${script}.ts`), file, String(port)])
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endpoint = await new Promise<string>((resolve, reject) => {
    let text = ''
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const [, found] = /is at (\S+)\n/.exec(text) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    void exit.then(() => reject(new Error(text)))
  })
  return {
    endpoint,
    kill() {
      child.kill('SIGKILL')
      return exit
    },
  }
}

/** Waits until something holds that has to come true. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}
