import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentEmployers } from './current-employers.ts'

describe('the employer of this moment, in somebody’s own words', () => {
  test.each([
    ['現在は株式会社北斗製作所で法人営業をしています。', ['株式会社北斗製作所']],
    ['2019年4月～現在　㈱みなとシステムズ 開発部', ['(株)みなとシステムズ', '株式会社みなとシステムズ']],
    ['2019年4月～現在\n北斗製作所株式会社 営業部', ['北斗製作所株式会社']],
    ['2021/04 - 北斗製作所株式会社', ['北斗製作所株式会社']],
    ['現職：北斗製作所 営業部', ['北斗製作所']],
    ['株式会社すずらんに在籍中です', ['株式会社すずらん']],
    ['社会福祉法人みどりの会で勤務中', ['社会福祉法人みどりの会', '社会福祉法人みどり']],
    ['現在株式会社北斗製作所に勤務', ['株式会社北斗製作所']],
    ['2019年株式会社北斗製作所に入社し、現在も在籍中', ['株式会社北斗製作所']],
    ['Currently a sales lead at Hokuto Works.', ['Hokuto Works']],
    ['2019 - present Hokuto Works Co., Ltd.', ['Hokuto Works Co., Ltd.', 'Hokuto Works Co., Ltd']],
  ])('%s', (text, expected) => {
    const found = currentEmployers(text)
    expect(found).toHaveLength(1)
    expect(expected).toContain(found[0])
  })

  test.each([
    '2015年4月～2019年3月　株式会社北斗製作所（退職）',
    '株式会社北斗製作所で法人営業を担当しました。',
    '前職の株式会社北斗製作所では、現在の仕事の基礎を学びました。',
    '現在はフリーランスとして働いています。',
    '現在、求職中です。',
    '',
  ])('none in: %s', (text) => {
    expect(currentEmployers(text)).toEqual([])
  })

  test('one company that is left and one that is not are told apart', () => {
    const career = '2012年～2018年 青葉商事株式会社（退職）\n2018年～現在 株式会社北斗製作所\n法人営業を担当'
    expect(currentEmployers(career)).toEqual(['株式会社北斗製作所'])
  })

  test('whatever is written, what is found stands in it and is found once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const found = currentEmployers(`現在 株式会社${text}`)
        expect(new Set(found).size).toBe(found.length)
        for (const one of found) expect(`現在 株式会社${text}`.normalize('NFKC')).toContain(one)
      }),
    )
  })
})
