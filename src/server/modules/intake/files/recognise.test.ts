import { describe, expect, it } from 'vitest'
import { choose, readStatus } from './index.ts'
import { parseTable } from './parse.ts'
import { recognise, type Recognition } from './recognise.ts'
import { matchHeader } from './synonyms.ts'

function of(text: string): Recognition {
  const table = parseTable(text)
  return recognise(table.header, table.rows)
}
const uses = ({ columns }: Recognition): string[] =>
  columns.map((column) => (column.use === 'FIELD' ? column.field : column.use))

describe('recognising columns', () => {
  it('knows the words of Japanese and English systems', () => {
    expect(
      uses(
        of(
          '応募者氏名,氏名（カナ）,TEL(携帯),E-mail,ご住所,応募ポジション,エントリー日,選考ステータス,お見送り理由,希望年収（万円）\n',
        ),
      ),
    ).toEqual([
      'name',
      'nameKana',
      'phone',
      'email',
      'address',
      'openingTitle',
      'appliedAt',
      'result',
      'reason',
      'desiredSalary',
    ])
    expect(
      uses(
        of(
          'Candidate ID,First Name,Last Name,Email Address,Mobile Phone,Job Title,Date Applied,Current Stage,Rejection Reason,Source\n',
        ),
      ),
    ).toEqual([
      'personExternalId',
      'givenName',
      'familyName',
      'email',
      'phone',
      'openingTitle',
      'appliedAt',
      'stage',
      'reason',
      'channel',
    ])
  })

  it('says which column got the field that another one seemed to hold as well', () => {
    const { columns } = of('氏名,誕生日,生年月日\n山田 太郎,1990/1/2,1990/1/2\n')
    expect(columns[1]).toMatchObject({ use: 'FIELD', field: 'birthDate' })
    expect(columns[2]).toMatchObject({
      use: 'UNKNOWN',
      reason: 'ALREADY_TAKEN',
      rival: { index: 1, field: 'birthDate' },
    })
  })

  it('tells the parts of a name by what stands in brackets', () => {
    const text = '氏名（姓）,氏名（名）,氏名カナ（姓）,氏名カナ（名）\n山田,太郎,ヤマダ,タロウ\n'
    expect(uses(of(text))).toEqual(['familyName', 'givenName', 'familyKana', 'givenKana'])
  })

  it('drops what may not be collected', () => {
    const columns = of('氏名,本籍地,家族構成,宗教,支持政党,愛読書,性別,メール,国籍\n').columns
    expect(columns.map((column) => (column.use === 'FORBIDDEN' ? column.ground : '-'))).toEqual([
      '-',
      'ORIGIN',
      'FAMILY',
      'BELIEF',
      'BELIEF',
      'BELIEF',
      'GENDER',
      '-',
      'ORIGIN',
    ])
  })

  it('does not take an ordinary column for a forbidden one', () => {
    expect(of('父母会担当,資産運用経験,障害対応スキル\n').columns.filter(({ use }) => use === 'FORBIDDEN')).toEqual([])
  })

  it('leaves columns of other people alone', () => {
    expect(uses(of('基本情報,,緊急連絡先,\n氏名,電話番号,氏名,電話番号\n山田,09012345678,父,09012345679\n'))).toEqual([
      'name',
      'phone',
      'UNKNOWN',
      'UNKNOWN',
    ])
  })

  it('says what it does not know', () => {
    expect(of('氏名,メール,謎の列\n').columns[2]).toMatchObject({ use: 'UNKNOWN', reason: 'NO_MATCH' })
    expect(of('住所,電話\n').missing).toEqual(['name'])
  })

  it('doubts a name that the values contradict', () => {
    const column = of('氏名,電話番号\n山田 太郎,よい人\n佐藤 花子,また会う\n鈴木 一,未確認\n').columns[1]
    expect(column).toMatchObject({ use: 'UNKNOWN', reason: 'VALUES_CONTRADICT' })
  })

  it('reads the values where there is no header', () => {
    const recognition = of(
      '山田 太郎,ヤマダ タロウ,a@x.example,090-1234-5678,1980/1/2\n佐藤 花子,サトウ ハナコ,b@x.example,080-1234-5678,1990/3/4\n鈴木 一,スズキ ハジメ,c@x.example,070-1234-5678,1985/5/6\n',
    )
    expect(uses(recognition)).toEqual(['name', 'nameKana', 'email', 'phone', 'birthDate'])
  })

  it('obeys a choice, but never for a forbidden column', () => {
    const recognition = of('氏名,備考,宗教\n')
    expect(uses(choose(recognition, { index: 1, field: 'name' }))).toEqual(['UNKNOWN', 'name', 'FORBIDDEN'])
    expect(uses(choose(recognition, { index: 2, field: 'note' }))).toEqual(['name', 'note', 'FORBIDDEN'])
  })
})

describe('words for stages and ends', () => {
  it.each([
    ['不採用', null, 'REJECTED'],
    ['お見送り', null, 'REJECTED'],
    ['書類落ち', 'DOCUMENT_SCREENING', 'REJECTED'],
    ['一次面接 不合格', 'INTERVIEW_1', 'REJECTED'],
    ['最終落ち', 'FINAL_INTERVIEW', 'REJECTED'],
    ['二次面接後辞退', 'INTERVIEW_2', 'WITHDRAWN'],
    ['選考辞退', null, 'WITHDRAWN'],
    ['内定辞退', 'OFFER', 'OFFER_DECLINED'],
    ['Offer declined', 'OFFER', 'OFFER_DECLINED'],
    ['Rejected', null, 'REJECTED'],
    ['Withdrawn', null, 'WITHDRAWN'],
    ['採用', null, 'HIRED'],
    ['Hired', null, 'HIRED'],
    ['入社決定', 'JOIN_SCHEDULED', 'HIRED'],
    ['入社', 'JOINED', 'HIRED'],
    ['内定承諾', 'OFFER_ACCEPTED', 'HIRED'],
    ['重複応募として終了', 'APPLIED', 'CLOSED_DUPLICATE'],
    ['音信不通', null, 'UNREACHABLE'],
    ['内定', 'OFFER', null],
    ['内々定', 'INFORMAL_OFFER', null],
    ['書類選考', 'DOCUMENT_SCREENING', null],
    ['１次面接', 'INTERVIEW_1', null],
    ['Final Interview', 'FINAL_INTERVIEW', null],
    ['カジュアル面談', 'CASUAL_MEETING', null],
    ['適性検査', 'APTITUDE_TEST', null],
  ])('%s', (text, stage, end) => expect(readStatus(text)).toMatchObject({ stage, end, recognised: true }))

  it.each(['保留', 'On hold'])('%s is no end', (text) =>
    expect(readStatus(text)).toMatchObject({ end: null, state: 'ON_HOLD' }),
  )

  it('takes no unknown or ambiguous word for an end', () => {
    for (const text of ['Declined', '謎', '???'])
      expect(readStatus(text)).toMatchObject({ end: null, recognised: false })
  })
})

it('reads a header as quickly as any other where a text stands in its place', () => {
  expect(matchHeader(`氏名${'<'.repeat(1_000_000)}`)).toMatchObject([{ field: 'name' }])
}, 20_000)
