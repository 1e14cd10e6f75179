import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refuseOutputs } from './output-paths.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'tasuki-outputs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const people = at('people.csv')
writeFileSync(people, 'name,mail\nAnn Lee,ann@mail.example\nAnn Lee,ann@mail.example\nBo Mere,bo@mail.example\n')
symlinkSync(people, at('link.csv'))
symlinkSync('/dev/null', at('nowhere.csv'))
mkdirSync(at('folder'))
const input = [people]
const output = at('clusters.csv')

const link = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/tasuki.mjs'), 'link', '--input', people, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en', DATA_DIR: folder },
  })

test('what could not be written in the end is refused at the beginning', () => {
  const refusedWith = (paths: object) => {
    try {
      refuseOutputs({ input, output, ...paths })
    } catch (error) {
      return error
    }
    return undefined
  }
  expect(refusedWith({ output: at('missing/o.csv') })).toMatchObject({
    code: 'cli.link-no-folder',
    detail: { folder: at('missing') },
  })
  expect(refusedWith({ pairs: join(people, 'o.csv') })).toMatchObject({ code: 'cli.link-no-folder' })
  expect(refusedWith({ saveModel: at('folder') })).toMatchObject({ code: 'cli.link-output-is-folder' })
})

test('where nothing may be written is told at the beginning, of a folder and of a file', () => {
  const closed = at('closed')
  mkdirSync(closed)
  writeFileSync(at('kept.csv'), 'kept')
  chmodSync(closed, 0o555)
  chmodSync(at('kept.csv'), 0o444)
  // An administrator may write anywhere, and becomes nobody for that.
  const asking = `
    import { refuseOutputs } from ${JSON.stringify(new URL('./output-paths.ts', import.meta.url).href)}
    if (process.getuid() === 0) process.setuid(65534)
    for (const output of ${JSON.stringify([join(closed, 'o.csv'), at('kept.csv')])})
      try { refuseOutputs({ input: [], output }) } catch (error) { console.log(error.code) }`
  chmodSync(folder, 0o755)
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', asking], {
    encoding: 'utf8',
  })
  expect(stdout, stderr).toBe('cli.link-not-writable\ncli.link-not-writable\n')
})

test.each([
  ['its own name', people],
  ['a relative name', relative(process.cwd(), people)],
  ['a link', at('link.csv')],
])('an input is not written over by %s', (_, path) => {
  expect(() => refuseOutputs({ input, output: path })).toThrow('cli.link-overwrites')
  expect(() => refuseOutputs({ input: [], mapping: people, output: path })).toThrow('cli.link-overwrites')
  expect(() => refuseOutputs({ input: [], model: people, output: path })).toThrow('cli.link-overwrites')
  refuseOutputs({ input: [], model: people, output, saveModel: people })
})

test('two outputs do not go into one file, but may both go nowhere', () => {
  expect(() => refuseOutputs({ input, output, pairs: output })).toThrow('cli.link-overwrites')
  expect(() => refuseOutputs({ input, output, pairs: at('clusters.thresholds.csv') })).toThrow('cli.link-overwrites')
  expect(() => refuseOutputs({ input: [at('clusters.csv.part')], output })).toThrow('cli.link-overwrites')
  refuseOutputs({ input, output, pairs: '/dev/null', saveModel: '/dev/null' })
})

test('clusters at every threshold stand beside those they belong to, and nothing beside what keeps nothing', () => {
  writeFileSync(output, 'of an earlier run')
  writeFileSync(at('clusters.thresholds.csv'), 'of an earlier run')
  const refused = link('--output', output, '--threshold', '2')
  expect(refused.status).toBe(1)
  expect(readFileSync(at('clusters.thresholds.csv'), 'utf8')).toBe('of an earlier run')
  const { status, stderr } = link('--output', output)
  expect(status, stderr).toBe(0)
  expect(readFileSync(at('clusters.thresholds.csv'), 'utf8')).toMatch(/^file,row,0\.01,/)
  expect(link('--output', at('nowhere.csv')).status).toBe(0)
  expect(existsSync(at('nowhere.thresholds.csv'))).toBe(false)
  const words = [
    process.execPath,
    join(root, 'bin/tasuki.mjs'),
    'link',
    '--input',
    people,
    '--output',
    '/dev/stdout',
    '--save-model',
    '/dev/stdout',
  ]
  const piped = spawnSync('sh', ['-c', '"$0" "$@" | cat', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en', DATA_DIR: folder },
  }) // prettier-ignore
  expect(piped.stdout, piped.stderr).toContain('file,row,cluster_id\npeople.csv,1,1\n')
  expect(piped.stdout).toContain('"pairsPerRecord"')
})
