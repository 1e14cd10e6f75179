import { expect, test } from 'vitest'
import { importPhases } from '../imports.ts'
import { introductionStates } from '../introductions.ts'
import { mailStates } from '../messages.ts'
import { networkStandings } from '../network-companies.ts'
import { referralStates } from '../network-referrals.ts'
import { permissions } from '../permissions.ts'
import { personFields } from '../person-fields.ts'
import { letterStates } from '../relay-terms.ts'
import { messageOf, messages } from './index.ts'
import { vocabularies } from './spoken.ts'

/** What stands in a sentence as it is: figures, days, names, and what the reader wrote or asked for themselves. */
const asItIs = new Set(
  `waitMinutes where missing table file header headers given column columns clusters truth companies most mostMb deletes
  days word limitMb line value preset name version allowed folder pid found limit freeAt hours people judged asks count
  grade from until lastUntil k`.split(/\s+/),
)
/** The same for words that elsewhere are filled by codes. */
const asItIsThere = new Set(['cli.link-file-unreadable reason', 'cli.link-json-invalid reason'])

const locales = ['ja', 'en'] as const
const bracesOf = (text: string) => [...text.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)].map(([, name]) => name!)

test('every word in braces is filled by what may be shown as it is, or by words for its codes', () => {
  const unknown = locales.flatMap((locale) =>
    Object.entries(messages[locale]).flatMap(([code, text]) =>
      bracesOf(text)
        .filter((name) => !vocabularies[code]?.[name] && !asItIs.has(name) && !asItIsThere.has(`${code} ${name}`))
        .map((name) => `${code} {${name}}`),
    ),
  )
  expect(unknown).toEqual([])
})

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
