import { expect, test } from 'vitest'
import { claimsOf } from './claims.ts'
import { readFile } from '../files/index.ts'

const said = (place: string) => {
  const text = `氏名,メール,希望勤務地,応募日\n佐藤 直子,naoko@mail.example,${place},2026/05/01\n`
  const claims = claimsOf(readFile(Buffer.from(text), { today: '2026-11-22' }).drafts[0]!.person, [])
  const value = (field: string) => claims.find((one) => one.field === field)?.value
  return { places: value('desiredPrefectures'), note: value('note') }
}

test.each([
  ['東京都', ['東京都']],
  ['東京・神奈川県/東京', ['東京都', '神奈川県']],
])('a wish for %s is one for its prefectures', (place, places) =>
  expect(said(place)).toEqual({ places, note: undefined }),
)

test.each(['東京都港区', '首都圏または大阪', '応相談'])('a wish for %s stays as it was written', (place) =>
  expect(said(place)).toEqual({ places: undefined, note: `希望勤務地: ${place}` }),
)
