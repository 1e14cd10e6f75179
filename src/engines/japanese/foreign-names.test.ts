import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kanaSoundKey, latinSoundKey } from './foreign-names.ts'
import { kanaToRomaji, romajiKey } from './romaji.ts'

it.each([
  ['Nguyen', 'グエン'], ['Phạm', 'ファム'], ['Linh', 'リン'], ['Thi', 'ティ'], ['Minh', 'ミン'], ['Huong', 'フオン'],
  ['Kim', 'キム'], ['Kwon', 'クォン'], ['Chen', 'チェン'], ['Wang', 'ワン'], ['Zhang', 'チャン'],
  ['Singh', 'シン'], ['Raj', 'ラジ'], ['Patel', 'パテル'], ['Sharma', 'シャルマ'], ['Gurung', 'グルン'], ['Shrestha', 'シュレスタ'],
  ['Silva', 'シルバ'], ['SILVA', 'シルヴァ'], ['Oliveira', 'オリベイラ'], ['Rodrigues', 'ロドリゲス'], ['Cruz', 'クルス'],
  ['Smith', 'スミス'], ['Brown', 'ブラウン'], ['Emily', 'エミリー'],
])('%s sounds like %s', (latin, kana) => expect(latinSoundKey(latin)).toBe(kanaSoundKey(kana))) // prettier-ignore

it('a Japanese name keeps the key of its romaji', () => {
  const kana = fc.array(
    fc.constantFrom(...Array.from('アイウエオカキクサシスタチツナニノハヒマミヤユヨラリワガザダバ')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(kana, fc.constantFrom('FULL', 'PASSPORT'), (letters, spelling) => {
      const romaji = kanaToRomaji(letters.join(''), spelling)
      expect(latinSoundKey(romaji)).toBe(romajiKey(romaji))
    }),
  )
})
