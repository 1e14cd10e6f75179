import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, soundKey, splitName, tidyName } from './names.ts'
import { kanaToRomaji, romajiKey, romajiToKana } from '../romaji.ts'

const syllables = [
  ...Array.from(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴザジズゼゾダバビブベボパピプペポ',
  ),
  'キョ',
  'シュ',
  'チャ',
  'ジョ',
  'リュ',
  'ショウ',
  'コウ',
  'シン',
  'ケン',
  'イチ',
  'ッタ',
  'ッペ',
  'ッチ',
]
const kanaName = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').replace(/^ッ/, ''))

describe('tidying a name', () => {
  it('leaves off the same whether there seems to be something to leave off or not', () => {
    const unit = fc.constantFrom(...Array.from('山田太 　\u00a0様さまん殿氏MmrRsDJ.x'))
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(tidyName(text)).toBe(tidyName(` ${text}`))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('splitting a name', () => {
  it.each([
    ['細川　壽美枝', '細川', '壽美枝'],
    ['平田 瞭汰', '平田', '瞭汰'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ﾔﾏﾀﾞ', 'ﾀﾛｳ'],
    ['SUGE Naoki', 'SUGE', 'Naoki'],
    ['Naoki SUGE', 'SUGE', 'Naoki'],
    ['Nao Sekine', 'Sekine', 'Nao'],
    ['Sekine Nao', 'Sekine', 'Nao'],
    ['Suge, Naoki', 'Suge', 'Naoki'],
    ['YAMADA TARO', 'YAMADA', 'TARO'],
    ['ＯＨＴＡ　Ｋｅｎ', 'OHTA', 'Ken'],
    ['阿部訓子', '阿部', '訓子'],
    ['佐々木希', '佐々木', '希'],
    ['髙橋一郎', '髙橋', '一郎'],
    ['山田 太郎 様', '山田', '太郎'],
  ])('%s', (name, family, given) => expect(splitName(name)).toMatchObject({ family, given }))

  it('uses the reading where the kanji allow several borders', () => {
    expect(splitName('林田一', 'ハヤシダ ハジメ')).toMatchObject({ family: '林田', given: '一' })
    expect(splitName('林田一', 'ハヤシ デンイチ')).toMatchObject({ family: '林', given: '田一' })
  })

  it('never loses a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('山田太郎一子佐々木林髙邉𠮷')), minLength: 2, maxLength: 6 }),
        (name) => {
          const split = splitName(name)
          return split !== null && split.family + split.given === name && split.given !== ''
        },
      ),
    )
  })
})

describe('romaji', () => {
  it.each([
    ['ﾔﾏﾀﾞ ｼﾞｭﾝｲﾁ', 'yamada junichi'],
    ['ハットリ', 'hattori'],
    ['マッチ', 'matchi'],
    ['キョウコ', 'kyouko'],
  ])('of %s', (kana, romaji) => expect(kanaToRomaji(kana)).toBe(romaji))

  it('is the spelling of the passport on request', () => {
    expect(kanaToRomaji('オオノ コウヘイ', 'PASSPORT')).toBe('ono kohei')
    expect(kanaToRomaji('ホンマ シュンペイ', 'PASSPORT')).toBe('homma shumpei')
  })

  it('has one key for all spellings of a sound', () => {
    const spellings = [
      ['Ōta', 'Oota', 'Ohta', 'OTA', 'Ôta'],
      ['Satō', 'Satou', 'Satoh', 'Sato'],
      ['Shinichi', "Shin'ichi", 'Sinichi', 'Sin-iti'],
      ['Jun', 'Zyun', 'Jyun'],
      ['Chiba', 'Tiba'],
      ['Fujitsubo', 'Huzitubo'],
      ['Honma', 'Homma'],
      ['Kyoko', 'Kyouko', 'Kyôko'],
      ['Hatchouri', 'Hacchori', 'Hattyori'],
    ]
    for (const group of spellings) expect(new Set(group.map(romajiKey))).toHaveProperty('size', 1)
  })

  it('of a reading and back sounds the same', () => {
    fc.assert(
      fc.property(kanaName, (kana) => {
        const back = romajiToKana(kanaToRomaji(kana))
        return back !== null && soundKey(back) === soundKey(kana)
      }),
    )
  })

  it('is not made of foreign names', () => expect(romajiToKana('Smith')).toBeNull())
})

describe('name key', () => {
  it('meets across scripts of sound and orders', () => {
    expect(new Set(['SUGE Naoki', 'Naoki Suge', 'スゲ ナオキ', 'ｽｹﾞ ﾅｵｷ', 'すげ　なおき'].map(nameKey)).size).toBe(1)
  })
  it('folds variants of kanji', () => expect(nameKey('髙橋　一郎')).toBe(nameKey('高橋一郎')))
})
