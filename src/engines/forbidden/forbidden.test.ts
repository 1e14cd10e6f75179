import { describe, expect, test } from 'vitest'
import { findForbidden, maskForbidden, maskedSentence } from './index.ts'

describe('forbidden data', () => {
  test.each([
    ['本籍は京都とのこと', 'ORIGIN', '本籍'],
    ['父親の職業を確認', 'FAMILY', '父親の職業'],
    ['愛読書を尋ねた', 'CREED', '愛読書'],
    ['労働組合に加入していた', 'UNION', '労働組合'],
    ['Asked about his religion.', 'CREED', 'religion'],
    ['持ち家', 'ASSETS', '持ち家'],
  ])('finds the word in “%s”', (text, kind, word) => {
    expect(findForbidden(text)).toEqual({ kind, word })
  })

  test.each(['父の日の企画を担当', 'Java歴5年。志望動機が明確', '出身大学は東北大学', '家族手当の説明をした'])(
    'leaves “%s” alone',
    (text) => {
      expect(findForbidden(text)).toBeUndefined()
    },
  )

  test('a word that a line break parts is seen, and both lines are masked', () => {
    expect(findForbidden('本\n籍は京都です')).toMatchObject({ kind: 'ORIGIN' })
    expect(findForbidden('支持する政\n党は自由党', 'OWN_WORDS')).toMatchObject({ kind: 'CREED' })
    expect(findForbidden('His reli-\ngion was asked')).toMatchObject({ kind: 'CREED', word: 'religion' })
    expect(maskForbidden('Java歴5年\n父親の職\n業は教員\n志望度は高い')).not.toContain('教員')
    expect(maskForbidden('宗\n教は不明。\n志望度は高い')).toBe(`${maskedSentence}\n${maskedSentence}\n志望度は高い`)
    expect(findForbidden('AWSを本番\n籍の管理に使った')).toBeUndefined()
  })

  test('in a career, work counts only in the clause that it stands in', () => {
    expect(findForbidden('透析を受けながら事務職員として勤務', 'CAREER')).toMatchObject({ word: '透析' })
    expect(findForbidden('透析室で臨床工学技士として勤務', 'CAREER')).toBeUndefined()
    expect(findForbidden('HIV、結核の相談窓口を担当する保健所職員', 'CAREER')).toBeUndefined()
    expect(findForbidden('うつ病を患う社員の面談を担当', 'CAREER')).toBeUndefined()
    expect(findForbidden('母子健康手帳を持つ方のアプリの開発', 'CAREER')).toBeUndefined()
  })

  test('masks the sentence and keeps the others', () => {
    expect(maskForbidden('Java歴5年。宗教は不明。志望度は高い。')).toBe(`Java歴5年。${maskedSentence}志望度は高い。`)
  })

  test('an employer in a career is no creed and no illness; what is said beside it is', () => {
    expect(findForbidden('2015年 聖心キリスト教病院 精神科病棟に看護師として勤務', 'CAREER')).toBeUndefined()
    expect(findForbidden('愛読書は聖書。', 'CAREER')).toMatchObject({ kind: 'CREED' })
  })

  test('people may say of themselves what they need, and openings what they offer', () => {
    expect(findForbidden('子どもの送迎があるため、9時半の始業は可能でしょうか。', 'OWN_WORDS')).toBeUndefined()
    expect(findForbidden('支持政党は自由党です。', 'OWN_WORDS')).toMatchObject({ kind: 'CREED' })
    expect(findForbidden('結婚・出産のあとも働き続ける社員が多数。国籍・宗教は問いません。', 'OPENING')).toBeUndefined()
    expect(findForbidden('支持政党と愛読書を履歴書に記入してください。', 'OPENING')).toMatchObject({ kind: 'CREED' })
  })
})

test('a file of nothing but short lines is looked through as well, and does not hold up everybody else', () => {
  const blank = '\n'.repeat(200_000)
  const short = Array.from({ length: 40_000 }, (_, at) => `あ${at}\n`).join('')
  expect(maskForbidden(blank)).toBe(blank)
  expect(maskForbidden(`${short}本籍は東京都です。\n${short}`)).toBe(`${short}${maskedSentence}\n${short}`)
}, 20_000)
