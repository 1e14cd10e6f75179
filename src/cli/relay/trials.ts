import type { Command } from 'commander'
import type { TrialReport } from '../../contract/relay/letter-trials.ts'
import { letterStageNames } from '../../contract/relay/letter-words.ts'
import type { Installation } from '../../server/kernel/installation.ts'
import { chosenCompany } from '../company.ts'
import type { Terminal } from '../terminal.ts'
import { act, inHelp, verb } from '../verb.ts'
import { everyPage, inInstallation, listed, reading, readerIn } from './opened.ts'

type Options = { company?: string }

/** `tasuki trials`: what came of each comparison of wordings, and whether a difference can be claimed. */
export function addTrials(program: Command): void {
  const command = verb(program, 'trials', {
    ja: 'お見送りメールの文面の比較と、差があると言えるかどうかを表示する',
    en: 'show comparisons of letters’ wordings, and whether a difference can be claimed',
  }).option(
    '--company <id>',
    inHelp({ ja: '企業ID(1社のみの場合は省略可)', en: 'id of the company, when there are several' }),
  )
  act<Options>(command, (terminal, { company }) =>
    inInstallation(async (installation) =>
      tellTrials(installation, terminal, await chosenCompany(installation, company)),
    ),
  )
}

/** Tells every comparison of a company, the newest first. */
export async function tellTrials(installation: Installation, asked: Terminal, companyId: string): Promise<void> {
  const { trialReport, trials } = await import('../../server/modules/relay/index.ts')
  const { reports, reader } = await reading(installation, companyId, async (work) => {
    const found = await everyPage(async (after: { at: Date; id: string } | undefined) => {
      const items = await trials(work, { after, limit: listed })
      const last = items.length === listed ? items.at(-1) : undefined
      return { items, nextCursor: last ? { at: last.startedAt, id: last.id } : null }
    })
    const told: TrialReport[] = []
    for (const { id } of found) told.push(await trialReport(work, id))
    return { reports: told, reader: await readerIn(work) }
  })
  const terminal = asked.inLanguage(reader.locale)
  for (const report of reports) tell(terminal, report, reader.dayOf)
  terminal.result(
    { trials: reports },
    { ja: `文面の比較は ${reports.length} 件です。`, en: `Comparisons: ${reports.length}.` },
  )
}

function tell(terminal: Terminal, { trial, variants, better }: TrialReport, dayOf: (instant: string) => string): void {
  const rates = variants.map(({ variant, people, opened, registered }) => {
    const { count, of, low, high } = trial.outcome === 'OPENED' ? opened : registered
    return { variant, people, count, of, low: percent(low), high: percent(high) }
  })
  const line = (word: (one: (typeof rates)[number]) => string, between: string) => rates.map(word).join(between)
  const { stage, language, state } = trial
  const head = (words: 'ja' | 'en') =>
    `${dayOf(trial.startedAt)}  ${letterStageNames[words][stage]}  ${languageNames[words][language]}  ${trialStateNames[words][state]}`
  terminal.say({
    ja: `${head('ja')}  ${line((one) => `${one.variant} ${one.count}/${one.of}名(95%区間 ${one.low}〜${one.high})`, '、')}  ${better === null ? '差はまだ言えません' : `${better} が優れています`}`,
    en: `${head('en')}  ${line((one) => `${one.variant} ${one.count}/${one.of} (95% ${one.low} to ${one.high})`, '; ')}  ${better === null ? 'no difference can be claimed yet' : `${better} is better`}`,
  })
}

const languageNames = { ja: { ja: '日本語', en: '英語' }, en: { ja: 'Japanese', en: 'English' } }
const trialStateNames = { ja: { RUNNING: '比較中', ENDED: '終了' }, en: { RUNNING: 'Running', ENDED: 'Ended' } }

const percent = (share: number): string => `${Math.round(share * 100)}%`
