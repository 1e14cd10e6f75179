import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { claimFolder } from './folder-claim.ts'

const root = mkdtempSync(join(tmpdir(), 'tasuki-claims-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const rounds = 40
/** Claims folder after folder, each at a moment that all processes have agreed on, and lives until all have. */
const claiming = `
const { claimFolder } = await import(${JSON.stringify(new URL('./folder-claim.ts', import.meta.url).href)})
const begin = Number(process.argv[1])
for (let nth = 0; nth < ${rounds}; nth++) {
  const moment = begin + nth * 50
  while (Date.now() < moment) if (moment - Date.now() > 5) await new Promise((resolve) => setTimeout(resolve, 1))
  void claimFolder(${JSON.stringify(root)} + '/' + nth).then(() => console.log(nth), () => {})
}
await new Promise((resolve) => setTimeout(resolve, begin + ${rounds} * 50 + 1500 - Date.now()))
`

test('of several processes that want a folder at the same moment, no two have it', async () => {
  const begin = String(Date.now() + 3_000)
  const had = await Promise.all(
    [1, 2, 3].map(async () => {
      const process_ = spawn(process.execPath, ['--input-type=module', '--eval', claiming, begin], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [said] = await Promise.all([text(process_.stdout), once(process_, 'exit')])
      return said.split('\n').filter(Boolean).map(Number)
    }),
  )
  const all = had.flat()
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
