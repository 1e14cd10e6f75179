import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { compiled } from '../../src/cli/link/threads.ts'

const runFile = promisify(execFile)

/**
 * Runs a script of this folder in a process of its own, started as the command line is, so that its CPU time and memory are
 * its own; the answer is the last line it prints.
 */
export async function inChild<Answer>(script: string, given: readonly string[]): Promise<Answer> {
  const path = new URL(script, import.meta.url).pathname
  const running = runFile(process.execPath, [path, ...given], {
    maxBuffer: 1 << 24,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const kill = () => running.child.kill()
  process.once('exit', kill)
  const { stdout } = await running
  process.off('exit', kill)
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Answer
}
