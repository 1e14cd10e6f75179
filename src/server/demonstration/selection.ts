import { addDays } from '../../engines/japanese/index.ts'
import type { Chance } from './people/random.ts'

export type MadeUpOpening = { id: string; title: string; skills: readonly string[] }
export const openings: readonly MadeUpOpening[] = [
  {
    id: 'S-101',
    title: 'バックエンドエンジニア',
    skills: ['Go', 'TypeScript', 'Python', 'PostgreSQL', 'AWS', 'Kubernetes'],
  },
  {
    id: 'S-102',
    title: 'フロントエンドエンジニア',
    skills: ['React', 'TypeScript', 'CSS', 'Next.js', 'アクセシビリティ'],
  },
  { id: 'S-103', title: '法人営業', skills: ['法人営業', '新規開拓', '提案書作成', 'Salesforce'] },
  { id: 'S-104', title: '経理', skills: ['月次決算', '連結決算', '日商簿記2級', 'freee'] },
  { id: 'S-105', title: 'カスタマーサクセス', skills: ['SaaS', 'SQL', 'カスタマーサポート', 'オンボーディング'] },
  { id: 'S-106', title: '生産技術', skills: ['生産管理', '品質管理', 'CAD', 'PLC'] },
  { id: 'S-107', title: '人事企画', skills: ['採用企画', '人事制度', '労務', 'データ分析'] },
]

export type MadeUpEnd = 'REJECTED' | 'WITHDRAWN' | 'HIRED' | 'OFFER_DECLINED'
export type MadeUpApplication = {
  opening: MadeUpOpening
  skills: string[]
  appliedAt: string
  endedAt: string
  stage: 'DOCUMENT_SCREENING' | 'INTERVIEW_1' | 'FINAL_INTERVIEW' | 'OFFER'
  end: MadeUpEnd
  reason: string
  evaluation: string
  note: string
}

const reasons = ['スキル不一致', '経験不足', '希望条件不一致', 'カルチャー不一致', '志望度', '他候補者採用']
const notes = ['', 'コミュニケーション良好', '経験年数が足りない', '即戦力、ただし年収要相談']

/** An application in the two years before `asOf`: 8 of 10 are rejected, most of them by their documents. */
export function makeApplication(chance: Chance, asOf: string): MadeUpApplication {
  const opening = chance.pick(openings)
  const length = chance.between(3, 45)
  const appliedAt = addDays(asOf, -chance.between(length + 1, 730))
  const drawn = chance.next()
  const end: MadeUpEnd =
    drawn < 0.8 ? 'REJECTED' : drawn < 0.91 ? 'WITHDRAWN' : drawn < 0.97 ? 'HIRED' : 'OFFER_DECLINED'
  const open = chance.next()
  const reached = open < 0.7 ? 'DOCUMENT_SCREENING' : open < 0.9 ? 'INTERVIEW_1' : 'FINAL_INTERVIEW'
  return {
    opening,
    skills: chance.some(opening.skills, chance.between(1, 3)),
    appliedAt,
    endedAt: addDays(appliedAt, length),
    stage: end === 'HIRED' || end === 'OFFER_DECLINED' ? 'OFFER' : reached,
    end,
    reason: end === 'HIRED' ? '' : end === 'REJECTED' ? chance.pick(reasons) : '他社内定',
    evaluation: chance.pick(['', 'A', 'B', 'B', 'C', 'C', 'D']),
    note: chance.pick(notes),
  }
}
