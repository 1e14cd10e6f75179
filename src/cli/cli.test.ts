import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { issue, keyPair, present, publicJwk } from '../engines/certificate/index.ts'
import { readConfig } from '../server/kernel/config.ts'
import { checkCheckpoints } from './doctor/doctor-checkpoints.ts'
import { checkAddresses, checkNode, checkSecret } from './doctor/doctor-checks.ts'
import { coloured, localeOf, openTerminal } from './terminal.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tasuki-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(words: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/tasuki.mjs'), ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en', DATA_DIR: folder, PORT: '0', ...environment },
  })
  return { status, stdout, stderr }
}

describe('the command line', () => {
  test('lists its verbs and ends with 0; in the language of the environment', () => {
    const { status, stdout } = run(['--help'], { LANG: 'ja_JP.UTF-8' })
    expect(status).toBe(0)
    for (const verb of [
      'serve',
      'work',
      'migrate',
      'setup',
      'demo',
      'import',
      'backup',
      'restore',
      'verify',
      'retain',
      'links',
      'trials',
      'disputes',
      'promises',
      'doctor',
    ])
      expect(stdout).toContain(`  ${verb} [options]`)
    expect(stdout).toContain('すべての不変条件を検査する')
  })

  test('ends with 2 when it is called wrongly, or configured wrongly', () => {
    expect(run(['relay']).status).toBe(2)
    expect(run(['setup']).status).toBe(2)
    const { status, stderr } = run(['doctor'], { PORT: 'eighty' })
    expect(status).toBe(2)
    expect(stderr).toContain('PORT')
  })

  test('ends with 1 and says which code when it is refused', () => {
    const { status, stderr } = run(['backup', '--json'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' })
    expect(status).toBe(1)
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'cli.owner-missing' } })
  })

  test('answers one JSON object when asked to', () => {
    const { status, stdout } = run(['doctor', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      checks: expect.arrayContaining([{ name: 'node', level: 'ok' }].map((check) => expect.objectContaining(check))),
    })
  })
})

describe('checking a certificate', () => {
  const { privateKey, publicKey } = keyPair(Buffer.alloc(32, 3))
  const terms = {
    issuer: 'https://portal.example',
    type: 'stage-reached',
    issuedAt: new Date('2026-09-01T00:00:00Z'),
    validUntil: new Date('2099-09-01T00:00:00Z'),
  }
  const claim = (value: string) => ({ name: 'stage', value, salt: 'a'.repeat(22) })
  const certificate = (value: string) => present(issue([claim(value)], terms, privateKey), [claim(value)])
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const key = file('key.json', JSON.stringify(publicJwk(publicKey)))
  const check = (text: string, by = key) => run(['certificate', file('certificate.txt', text), '--key', by, '--json'])

  test('ends with 0 for a genuine one alone, not for one with the signature or the words of another', () => {
    const [own, other] = [certificate('FINAL_INTERVIEW'), certificate('OFFER')]
    expect(check(own).status).toBe(0)
    const swapped = [...own.split('.').slice(0, 2), other.split('.')[2]].join('.')
    const tampered = [own.split('~')[0], other.split('~')[1], ''].join('~')
    for (const text of [swapped, tampered, '~'.repeat(5_000_000)]) {
      const { status, stdout } = check(text)
      expect(status).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject({ genuine: false })
    }
  })

  test('says in words what it certifies', () => {
    const told = (lang: string) =>
      run(['certificate', file('certificate.txt', certificate('最終面接')), '--key', key, '--lang', lang]).stdout
    expect(told('ja')).toContain('到達した段階: 最終面接')
    expect(told('en')).toContain('Stage reached: 最終面接')
  })

  test('says so where the key is another one, or none', () => {
    const other = file('other.json', JSON.stringify(publicJwk(keyPair(Buffer.alloc(32, 4)).publicKey)))
    expect(JSON.parse(check(certificate('OFFER'), other).stdout)).toMatchObject({ genuine: false })
    const { status, stderr } = check(certificate('OFFER'), file('rsa.json', '{"kty":"RSA","n":"AQAB","e":"AQAB"}'))
    expect(status).toBe(1)
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'cli.key-unreadable' } })
  })
})

describe('the doctor', () => {
  test('warns where nothing would tell that the end of the audit log was cut off', async () => {
    const kept = mkdtempSync(join(folder, 'checkpoints-'))
    expect(await checkCheckpoints({})).toMatchObject({ level: 'warning' })
    expect(await checkCheckpoints({ AUDIT_CHECKPOINT_DIR: join(kept, 'none') })).toMatchObject({ level: 'warning' })
    expect(await checkCheckpoints({ AUDIT_CHECKPOINT_DIR: kept })).toMatchObject({ level: 'warning' })
    writeFileSync(join(kept, 'audit-2026-06-01T10-00-00-000Z.json'), '{}')
    const at = (time: string) => checkCheckpoints({ AUDIT_CHECKPOINT_DIR: kept }, new Date(time))
    expect(await at('2026-06-02T09:00:00Z')).toMatchObject({ level: 'ok' })
    expect(await at('2026-06-02T11:00:00Z')).toMatchObject({ level: 'warning' })
  })

  const production = (more: Record<string, string>) =>
    readConfig({ NODE_ENV: 'production', TASUKI_SECRET: 'kT8#vQz!w2Lr9@xY5pN$eB7mJ4cF6hD1', ...more })
  const found = (more: Record<string, string>) => checkAddresses(production(more)).map(({ name }) => name)
  const urls = {
    CONSOLE_URL: 'https://console.sakura.jp',
    OPERATOR_URL: 'https://operator.sakura.jp',
    PORTAL_URL: 'https://portal.sakura.jp',
    MAIL_FROM: 'recruit@sakura.jp',
    MAIL_DOMAIN: 'reply.sakura.jp',
  }

  test('finds addresses that only development may have', () => {
    expect(found(urls)).toEqual([])
    expect(found({ ...urls, PORTAL_URL: 'https://console.sakura.jp' })).toEqual(['host-names'])
    expect(found({ ...urls, PORTAL_URL: 'http://portal.sakura.jp' })).toEqual(['https'])
    expect(found({ ...urls, MAIL_FROM: 'no-reply@tasuki.example' })).toEqual(['mail-addresses'])
  })

  test('finds a secret that can be guessed, and a Node that is too old', () => {
    expect(checkSecret(production({})).level).toBe('ok')
    expect(checkSecret(production({ TASUKI_SECRET: 'changemechangemechangemechangeme' })).level).toBe('error')
    expect(checkSecret(production({ TASUKI_SECRET: 'a'.repeat(40) })).level).toBe('error')
    expect(checkNode('20.20.2').level).toBe('error')
  })
})

describe('the terminal', () => {
  test('speaks the language that was asked for, or that of the environment', () => {
    expect(localeOf('en', { LANG: 'ja_JP.UTF-8' })).toBe('en')
    expect(localeOf(undefined, { LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' })).toBe('ja')
    expect(localeOf(undefined, {})).toBe('en')
  })

  test('speaks the installation’s own language where nobody asks for one', () => {
    const locale = (lang: string | undefined, environment: Record<string, string>) =>
      openTerminal({ lang }, environment).inLanguage('ja').locale
    for (const unsaid of [{}, { LANG: 'C.UTF-8' }, { LANG: 'POSIX' }, { LC_ALL: '' }])
      expect(locale(undefined, unsaid)).toBe('ja')
    expect(locale(undefined, { LANG: 'en_GB.UTF-8' })).toBe('en')
    expect(locale('en', {})).toBe('en')
  })

  test('shows no colours where NO_COLOR is set', () => {
    expect(coloured('text', 'red', { NO_COLOR: '1' })).toBe('text')
  })
})
