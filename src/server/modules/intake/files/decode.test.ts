import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'

const text = '氏名,フリガナ\r\n髙橋 一郎,ﾀｶﾊｼ ｲﾁﾛｳ\r\n﨑山㈱,①〜\r\n'
const tilde = text.replace('〜', '～')

describe('decoding', () => {
  it.each([
    ['utf-8', Buffer.from(text), text],
    ['utf-8', Buffer.from(`\uFEFF${text}`), text],
    ['shift_jis', iconv.encode(tilde, 'cp932'), tilde],
    [
      'euc-jp',
      iconv.encode('氏名,フリガナ\n山田 太郎,ヤマダ タロウ\n', 'euc-jp'),
      '氏名,フリガナ\n山田 太郎,ヤマダ タロウ\n',
    ],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), text],
    ['utf-16le', Buffer.from('id,name,age\n1,山田,30\n', 'utf16le'), 'id,name,age\n1,山田,30\n'],
    ['utf-8', Buffer.from('id,name\n1,Taro\n'), 'id,name\n1,Taro\n'],
  ])('finds %s', (encoding, bytes, expected) => {
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({ encoding, text: expected, badLines: [] })
    expect(decoded.confidence).toBeGreaterThan(0.7)
  })

  it('takes half-width kana in CP932 for what they are', () => {
    expect(decodeText(iconv.encode('ﾌﾘｶﾞﾅ,ﾅﾏｴ\nﾔﾏﾀﾞ ﾀﾛｳ,ﾔﾏﾀﾞ\n', 'cp932')).encoding).toBe('shift_jis')
  })

  it('names the lines it could not read', () => {
    const bytes = Buffer.concat([
      iconv.encode('氏名\n山田\n', 'cp932'),
      Buffer.from([0xfc, 0xfc, 0x0a]),
      iconv.encode('佐藤\n', 'cp932'),
      Buffer.from([0xf0, 0x40, 0x0a]),
    ])
    const { encoding, badLines } = decodeText(bytes)
    expect(encoding).toBe('shift_jis')
    expect(badLines).toEqual([
      { line: 3, reason: 'UNDECODABLE', count: expect.any(Number) },
      { line: 5, reason: 'EXTERNAL_CHARACTER', count: 1 },
    ])
  })

  it('obeys whoever knows better', () => {
    expect(decodeText(iconv.encode('山田', 'euc-jp'), 'euc-jp')).toMatchObject({ text: '山田', confidence: 1 })
  })
})
