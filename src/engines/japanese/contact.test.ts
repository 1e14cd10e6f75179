import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPrefecture, parseAddress, prefectures } from './addresses.ts'
import { companyKey, employmentOf, normaliseCompany } from './companies.ts'
import { isMasked, mailsIn, normaliseMail } from './mail.ts'
import { formatPhone, phoneKind, phonesIn, toE164 } from './phones.ts'

describe('telephone numbers', () => {
  it.each([
    ['０９０－６８９１－５８７６', '+819068915876'],
    ['(080)7682-1559', '+818076821559'],
    ['+81-90-4763-4928', '+819047634928'],
    ['+81 (0)90 4763 4928', '+819047634928'],
    ['08065885408', '+818065885408'],
    ['8065885408', '+818065885408'],
    ['03−1234−5678 内線12', '+81312345678'],
    ['0120-123-456', '+81120123456'],
    ['+1 415 555 0100', '+14155550100'],
  ])('%s', (text, number) => expect(toE164(text)).toBe(number))

  it.each(['', 'なし', '090-1234-567', '110', '00000000000', '1234567890', 'a@b.example', '2024/01/02'])(
    'refuses %s',
    (text) => {
      expect(toE164(text)).toBeNull()
    },
  )

  it('survive every way a mobile number is written', () => {
    const mobile = fc.tuple(fc.constantFrom('70', '80', '90'), fc.integer({ min: 10_000_000, max: 99_999_999 }))
    fc.assert(
      fc.property(mobile, ([prefix, rest]) => {
        const number = `+81${prefix}${rest}`
        return (
          [formatPhone(number), number, `0${prefix}${rest}`].every((text) => toE164(text) === number) &&
          phoneKind(number) === 'MOBILE'
        )
      }),
    )
  })

  it('are found when a cell holds several', () => {
    expect(phonesIn('090-1234-5678 / 03-1234-5678')).toEqual(['+819012345678', '+81312345678'])
  })
})

describe('mail addresses', () => {
  it.each([
    ['ＴＡＲＯ＠Example.example', 'taro@example.example'],
    ['山田 <t.yamada@x.example>', 't.yamada@x.example'],
    ['mailto:a@x.example', 'a@x.example'],
    ['a..b.@docomo.example', 'a..b.@docomo.example'],
  ])('%s', (text, address) => expect(normaliseMail(text)).toBe(address))

  it.each(['なし', 'taro@', '@x.example', 'taro.x.example', '太郎@x.example', 'taro@x'])('refuses %s', (text) => {
    expect(normaliseMail(text)).toBeNull()
  })

  it('of a job board are masks', () => {
    expect(isMasked('a40ebfd48f@indeedemail.com')).toBe(true)
    expect(isMasked('t****@x.example')).toBe(true)
    expect(isMasked('taro@gmail.example')).toBe(false)
    expect(mailsIn('a@x.example, b@indeedemail.com')).toEqual([
      { address: 'a@x.example', masked: false },
      { address: 'b@indeedemail.com', masked: true },
    ])
  })
})

describe('addresses', () => {
  it('have 47 prefectures in the order of their codes', () => {
    expect(prefectures).toHaveLength(47)
    expect([prefectures[0]?.code, prefectures[12]?.name, prefectures[46]?.name]).toEqual(['01', '東京都', '沖縄県'])
  })

  it.each([
    ['愛知県', '愛知県'],
    ['愛知', '愛知県'],
    ['京都市', '京都府'],
    ['大阪', '大阪府'],
    ['東京都府中市', '東京都'],
    ['Tokyo, Japan', '東京都'],
    ['ŌSAKA', '大阪府'],
    ['23', '愛知県'],
    ['JP-13', '東京都'],
    ['石川郡石川町', undefined],
    ['府中市', undefined],
  ])('%s lies in %s', (text, name) => expect(findPrefecture(text)?.name).toBe(name))

  it.each([
    ['神奈川県川崎市中原区小杉町1-2', '川崎市中原区'],
    ['〒510-0074 三重県四日市市鵜の森1', '四日市市'],
    ['東京都八王子市', '八王子市'],
    ['千葉県市川市八幡', '市川市'],
    ['大阪府四條畷市中野', '四條畷市'],
    ['大阪府三島郡島本町', '三島郡島本町'],
    ['名古屋市中村区', '名古屋市中村区'],
  ])('%s has the city %s', (text, city) => expect(parseAddress(text)?.city).toBe(city))
})

describe('companies', () => {
  it('are one however their legal form is written', () => {
    expect(normaliseCompany('㈱北斗製作所')).toBe('株式会社北斗製作所')
    expect(normaliseCompany('（株）青葉テック')).toBe('株式会社青葉テック')
    expect(
      new Set(['㈱北斗製作所', '(株) 北斗製作所', '株式会社北斗製作所', '北斗製作所㈱', '北斗製作所'].map(companyKey))
        .size,
    ).toBe(1)
    expect(companyKey('Aoba Tech Co., Ltd.')).toBe(companyKey('AOBA TECH'))
  })
  it('are not made of people who have none', () => {
    expect(['フリーランス', '無職', '株式会社みなと'].map(employmentOf)).toEqual([
      'INDEPENDENT',
      'NOT_EMPLOYED',
      'EMPLOYED',
    ])
  })
})
