import type { Command } from 'commander'
import { act, Found, inHelp, verb } from '../verb.ts'
import { daysOf, everyPage, inInstallation, listed, reading } from './opened.ts'

type Options = { all?: boolean }

/** `tasuki disputes`: what the operator has to decide. Deciding takes a person who has read both sides, in the browser. */
export function addDisputes(program: Command): void {
  const command = verb(program, 'disputes', {
    ja: '運営が判断する異議の申し立てを表示する(期限を過ぎたものがあれば終了コード 1)',
    en: 'list what was contested and waits for the operator (exit code 1 where a time limit has passed)',
  }).option('--all', inHelp({ ja: '終わったものも表示する', en: 'those that are over as well' }))
  act<Options>(command, (terminal, { all = false }) =>
    inInstallation(async (installation) => {
      const { networkDisputes } = await import('../../server/modules/disputes/index.ts')
      const { disputes, dayOf } = await reading(installation, undefined, async (work) => ({
        disputes: await everyPage(async (before) => {
          const { disputes: items, nextCursor } = await networkDisputes(work, { isOpen: !all, before, limit: listed })
          return { items, nextCursor }
        }),
        dayOf: await daysOf(work),
      }))
      for (const { id, kind, state, employerName, decideBy, isOverdue } of disputes) {
        const by = dayOf(decideBy)
        terminal.say({
          ja: `${id}  ${kind}  ${state}  ${employerName ?? '(退会した企業)'}  期限 ${by}${isOverdue ? ' 超過' : ''}`,
          en: `${id}  ${kind}  ${state}  ${employerName ?? '(a company that left)'}  due ${by}${isOverdue ? ' overdue' : ''}`,
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
    }),
  )
}
