import { expect, test } from 'vitest'
import { reachSaid } from './own-reach.ts'
import { whoIsSaid, type KnownBy } from './own-words.ts'

const saysWho = (text: string, by: KnownBy) => whoIsSaid(text, by) !== undefined

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

test.each([
  'はじめまして、高橋と申します。',
  '応募者の高橋です。',
  'よろしくお願いします 高橋',
  '名字は高橋です',
  '苗字は高橋、名は遥です',
  'わたくし高橋と申します',
  '高橋と呼んでください',
  '高橋といいます',
  '高橋 拝',
  '遥 高橋',
  '高橋(たかはし)遥(はるか)',
  '《たかはし》高橋《はるか》遥',
  ...Array.from('_.@#+☆/', (mark) => `高橋${mark}遥`),
  'Haruka / Takahashi',
  'Takahashi(Haruka)',
  'ﾀｶﾊｼ/ﾊﾙｶ',
  'たかはし☆はるか',
  'Taka\u200Bhashi Ha\u00ADruka',
  '高\u2060橋\u200B遥',
  'haruka_t88',
  'haruka t88 ではなく haruka-t88',
  'こんにちは、たかはしと申します',
  'Takahashi と申します。',
  '高\n橋と申します。',
  '私は高\n 橋です',
])('says who wrote it, however it is written: %s', (text) => expect(whoIsSaid(text, haruka)).toBeDefined())

test('short names count where their two parts stand side by side, or somebody introduces themselves', () => {
  const known = (written: string, kana?: string): KnownBy => ({ names: [{ written, kana }], mails: [], employers: [] })
  for (const text of ['I am Ai Ono.', 'Ono Ai と申します', 'Ai ONO', 'おの あい', 'おのあいと申します'])
    expect(whoIsSaid(text, known('小野 愛', 'オノ アイ')), text).toBeDefined()
  expect(whoIsSaid('Lee here, Bo Lee', known('Bo Lee'))).toBeDefined()
  for (const text of [
    'お世話になっております、佐藤と申します',
    'わたくし佐藤と申します',
    '名字は佐藤です',
    'よろしくお願いします 佐藤',
  ])
    expect(whoIsSaid(text, known('佐藤 直子')), text).toBe('佐藤')
})

test.each([
  '090.1234.5678',
  ...Array.from('\u2212\u2010\u2013\u2011\u2014\u2015・/_~ー 　\u200B', (mark) => ['090', '1234', '5678'].join(mark)),
  '0 9 0 1 2 3 4 5 6 7 8',
  '０９０（１２３４）５６７８',
  '〇九〇一二三四五六七八',
  '〇九〇の一二三四の五六七八',
  '090-12-34-56-78',
  '03-1234-5678',
  'ゼロキュウゼロのイチニサンヨンのゴロクナナハチ',
  'ぜろきゅうぜろ、いちにいさんよん、ごろくしちはち です',
  'ゼロ9ゼロ・1二3四・ごろくななはち',
  'zero nine zero, one two three four, five six seven eight',
  '+81 90 1234 5678',
  '+81 (0)90-1234-5678',
  'tk8899 @ gmail.com',
  'tk8899＠gmail.com',
  'tk8899 アットマーク gmail ドット com',
  'LINE ID: tk8899',
  'ラインIDはtk8899',
  'LINE: haruka',
  'https://example.jp/h',
  'http://x.example',
])('tells how to reach its author: %s', (text) => expect(reachSaid(text)).toBeDefined())

const ordinary = `年収は500万〜700万でしょうか。
年収は5,000,000円から7,000,000円の範囲でしょうか。
2026/04/01の入社は可能ですか。
2026年4月1日から働けますか。
2026.04.01-2026.09.30は試用期間ですか。
2026-04-01 09:00から始まりますか。
勤務時間は09:00〜18:00、休憩は12:00〜13:00ですか。
09:00-18:00、10:00-19:00、11:00-20:00のどれでしょうか。
残業は月20〜30時間でしょうか。
求人番号13010-12345678の仕事ですか。
求人 2026-000123 の内容を伺いたいです。
賞与は年2回、4.5か月分でしょうか。
従業員数は1,200名でしょうか。
在宅勤務は週3日まで可能ですか。
フリーランスからの転職でも問題ありませんか。
在職中ですが、入社日は調整できますか。
アルバイトの経験も評価されますか。
会社員としての経験は必要ですか。
副業は認められていますか。
勤務地は東京、千葉、埼玉のどこですか。
転勤はありますか。頻度も伺えますか。
リモートワークの割合を教えてください。
support業務は含まれますか。
recruit部門の人数は何名ですか。
info の窓口はどの部署ですか。
面接は何回ありますか。
選考の期間は2週間ほどですか。
LINEでの連絡は業務で使いますか。
LINEの広告運用の経験は活かせますか。
LINE IDの連携機能を開発しますか。
C#と.NET、C++のどれを使いますか。
Node.js 24とTypeScript 5.9を使いますか。
AWSの利用料は月額1,000万円規模でしょうか。
チームは5名、うち3名がエンジニアですか。
有給休暇は初年度10日、取得率は80%以上ですか。
通勤手当の上限は月50,000円ですか。
社宅の家賃は月30,000円でしょうか。
退職金制度と企業年金はありますか。
時短勤務は10:00〜16:00でも可能でしょうか。
英語はTOEIC 800点以上が必要ですか。
Is the salary 5,000,000 to 7,000,000 yen?
May I start on 2026-04-01 or 01/04/2026?
How many days a week can I work from home?
Which version control do you use, and is on-call duty shared?
服装は自由ですか。髪色の決まりはありますか。
よろしくお願いします。
高い橋の設計にも携われますか。
遥かに遠い所からの通勤でも大丈夫ですか。
取引先は北斗市の企業が多いですか。
入社後の研修は、何か月ほどですか。
ゼロから始める業務に、週に三日、五日のどちらで入りますか。
一、二、三次面接のほかに、四、五回目の面談はありますか。`.split('\n')

test('lets ordinary questions pass, whoever asks, by themselves and all together', () => {
  expect(ordinary.length).toBeGreaterThanOrEqual(40)
  const others: KnownBy[] = [
    haruka,
    ...['森 学', '小野 愛', '千葉 誠', '東 光', '佐藤 直子', '林 大'].map((written) => ({
      names: [{ written }],
      mails: ['support@mail.example', 'recruit@mail.example', 'info@mail.example'],
      employers: ['フリーランス', '在職中', 'アルバイト', '会社員'],
    })),
  ]
  const refused = (text: string) =>
    [reachSaid(text), ...others.map((known) => whoIsSaid(text, known))].filter((word) => word !== undefined)
  expect(ordinary.filter((text) => refused(text).length > 0).map((text) => [text, refused(text)])).toEqual([])
  for (const joint of ['', ' ']) expect(refused(ordinary.join(joint))).toEqual([])
})
