import type { Command } from 'commander'
import { disputeKindNames, disputeStateNames } from '../../contract/disputes/dispute-words.ts'
import type { Installation } from '../../server/kernel/installation.ts'
import type { Terminal } from '../terminal.ts'
import { act, Found, inHelp, verb } from '../verb.ts'
import { everyPage, formerCompany, inInstallation, listed, reading, readerIn } from './opened.ts'

type Options = { all?: boolean }

/** `tasuki disputes`: what the operator has to decide. Deciding takes a person who has read both sides, in the browser. */
export function addDisputes(program: Command): void {
  const command = verb(program, 'disputes', {
    ja: '運営が判断する異議の申し立てを表示する(期限を過ぎたものがあれば終了コード 1)',
    en: 'list what was contested and waits for the operator (exit code 1 where a time limit has passed)',
  }).option('--all', inHelp({ ja: '終わったものも表示する', en: 'those that are over as well' }))
  act<Options>(command, (terminal, options) =>
    inInstallation((installation) => tellDisputes(installation, terminal, options)),
  )
}

/** Tells them, and ends with `Found` where one is past its day. */
export async function tellDisputes(
  installation: Installation,
  asked: Terminal,
  { all = false }: Options,
): Promise<void> {
  const { networkDisputes } = await import('../../server/modules/disputes/index.ts')
  const { disputes, reader } = await reading(installation, undefined, async (work) => ({
    disputes: await everyPage(async (before) => {
      const { disputes: items, nextCursor } = await networkDisputes(work, { isOpen: !all, before, limit: listed })
      return { items, nextCursor }
    }),
    reader: await readerIn(work),
  }))
  const terminal = asked.inLanguage(reader.locale)
  for (const { id, kind, state, employerName, decideBy, isOverdue } of disputes) {
    const by = reader.dayOf(decideBy)
    const head = (language: 'ja' | 'en') =>
      `${id}  ${disputeKindNames[language][kind]}  ${disputeStateNames[language][state]}  ${employerName ?? formerCompany[language]}`
    terminal.say({
      ja: `${head('ja')}  期限 ${by}${isOverdue ? ' 超過' : ''}`,
      en: `${head('en')}  due ${by}${isOverdue ? ' overdue' : ''}`,
    })
  }
  const overdue = disputes.filter(({ isOverdue }) => isOverdue).length
  // What persons and companies wrote stays in the browser, where reading it is on record.
  const shown = disputes.map(({ statements: _words, ...one }) => one)
  terminal.result(
    { disputes: shown, overdue },
    {
      ja: `${disputes.length} 件、うち期限を過ぎたもの ${overdue} 件です。`,
      en: `Disputes: ${disputes.length}, overdue: ${overdue}.`,
    },
  )
  if (overdue > 0) throw new Found()
}
