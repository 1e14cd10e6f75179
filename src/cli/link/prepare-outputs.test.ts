import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { prepareOutputs } from './prepare-outputs.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-outputs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
for (const name of ['old.csv', 'old.thresholds.csv']) writeFileSync(at(name), name)
mkdirSync(at('folder'))

test('what could not be written in the end is refused at the beginning', async () => {
  await expect(prepareOutputs({ output: at('missing/o.csv') })).rejects.toMatchObject({
    code: 'cli.link-no-folder',
    detail: { folder: at('missing') },
  })
  await expect(prepareOutputs({ output: at('folder') })).rejects.toMatchObject({
    code: 'cli.link-output-is-folder',
  })
  await prepareOutputs({ output: at('o.csv'), pairs: '/dev/null', saveModel: '/dev/null' })
})

test('clusters at every threshold of an earlier run do not outlive the clusters they belong to', async () => {
  await prepareOutputs({ output: at('old.csv') })
  expect(existsSync(at('old.thresholds.csv'))).toBe(false)
  expect(existsSync(at('old.csv'))).toBe(true)
})
