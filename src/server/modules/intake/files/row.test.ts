import { describe, expect, it } from 'vitest'
import { messages } from '../../../../contract/messages/index.ts'
import { columnReasons, readFile, rowCodes, type RowDraft } from './index.ts'

const draft = (text: string): RowDraft => readFile(Buffer.from(text), { today: '2026-11-22' }).drafts[0]!

describe('a row', () => {
  it('becomes a person and an application', () => {
    const row = draft(
      '応募ID,氏名,フリガナ,生年月日,メールアドレス,電話番号,住所,求人名,応募経路,媒体名,応募日,選考ステップ,選考結果,理由,評価,希望年収(万円),スキル,結果確定日\n' +
        'A1,髙橋 一郎（旧姓：佐藤）,ﾀｶﾊｼ ｲﾁﾛｳ,S43.1.30,TARO@x.example,０９０－６８９１－５８７６,神奈川県川崎市中原区1-2,経理,エージェント,某社,2026/08/24,一次面接,不採用,経験不足,B,530,"Go、CI/CD",2026/09/01\n',
    )
    expect(row.findings).toEqual([])
    expect(row.person).toMatchObject({
      name: { full: '髙橋 一郎', family: '髙橋', given: '一郎' },
      formerName: '佐藤',
      nameKana: { full: 'タカハシ イチロウ' },
      birthDate: { date: '1968-01-30' },
      mails: [{ address: 'taro@x.example', masked: false }],
      phones: ['+819068915876'],
      prefecture: { code: '14' },
      city: '川崎市中原区',
      skills: ['Go', 'CI/CD'],
      desiredSalaryYen: 5_300_000,
    })
    expect(row.application).toMatchObject({
      externalId: 'A1',
      channel: { kind: 'AGENCY', name: '某社' },
      appliedAt: { date: '2026-08-24' },
      stage: 'INTERVIEW_1',
      end: { kind: 'REJECTED', reason: '経験不足', at: { date: '2026-09-01' } },
      evaluation: { grade: 'B' },
    })
  })

  it('reports each value it could not read by its column, and keeps the rest', () => {
    const row = draft(
      '氏名,生年月日,メール,電話,選考結果,応募日\n山田 太郎,昭和64年1月8日,taro@,123,Declined,2023/2/29\n',
    )
    expect(row.findings.map(({ column, code, severity }) => [column, code, severity])).toEqual([
      ['生年月日', 'date.outside-era', 'ERROR'],
      ['メール', 'mail.invalid', 'ERROR'],
      ['電話', 'phone.invalid', 'WARNING'],
      ['選考結果', 'status.unknown', 'ERROR'],
      ['応募日', 'date.no-such-day', 'ERROR'],
    ])
    expect(row.person.name).toMatchObject({ full: '山田 太郎' })
  })

  it('keeps a formula as text and flags it', () => {
    const row = draft('氏名,メール,電話,備考\n山田 太郎,a@x.example,+81-90-1234-5678,"=cmd|\'/C calc\'!A0"\n')
    expect(row.application.notes).toEqual(["=cmd|'/C calc'!A0"])
    expect(row.findings).toMatchObject([{ column: '備考', code: 'text.formula', severity: 'WARNING' }])
  })

  it('needs a name', () => {
    expect(draft('氏名,メール\n,a@x.example\n').findings).toMatchObject([{ code: 'name.missing', severity: 'ERROR' }])
  })

  it('never lets a forbidden value through', () => {
    expect(JSON.stringify(draft('氏名,メール,本籍,宗教\n山田 太郎,a@x.example,秘密県,秘密教\n'))).not.toContain('秘密')
  })

  it('of an agency is told through the agency', () => {
    expect(draft('氏名,紹介会社,紹介日\n山田 太郎,某エージェント,2026/1/5\n').application.channel).toMatchObject({
      kind: 'AGENCY',
      name: '某エージェント',
    })
  })
})

it('has words in both languages for everything that can be said of a row or a column', () => {
  const keys = [
    ...rowCodes.map((code) => `intake.row.${code}`),
    ...columnReasons.map((reason) => `intake.column.${reason}`),
  ]
  for (const key of keys) expect([messages.ja[key], messages.en[key]]).toEqual([expect.any(String), expect.any(String)])
})
