import { expect, test } from 'vitest'
import { saysWho } from './own-words.ts'

const haruka = {
  names: [{ written: '髙橋 遥', kana: 'タカハシ ハルカ' }],
  mails: ['haruka.t88@mail.example'],
  employers: ['株式会社北斗製作所'],
}

test.each([
  '髙橋遥と申します。勤務地はどこですか。',
  '高橋　遥です。',
  '高橋・遥',
  'タカハシハルカと申します',
  'たかはし はるか です。リモートは可能ですか。',
  'ﾀｶﾊｼ ﾊﾙｶ',
  'My name is Haruka Takahashi. May I work from home?',
  'TAKAHASHI, Haruka',
  'takahashi_haruka までお願いします',
  'takahashiharuka',
  '髙橋と申します。残業はどのくらいですか。',
  '私は高橋です',
  '残業はどのくらいですか。\n高橋',
  'SNSは haruka.t88 です',
  '現職は（株）北斗製作所ですが、競業避止はありますか。',
])('says who wrote it: %s', (text) => expect(saysWho(text, haruka)).toBe(true))

test.each([
  '勤務地はどこですか。遥かに遠い所でも通えます。',
  '高橋様のお名前を求人で拝見しました。どの部署の方ですか。',
  '橋を渡った先の事業所ですか。',
  '2026年10月からでも、年収500万円ですか。',
  'Is remote work possible from the first day?',
  '製作所での勤務はありますか。北斗市は対象ですか。',
  '',
])('says nobody: %s', (text) => expect(saysWho(text, haruka)).toBe(false))

test('readings of kanji are tried where none is known, and single words count only where somebody introduces themselves', () => {
  const by = (written: string) => ({ names: [{ written }], mails: ['info@mail.example'], employers: ['東株式会社'] })
  expect(saysWho('さとうなおこです', by('佐藤 直子'))).toBe(true)
  expect(saysWho('Naoko SATO', by('佐藤直子'))).toBe(true)
  expect(saysWho('そのつもりです。森の多い所ですか。info はありますか。東京ですか。', by('森 学'))).toBe(false)
  expect(saysWho('森と申します。', by('森 学'))).toBe(true)
  expect(saysWho('東株式会社に勤めています。', by('森 学'))).toBe(true)
  expect(saysWho('佐藤です。', by('佐藤'))).toBe(true)
  expect(saysWho('砂糖を扱う部署ですか。佐藤忠良の彫刻がありますか。', by('佐藤'))).toBe(false)
})
