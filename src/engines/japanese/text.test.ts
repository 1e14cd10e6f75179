import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesQuery, queryTokens, searchKey, searchTokens } from './text.ts'
import { foldVariants } from './variants.ts'

const japanese = fc.string({
  unit: fc.constantFrom(...Array.from('ab1 Ａ　ｶﾞかがカガー々髙邉斎齋東京株式・、.+#𠮷葛')),
  maxLength: 24,
})

describe('search key', () => {
  it('is the same for every width, case, kana and variant a name is written in', () => {
    expect(searchKey('ﾔﾏﾀﾞ　ﾀﾛｳ')).toBe(searchKey('やまだ たろう'))
    expect(searchKey('ＴｙｐｅＳｃｒｉｐｔ')).toBe('typescript')
    expect(searchKey('コンピューター')).toBe(searchKey('コンピュータ'))
    expect(searchKey('髙﨑 邉')).toBe(searchKey('高崎　辺'))
    expect(searchKey('佐々木')).toBe(searchKey('佐佐木'))
    expect(searchKey('葛\u{E0100}城')).toBe('葛城')
  })

  it('keeps what tells programming languages apart', () => {
    expect(new Set(['C', 'C++', 'C#', '.NET', 'Next.js'].map(searchKey)).size).toBe(5)
  })

  it('is the same whether units are looked up one by one or the text is folded as a whole', () => {
    const unit = fc.oneof(
      fc.constantFrom(...Array.from("ガかんァーヶ髙邉山ＡzZ９-・'　々ヴΣ")),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x20, max: 0xfffd }).map((code) => String.fromCharCode(code)),
    )
    // A zero-width space is no part of any key, and has the text folded as a whole.
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(searchKey(text)).toBe(searchKey(`${text}\u200B`))
      }),
      { numRuns: 3000 },
    )
  })

  it('does not change its own result', () => {
    const unit = fc.oneof(
      fc.constantFrom(...Array.from("ガかｶﾞァーｰ-‐'゛゜ﾟ\u3099\u309Aヴゔァぃ山々髙𠮷\uFE00 ⺀ﬁİßσς①㌔")),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
      { numRuns: 2000 },
    )
    for (const text of ['ガーー', "ァ'ー", '山-々々']) expect(searchKey(searchKey(text))).toBe(searchKey(text))
    expect(searchKey('山々々')).toBe('山山山')
  })
})

describe('search tokens', () => {
  it('find every text that contains the query, one character included', () => {
    fc.assert(
      fc.property(japanese, fc.nat(24), fc.integer({ min: 1, max: 6 }), (text, from, length) => {
        const query = Array.from(searchKey(text))
          .slice(from, from + length)
          .join('')
        const tokens = new Set(searchTokens(text))
        return queryTokens(query).every((token) => tokens.has(token)) && (query === '' || matchesQuery(text, query))
      }),
    )
  })

  it('hold the words of a sentence', () => {
    expect(searchTokens('生産管理の経験')).toEqual(expect.arrayContaining(['生', '生産', '管理', '経験']))
  })

  it('need every term of a query', () => {
    expect(matchesQuery('Go と TypeScript', 'type go')).toBe(true)
    expect(matchesQuery('Go と TypeScript', 'type rust')).toBe(false)
  })
})

describe('variants', () => {
  it.each([
    '髙高',
    '﨑崎',
    '嵜崎',
    '邊辺',
    '邉辺',
    '齋斎',
    '齊斎',
    '斉斎',
    '濱浜',
    '濵浜',
    '嶋島',
    '嶌島',
    '冨富',
    '𠮷吉',
    '澤沢',
    '櫻桜',
    '廣広',
    '國国',
    '德徳',
    '惠恵',
    '瀧滝',
    '龍竜',
    '圍囲',
    '眞真',
  ])('folds %s', (pair) => {
    const [variant, form] = Array.from(pair) as [string, string]
    expect(foldVariants(variant)).toBe(form)
    expect(foldVariants(form)).toBe(form)
  })

  it('leaves different names apart', () => {
    for (const [one, other] of ['珪圭', '菴庵', '藤東', '坂阪', '川河', '伊井'])
      expect(foldVariants(one!)).not.toBe(foldVariants(other!))
  })

  it('settles in one step', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldVariants(foldVariants(text)) === foldVariants(text)),
    )
  })
})
