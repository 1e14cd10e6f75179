import { InvalidArgumentError, type Command } from 'commander'
import { networkPromiseViews } from '../../contract/promises.ts'
import { promiseSentence } from '../../contract/promise-words.ts'
import { act, inHelp, verb } from '../verb.ts'
import { daysOf, everyPage, inInstallation, listed, reading } from './opened.ts'

type View = (typeof networkPromiseViews)[number]
type Options = { view: View }

/** `tasuki promises`: what companies promised the people they asked, and whether it was kept. */
export function addPromises(program: Command): void {
  const command = verb(program, 'promises', {
    ja: '紹介の依頼でご本人に約束したことと、守られたかどうかを表示する',
    en: 'list what people were promised with an introduction, and whether it was kept',
  }).option(
    '--view <view>',
    inHelp({
      ja: '範囲: OBJECTED(ご本人の異議あり)、BROKEN(守られなかった)、ALL(既定)',
      en: 'which: OBJECTED by the person, BROKEN, or ALL (the default)',
    }),
    viewOf,
    'ALL' as View,
  )
  act<Options>(command, (terminal, { view }) =>
    inInstallation(async (installation) => {
      const { networkPromises } = await import('../../server/modules/introductions/index.ts')
      const { promises, dayOf } = await reading(installation, undefined, async (work) => ({
        promises: await everyPage(async (before) => {
          const { promises: items, nextCursor } = await networkPromises(work, { view, before, limit: listed })
          return { items, nextCursor }
        }),
        dayOf: await daysOf(work),
      }))
      for (const one of promises) {
        const line = (language: 'ja' | 'en', gone: string) =>
          `${dayOf(one.dueAt)}  ${one.state}  ${one.employerName ?? gone}  ${promiseSentence(one, language)}`
        terminal.say({ ja: line('ja', '(退会した企業)'), en: line('en', '(a company that left)') })
      }
      // What persons wrote stays in the browser.
      const shown = promises.map(({ objection: _words, ...one }) => one)
      terminal.result({ promises: shown }, { ja: `${promises.length} 件です。`, en: `Promises: ${promises.length}.` })
    }),
  )
}

function viewOf(typed: string): View {
  const view = networkPromiseViews.find((one) => one === typed)
  if (!view) throw new InvalidArgumentError(networkPromiseViews.join(', '))
  return view
}
