import {
  letterReasonText,
  letterStateNames,
  referralReasonText,
  referralStepNames,
} from '../../../../../contract/relay/letter-words.ts'
import type { LetterLink } from '../../../../../contract/relay/letter-links.ts'
import type { z } from 'zod'
import type { UntoldFilter } from '../../../../../contract/relay/relay.ts'
import { overdueBefore, untoldPage, type Untold } from '../told.ts'
import { byteOrderMark, line } from '../../../../kernel/csv.ts'
import type { Work } from '../../../../kernel/work.ts'
import { localTime } from '../../../../../engines/japanese/index.ts'
import { company } from '../../../accounts/index.ts'
import { record } from '../../../audit/index.ts'
import { shownState } from '../letters.ts'
import { named } from './named.ts'
import { referralLines, referralsAsked } from '../steps.ts'
import type { Place } from './store-letter-list.ts'
import type { Letter } from '../store-letters.ts'
import type { SentLetter } from '../store-steps.ts'
import { lettersAsked, type LettersAsked } from './views.ts'

/** So many rows a file has at most; where there are more, its last line says so. */
const mostRows = 50_000
const perRead = 500

const words = {
  ja: {
    letters: [
      'お名前',
      '求人',
      '状態',
      '送り方',
      '到達した段階',
      '不採用日',
      '送信予定・送信日時',
      '理由',
      '案',
      '番号',
    ],
    referrals: [
      'お名前',
      '求人',
      '段階',
      '送信日',
      '閲覧日',
      '登録日',
      '計上予定日',
      '計上・対象外の日',
      '理由',
      '番号',
    ],
    untold: ['お名前', '求人', '不採用日', '経過営業日', 'メールが送られない理由', '担当', '応募ID'],
    more: `(${mostRows.toLocaleString('ja')}件までです。条件で絞り込んでください)`,
    coming: '送信待ち',
    kinds: { AUTO: '自動', CAMPAIGN: '一斉送信', LINK: '他のシステム' },
    states: letterStateNames.ja,
    stages: { DOCUMENT: '書類選考まで', INTERVIEW: '面接まで', FINAL: '最終面接まで' } as Record<string, string>,
    steps: referralStepNames.ja,
  },
  en: {
    letters: [
      'Name',
      'Opening',
      'State',
      'How',
      'Stage reached',
      'Rejected',
      'Leaves or left',
      'Reason',
      'Wording',
      'Id',
    ],
    referrals: ['Name', 'Opening', 'Step', 'Sent', 'Opened', 'Registered', 'Counts on', 'Settled', 'Reason', 'Id'],
    untold: ['Name', 'Opening', 'Rejected', 'Business days', 'Why no letter goes', 'Owner', 'Application'],
    more: `(${mostRows.toLocaleString('en')} rows at most: narrow the list)`,
    coming: 'A letter is on its way',
    kinds: { AUTO: 'By itself', CAMPAIGN: 'Campaign', LINK: 'Another system' },
    states: letterStateNames.en,
    stages: { DOCUMENT: 'Documents', INTERVIEW: 'Interviews', FINAL: 'Final interview' } as Record<string, string>,
    steps: referralStepNames.en,
  },
}

type Language = keyof typeof words

const linkHeads = {
  ja: [
    '応募ID',
    '外部システムの応募ID',
    'お名前',
    'メールアドレス',
    '求人',
    '専用リンク',
    '有効期限',
    'リンクのない理由',
  ],
  en: ['Application', 'Id elsewhere', 'Name', 'Mail', 'Opening', 'Personal link', 'Valid until', 'Why no link'],
}

/** The links as a file for a mail merge; whoever gets none stands on it with the reason and no link. */
export async function linksCsv(work: Work, links: readonly LetterLink[], language: 'ja' | 'en'): Promise<string> {
  const { day } = await times(work)
  return [
    byteOrderMark,
    line(linkHeads[language]),
    ...links.map((link) =>
      line([
        link.applicationId,
        link.remoteId,
        link.personName,
        link.email,
        link.openingTitle,
        link.url,
        link.expiresAt && day(new Date(link.expiresAt)),
        letterReasonText(language, link.reason),
      ]),
    ),
  ].join('')
}

/** The letters that were asked for, as a file; who is on it is in the audit log. */
export async function lettersCsv(work: Work, asked: LettersAsked, language: Language): Promise<string> {
  const text = words[language]
  const { day, moment } = await times(work)
  const ids: string[] = []
  const lines = await everyPage<Letter, Place>(
    language,
    (after) => lettersAsked(work, asked, { after, limit: perRead }),
    async (page) => {
      const names = await named(work, page)
      ids.push(...page.map(({ id }) => id))
      return page.map((letter) => {
        const about = names.get(letter.applicationId)
        return line([
          about?.personName ?? null,
          about?.openingTitle ?? null,
          text.states[shownState(letter.state)],
          text.kinds[letter.kind],
          letter.stage === null ? null : (text.stages[letter.stage] ?? letter.stage),
          day(letter.endedAt),
          moment(letter.sentAt ?? letter.dueAt),
          letterReasonText(language, letter.reason),
          letter.variant,
          letter.id,
        ])
      })
    },
  )
  await record(work, { action: 'relay.letters-exported', detail: { ids } })
  return [byteOrderMark, line(text.letters), ...lines].join('')
}

type Steps = Parameters<typeof referralsAsked>[1]

/** People who were never told, as a file; who is on it is in the audit log. */
export async function untoldCsv(
  work: Work,
  { overdue, ...asked }: z.output<typeof UntoldFilter>,
  language: Language,
): Promise<string> {
  const text = words[language]
  const { day } = await times(work)
  const filter = { ...asked, ...(overdue && { endedUntil: overdueBefore(work) }) }
  const ids: string[] = []
  const lines = await everyPage<Untold, Place>(
    language,
    async (after) => {
      const { people: page, next } = await untoldPage(work, { ...filter, after, limit: perRead })
      return { page, next }
    },
    async (page) => {
      ids.push(...page.map(({ applicationId }) => applicationId))
      return page.map((one) =>
        line([
          one.personName,
          one.openingTitle,
          day(one.endedAt),
          one.businessDays,
          one.reason === null ? text.coming : letterReasonText(language, one.reason),
          one.ownerName,
          one.applicationId,
        ]),
      )
    },
  )
  await record(work, { action: 'relay.untold-exported', detail: { ids } })
  return [byteOrderMark, line(text.untold), ...lines].join('')
}

/** What became of the letters, as a file; who is on it is in the audit log. */
export async function referralsCsv(work: Work, asked: Steps, language: Language): Promise<string> {
  const text = words[language]
  const { day } = await times(work)
  const on = (at: string | null) => at && day(new Date(at))
  const ids: string[] = []
  const lines = await everyPage<SentLetter, string>(
    language,
    (after) => referralsAsked(work, asked, { after, limit: perRead }),
    async (page) => {
      ids.push(...page.map(({ id }) => id))
      return (await referralLines(work, page)).map((one) =>
        line([
          one.personName,
          one.openingTitle,
          text.steps[one.step],
          on(one.sentAt),
          on(one.openedAt),
          on(one.registeredAt),
          on(one.heldUntil),
          on(one.settledAt),
          referralReasonText(language, one),
          one.letterId,
        ]),
      )
    },
  )
  await record(work, { action: 'relay.referrals-exported', detail: { ids } })
  return [byteOrderMark, line(text.referrals), ...lines].join('')
}

async function everyPage<Row, After>(
  language: Language,
  read: (after: After | undefined) => Promise<{ page: Row[]; next: After | null }>,
  written: (page: Row[]) => Promise<string[]>,
): Promise<string[]> {
  const lines: string[] = []
  let after: After | undefined
  do {
    const { page, next } = await read(after)
    lines.push(...(await written(page)))
    after = next ?? undefined
  } while (after !== undefined && lines.length < mostRows)
  return after === undefined ? lines : [...lines, line([words[language].more])]
}

async function times(work: Work) {
  const { timeZone } = await company(work)
  const day = (at: Date) => localTime(at, timeZone).day
  const moment = (at: Date) => `${day(at)} ${new Date(localTime(at, timeZone).millisecond).toISOString().slice(11, 16)}`
  return { day, moment }
}
