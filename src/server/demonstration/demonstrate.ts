import { importFile } from '../modules/intake/index.ts'
import { applicantFiles, type Manner } from './people/applicants.ts'
import { apply, select } from './applying.ts'
import { auditRanking, reportAudit } from './auditing.ts'
import { employers, operator, password } from './people/cast.ts'
import { compareWords } from './comparing.ts'
import { keepCosts } from './costs.ts'
import { contestRefusal } from './contesting.ts'
import { doubt } from './doubting.ts'
import { found } from './founding.ts'
import { askAgain, introduce } from './introducing.ts'
import { goOn, recentDays } from './recent.ts'
import { answerQuestions, askToConfirm } from './refreshing.ts'
import { correct, disclose } from './requesting.ts'
import { register, switchLettersOn } from './relaying.ts'
import { closeAnOpening, hideFromLines } from './settling.ts'
import { dayMs, stageOf, type Desk, type Stage } from './stage.ts'

/** Who can sign in where, to be printed. */
export type SignIn = { site: 'console' | 'operator'; company: string; name: string; email: string; password: string }

/** How long ago the story begins; at its end the clock is where it belongs. */
const beginsDaysAgo = 75

/**
 * Fills an empty installation with made-up employers, people and what happens between them: through the use cases that
 * pages and API call, on a clock that begins in the past and ends at the present. Answers the sign-ins.
 */
export async function demonstrate(parts: Pick<Stage, 'installation' | 'clock' | 'tell'>): Promise<SignIn[]> {
  const stage = stageOf(parts)
  await stage.clock.move(-beginsDaysAgo * dayMs)
  try {
    await found(stage)
    await importHistory(stage)
    await keepCosts(stage)
    await switchLettersOn(stage)
    await compareWords(stage)
    const applying = await apply(stage)
    await select(stage, applying)
    // Three business days, the send window, and a weekend in between.
    await stage.pass(8)
    await register(stage, applying)
    // Seven days later the registrations count.
    await stage.pass(9)
    await auditRanking(stage, applying)
    await hideFromLines(stage, applying)
    await introduce(stage, applying)
    const asked = await askToConfirm(stage)
    await stage.passUntil(recentDays + 2)
    await disclose(stage, applying)
    await stage.passUntil(recentDays)
    await answerQuestions(stage, asked)
    await goOn(stage)
    await closeAnOpening(stage)
    await askAgain(stage)
    await reportAudit(stage)
    await doubt(stage)
    await correct(stage, applying)
    await contestRefusal(stage)
  } finally {
    await stage.clock.move(0)
  }
  return signIns()
}

/** What a list of each manner is called: its file, and with it the source that people are shown. */
const lists: Record<Manner, { ja: string; en: string }> = {
  ATS: { ja: '採用管理システムの応募者一覧', en: 'applicants of the applicant tracking system' },
  BOARD: { ja: '求人媒体の応募者一覧', en: 'applicants of the job board' },
  AGENCY: { ja: '人材紹介会社の推薦者一覧', en: 'people recommended by the agency' },
}

/** What each employer had before: exports in the three manners, as history that never sends a letter. */
async function importHistory({ installation, desks, clock, tell }: Stage): Promise<void> {
  const asOf = new Date(Date.now() + clock.offsetMs()).toISOString().slice(0, 10)
  for (const { employer, companyId, ownerId } of desks) {
    if (employer.history === 0) continue
    const third = Math.round(employer.history / 3)
    const files = applicantFiles({ seed: employer.seed, rows: { ATS: third, BOARD: third, AGENCY: third }, asOf })
    for (const { manner, bytes } of files) {
      const { ja, en } = lists[manner]
      tell({ ja: `過去の応募者を取り込んでいます: ${ja}`, en: `Importing past applicants: ${en}` })
      const actor = { kind: 'staff', id: ownerId, permissions: new Set<string>() } as const
      await importFile(installation, { companyId, actor, bytes, fileName: `${ja}.csv` })
    }
  }
}

/** Who can sign in to a demonstration. */
export function signIns(): SignIn[] {
  const owners = employers.flatMap(({ company, owner, interviewers }: Desk['employer']) =>
    [owner, ...interviewers].map((one) => ({ site: 'console' as const, company: company.name, ...one, password })),
  )
  const first = employers[0]
  return first ? [...owners, { site: 'operator' as const, company: operator.name, ...first.owner, password }] : owners
}
