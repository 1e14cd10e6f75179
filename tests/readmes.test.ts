import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { modules } from '../src/server/app.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))

const schema = read('db/schema.sql')
const standing = [...schema.matchAll(/^create (?:table|view) public\.(\w+)/gm)].map(([, name]) => name!)
/** Every file by each end of its path: a README names it from wherever it is plain which is meant. */
const files = new Set(
  ['src', 'tests', 'scripts', 'bench', 'docs', 'db', 'bin']
    .flatMap(filesIn)
    .flatMap((file) => file.split('/').map((_, at, parts) => parts.slice(at).join('/'))),
)
const sources = filesIn('src')
  .filter((file) => /\.tsx?$/.test(file))
  .map(read)
  .join('\n')
const words = new Set(sources.match(/\w+/g))

describe.each(modules.map(({ name }) => name))('the README of %s', (module) => {
  const text = read(`src/server/modules/${module}/README.md`)
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, said]) => said!)

  test('names every table and view of the module', () => {
    // A table of a member's realm that is the twin of a company's is told with it.
    const isTold = (name: string) =>
      [name, name.replace('_member_', '_')].some((one) => new RegExp(`\\b${one}\\b`).test(text))
    const own = standing.filter((name) => name.startsWith(`${module}_`))
    expect(own.filter((name) => !isTold(name))).toEqual([])
  })

  test('names nothing that is not there', () => {
    const isGone = (said: string): boolean => {
      if (/^[\w/-]+\.(?:tsx?|sql)$/.test(said)) return !files.has(said)
      if (new RegExp(`^${module}_\\w+$`).test(said)) return !schema.includes(said)
      const called = /^([a-z]+[A-Z]\w*)(?:\(.*\))?$/.exec(said)
      return called !== null && !words.has(called[1]!)
    }
    expect(quoted.filter(isGone)).toEqual([])
  })
})
