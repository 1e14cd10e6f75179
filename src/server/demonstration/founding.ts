import { dayIn } from '../../engines/japanese/index.ts'
import {
  acceptInvitation,
  addCompany,
  company,
  invite,
  operatorId,
  recordPapers,
  setUp,
  staff,
  verifyCompany,
} from '../modules/accounts/index.ts'
import { publishNotice, recordBasis, suggestNotice } from '../modules/consent/index.ts'
import { openOpening } from '../modules/selection/index.ts'
import { inCompany, systemActor } from '../kernel/work.ts'
import { newId } from '../kernel/ids.ts'
import { linkTo } from './mails.ts'
import { employers, newcomer, operator, password, type Employer } from './people/cast.ts'
import { publishOwnNotice } from './notice/privacy-notice.ts'
import { purposeOf } from './notice/privacy-notice-parts.ts'
import { openings } from './selection.ts'
import { dayMs, deskOf, type Desk, type Stage } from './stage.ts'

/** The operator and the employers, each with its owner, an interviewer, its openings and the ground for its letters. */
export async function found(stage: Stage): Promise<void> {
  for (const [index, employer] of employers.entries()) {
    stage.tell({ ja: `会社を登録しています: ${employer.company.name}`, en: `Founding ${employer.company.nameEn}` })
    const { installation } = stage
    const owner = { ...employer.owner, password }
    const own = { ...employer.company, representative: employer.representative.ja }
    const { companyId } =
      index === 0
        ? await setUp(installation, { company: own, operator, owner })
        : await addCompany(installation, { company: own, owner })
    const ownerId = await deskOf(installation, { employer, companyId, ownerId: newId() }).work(
      async (work) => (await staff(work))[0]?.id ?? '',
    )
    const desk = deskOf(installation, { employer, companyId, ownerId })
    stage.desks.push(desk)
    for (const kind of ['LETTER', 'POOL'] as const)
      await desk.work((work) => recordBasis(work, { id: newId(), ...basis(employer, kind) }))
    await publishOwnNotice(desk)
    for (const interviewer of employer.interviewers) await inviteInterviewer(stage, desk, interviewer)
    const everybody = await desk.work((work) => staff(work))
    for (const { email } of employer.interviewers)
      desk.interviewerIds.push(everybody.find((one) => one.email === email)?.id ?? ownerId)
    for (const title of new Set(employer.openings))
      await desk.work((work) => openOpening(work, { id: newId(), ...opening(title) }))
  }
  await operate(stage)
  await addCompany(stage.installation, { ...newcomer, owner: { ...newcomer.owner, password } })
  await stage.settle()
}

/** The operator published its privacy notice, and looked at each employer's papers; the last one's licence ends soon. */
async function operate({ installation, desks, settle, clock }: Stage): Promise<void> {
  await settle()
  const companyId = await operatorId(installation)
  if (!companyId) throw new Error('the demonstration has no operator')
  const actor = systemActor('demonstration')
  await inCompany(installation, { companyId, actor }, async (work) =>
    publishNotice(work, {
      ...(await suggestNotice(work)),
      id: newId(),
      after: 0,
      effectiveOn: dayIn(work.now, (await company(work)).timeZone),
      summary: '',
    }),
  )
  const day = (days: number) => new Date(Date.now() + clock.offsetMs() + days * dayMs).toISOString().slice(0, 10)
  for (const [index, { companyId: id }] of desks.entries())
    await inCompany(installation, { companyId, actor }, async (work) => {
      const licenceUntil = day(index === desks.length - 1 ? 110 : 1_400)
      const papers = { agreementOn: day(-20), agreementUntil: day(345), licenceSeenOn: day(-10), licenceUntil }
      await recordPapers(work, { id, ...papers })
      await verifyCompany(work, id)
    })
  await settle()
}

async function inviteInterviewer(
  { installation, settle }: Stage,
  { work }: Desk,
  { name, email }: Employer['interviewers'][number],
): Promise<void> {
  await work((opened) => invite(opened, { id: newId(), email, role: 'interviewer' }))
  await settle()
  const link = new URL(await linkTo(installation, email))
  await acceptInvitation(installation, { token: link.hash.slice(1), name, password })
}

const basis = (employer: Employer, kind: 'LETTER' | 'POOL') => ({
  kind,
  purpose: purposeOf(employer, kind),
  legalBasis: 'PUBLISHED_PURPOSE' as const,
  mailPermission: 'ADDRESS_GIVEN' as const,
  explanation:
    '採用サイトの「応募者の個人情報の取扱い」に利用目的として掲げ、応募時に本人からアドレスの通知を受けている(架空の記載)。',
})

const conditions: Record<string, { prefectures: string[]; salary: number; remote: boolean }> = {
  バックエンドエンジニア: { prefectures: ['東京都', '神奈川県'], salary: 8_500_000, remote: true },
  フロントエンドエンジニア: { prefectures: ['東京都'], salary: 7_500_000, remote: true },
  法人営業: { prefectures: ['東京都', '神奈川県', '千葉県', '埼玉県'], salary: 7_000_000, remote: false },
  カスタマーサクセス: { prefectures: ['神奈川県', '東京都'], salary: 6_500_000, remote: true },
  生産技術: { prefectures: ['愛知県', '三重県', '静岡県'], salary: 6_800_000, remote: false },
}

const descriptions: Record<string, string> = {
  バックエンドエンジニア:
    '自社サービスのサーバー側の設計・開発・運用をお任せします。\n5名のチームで、設計の相談とコードレビューを日々行っています。',
  フロントエンドエンジニア: '自社サービスの画面の設計と開発をお任せします。\n使いやすさの検証も一緒に進めます。',
  法人営業: '既存のお客様への提案と、新しいお客様の開拓をお任せします。\n入社後3か月は先輩社員が同行します。',
  カスタマーサクセス: '導入後のお客様の活用を支援します。\n利用状況の分析と、開発部門への提案も担当します。',
  生産技術: '製造ラインの立ち上げと改善をお任せします。\n設備の選定から量産まで一貫して携わります。',
}

/** Where the people who apply for it would work: they say so themselves when they register. */
export const placesOf = (title: string): readonly string[] => conditions[title]?.prefectures ?? []

function opening(title: string) {
  const { prefectures = [], salary = 7_000_000, remote = false } = conditions[title] ?? {}
  const skills = openings.find((one) => one.title === title)?.skills ?? []
  return {
    title,
    status: 'OPEN' as const,
    description: descriptions[title] ?? null,
    conditions: {
      occupations: [title],
      prefectures,
      remoteAllowed: remote,
      employmentTypes: ['正社員'],
      salaryOffered: { minimum: Math.round(salary * 0.6), maximum: salary },
      requiredSkills: skills.slice(0, 2).map((skill) => ({ skill })),
      preferredSkills: skills.slice(2).map((skill) => ({ skill })),
    },
  }
}
