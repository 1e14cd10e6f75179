import { expect, test } from 'vitest'
import { importPhases } from '../intake/imports.ts'
import { introductionStates } from '../introductions/introductions.ts'
import { mailStates } from '../messages.ts'
import { networkStandings } from '../network/network-companies.ts'
import { referralStates } from '../network/network-referrals.ts'
import { permissions } from '../accounts/permissions.ts'
import { personFields } from '../people/person-fields.ts'
import { letterStates } from '../relay/relay-terms.ts'
import { messageOf, messages } from './index.ts'
import { vocabularies } from './spoken.ts'

/** What stands in a sentence as it is: figures, days, names, and what the reader wrote or asked for themselves. */
const asItIs: Record<string, string | number | string[]> = {
  waitMinutes: 5,
  column: 3,
  columns: 300,
  most: 50,
  mostMb: 20,
  limitMb: 10,
  limit: 3,
  line: 12,
  pid: 4711,
  days: 90,
  hours: 24,
  deletes: 2,
  people: 8,
  judged: 3,
  asks: 6,
  count: 4,
  k: 10,
  freeAt: '2026-05-12',
  from: '2026-05-01',
  until: '2026-05-31',
  lastUntil: '2026-04-30',
  file: 'applicants.csv',
  folder: 'var',
  table: 'people_person',
  where: 'block 3',
  version: '7',
  value: '12',
  header: '氏名',
  headers: ['氏名', '電話'],
  given: '1.5',
  clusters: 'a.csv',
  truth: 'b.csv',
  name: '営業部',
  companies: ['さくらテクノロジー株式会社'],
  word: '本籍',
  preset: '採用管理システム',
  grade: '秀',
  missing: ['0101_people.sql'],
  found: ['role.login-cannot-pass-the-fence'],
  allowed: ['person.name'],
}
/** The same for words that elsewhere are filled by codes. */
const asItIsThere: Record<string, string> = {
  'cli.link-file-unreadable reason': 'no such file',
  'cli.link-not-written reason': 'i/o error, write',
  'cli.link-json-invalid reason': 'line 3 is no JSON',
  'cli.link-model-unknown given': 'klingon',
  'cli.link-model-unknown models': 'japanese, english',
  'cli.link-role-unknown role': 'fullname',
  'cli.link-role-unknown roles': 'name, nameKana',
  'request.character field': 'fields.name',
  'intake.column.ALREADY_TAKEN taker': '生年月日',
  'intake.column.ALREADY_TAKEN takerAt': '2',
  'intake.column.ALREADY_TAKEN column': '誕生日',
  'intake.column.ALREADY_TAKEN at': '5',
  'intake.column.ALREADY_TAKEN field': '生年月日',
  'consent.breach-action-unknown action': 'peple.',
}
/** What a reader types or reads elsewhere in these very letters: settings of whoever runs the server, and formats. */
const properNames = /\b(?:TASUKI_SECRET|DATABASE_URL|DATABASE_OWNER_URL|DATA_DIR|CONSOLE_URL|JSON|HTTP|HTTPS)\b/g

const locales = ['ja', 'en'] as const
const bracesOf = (text: string) => [...text.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)].map(([, name]) => name!)

test('every word in braces is filled by what may be shown as it is, or by words for its codes', () => {
  const unknown = locales.flatMap((locale) =>
    Object.entries(messages[locale]).flatMap(([code, text]) =>
      bracesOf(text)
        .filter((name) => !vocabularies[code]?.[name] && !(name in asItIs) && !(`${code} ${name}` in asItIsThere))
        .map((name) => `${code} {${name}}`),
    ),
  )
  expect(unknown).toEqual([])
})

/** The sentence of a code once for each word that its codes may become. */
function sentencesOf(locale: (typeof locales)[number], code: string): string[] {
  const names = bracesOf(messages[locale][code] ?? '')
  const samples = names.map((name) => {
    const terms = Object.keys(vocabularies[code]?.[name]?.[locale] ?? {})
    return terms.length > 0 ? terms : [asItIsThere[`${code} ${name}`] ?? asItIs[name]]
  })
  return Array.from({ length: Math.max(1, ...samples.map(({ length }) => length)) }, (_, turn) => {
    const detail = Object.fromEntries(names.map((name, at) => [name, samples[at]![turn % samples[at]!.length]]))
    return messageOf(locale, { code, detail }) ?? ''
  })
}

test.each(locales)(
  'no sentence of any refusal shows a code or an empty brace in %s, whatever its detail holds',
  (locale) => {
    const sentences = Object.keys(messages[locale]).flatMap((code) => sentencesOf(locale, code))
    const isCode = (sentence: string) => /[A-Z_]{4,}|(?<!\{)\{\w+\}(?!\})/.test(sentence.replaceAll(properNames, ''))
    expect(sentences.filter(isCode)).toEqual([])
  },
)

test('no code that has words reaches a reader, in either language, alone or among others', () => {
  for (const [code, byName] of Object.entries(vocabularies))
    for (const [name, vocabulary] of Object.entries(byName)) {
      expect(bracesOf(messages.ja[code] ?? ''), code).toContain(name)
      expect(Object.keys(vocabulary.ja).toSorted()).toEqual(Object.keys(vocabulary.en).toSorted())
      for (const locale of locales)
        for (const term of [...Object.keys(vocabulary[locale]), 'A_LATER_ONE'])
          for (const value of [term, [term]]) {
            const said = messageOf(locale, { code, detail: { [name]: value } })
            expect(said).not.toMatch(/[A-Z]{2,}_[A-Z]+|\b\w+:(?:read|write|manage|send)\b/)
            expect(said).toContain(vocabulary[locale][term] ?? { ja: '不明', en: 'unknown' }[locale])
          }
    }
})

test.each([
  ['relay.too-late', 'state', letterStates],
  ['relay.referral-settled', 'state', referralStates],
  ['messages.not-unknown', 'state', mailStates],
  ['introductions.ended', 'state', introductionStates],
  ['intake.not-in-phase', 'phase', importPhases],
  ['accounts.standing-else', 'standing', networkStandings],
  ['auth.forbidden', 'permission', permissions],
  ['people.unfit-value', 'field', personFields],
])('%s has a word for every %s that there is', (code, name, terms) => {
  expect(Object.keys(vocabularies[code]![name]!.ja).toSorted()).toEqual([...terms].toSorted())
})

test('says a state in words, several fields in words, and a figure as it is', () => {
  expect(messageOf('ja', { code: 'relay.too-late', detail: { state: 'SENT' } })).toContain('状態: 送信済み')
  expect(messageOf('ja', { code: 'pool.unfit-fields', detail: { fields: ['phone', 'email'] } })).toContain(
    '電話番号, メールアドレス',
  )
  expect(messageOf('en', { code: 'pool.too-many', detail: { most: 500 } })).toContain('At most 500')
})
