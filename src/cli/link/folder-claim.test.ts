import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { claimFolder } from './folder-claim.ts'

const root = mkdtempSync(join(tmpdir(), 'tasuki-claims-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const rounds = 40
/** Claims folder after folder, each at a moment that all processes are told once all of them run, and lives until all have. */
const claiming = `
const { claimFolder } = await import(${JSON.stringify(new URL('./folder-claim.ts', import.meta.url).href)})
const { once } = await import('node:events')
console.log('ready')
const begin = Number(await once(process.stdin, 'data'))
const claims = []
for (let nth = 0; nth < ${rounds}; nth++) {
  const moment = begin + nth * 50
  while (Date.now() < moment) if (moment - Date.now() > 5) await new Promise((resolve) => setTimeout(resolve, 1))
  claims.push(claimFolder(${JSON.stringify(root)} + '/' + nth).then(() => console.log(nth), () => {}))
}
await Promise.all(claims)
console.log('tried')
process.stdin.on('end', () => process.exit()).resume()
`

test('of several processes that want a folder at the same moment, no two have it', async () => {
  const claimants = [1, 2, 3].map(() => {
    const { stdin, stdout } = spawn(process.execPath, ['--input-type=module', '--eval', claiming], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    return { stdin, lines: on(createInterface(stdout), 'line', { close: ['close'] }) }
  })
  const saidBy = async (lines: NodeJS.AsyncIterator<string[]>, last: string): Promise<string[]> => {
    const said: string[] = []
    for (;;) {
      const { value, done } = await lines.next()
      if (done || value[0] === last) return said
      said.push(value[0]!)
    }
  }
  await Promise.all(claimants.map(({ lines }) => saidBy(lines, 'ready')))
  const begin = Date.now() + 100
  for (const { stdin } of claimants) stdin.write(String(begin))
  const all = (await Promise.all(claimants.map(({ lines }) => saidBy(lines, 'tried')))).flat()
  for (const { stdin } of claimants) stdin.end()
  expect(all).toHaveLength(new Set(all).size)
  expect(all.length).toBeGreaterThan(rounds / 2)
})

test('a folder is refused while another process has it, and had once that one has ended', async () => {
  const folder = join(root, 'shared')
  mkdirSync(folder)
  const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const claim = join(folder, `${other.pid}.run`)
  writeFileSync(claim, '')
  const busy = { code: 'cli.link-resume-busy', detail: { folder, pid: other.pid } }
  await expect(claimFolder(folder)).rejects.toMatchObject(busy)
  expect(readdirSync(folder)).toEqual([`${other.pid}.run`])
  const ended = once(other, 'exit')
  other.kill('SIGKILL')
  await ended
  const letGo = await claimFolder(folder)
  expect(readdirSync(folder)).toEqual([`${process.pid}.run`])
  letGo()
  expect(existsSync(folder)).toBe(false)
})

test('a process that may not be asked, somebody else’s, is one that runs', async () => {
  const folder = join(root, 'of-others')
  mkdirSync(folder)
  writeFileSync(join(folder, '1.run'), '')
  await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'cli.link-resume-busy', detail: { pid: 1 } })
})
