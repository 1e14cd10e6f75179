import { InvalidArgumentError, type Command } from 'commander'
import { networkPromiseViews } from '../../contract/introductions/promises.ts'
import { promiseSentence, promiseStateNames } from '../../contract/introductions/promise-words.ts'
import type { Installation } from '../../server/kernel/installation.ts'
import type { Terminal } from '../terminal.ts'
import { act, inHelp, verb } from '../verb.ts'
import { everyPage, formerCompany, inInstallation, listed, reading, readerIn } from './opened.ts'

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
  act<Options>(command, (terminal, options) =>
    inInstallation((installation) => tellPromises(installation, terminal, options)),
  )
}

/** Tells the promises of one view, without what persons wrote, which stays in the browser. */
export async function tellPromises(installation: Installation, asked: Terminal, { view }: Options): Promise<void> {
  const { networkPromises } = await import('../../server/modules/introductions/index.ts')
  const { promises, reader } = await reading(installation, undefined, async (work) => ({
    promises: await everyPage(async (before) => {
      const { promises: items, nextCursor } = await networkPromises(work, { view, before, limit: listed })
      return { items, nextCursor }
    }),
    reader: await readerIn(work),
  }))
  const terminal = asked.inLanguage(reader.locale)
  for (const one of promises) {
    const line = (language: 'ja' | 'en') =>
      `${reader.dayOf(one.dueAt)}  ${promiseStateNames[language][one.state]}  ${one.employerName ?? formerCompany[language]}  ${promiseSentence(one, language)}`
    terminal.say({ ja: line('ja'), en: line('en') })
  }
  const shown = promises.map(({ objection: _words, ...one }) => one)
  terminal.result({ promises: shown }, { ja: `${promises.length} 件です。`, en: `Promises: ${promises.length}.` })
}

function viewOf(typed: string): View {
  const view = networkPromiseViews.find((one) => one === typed)
  if (!view) throw new InvalidArgumentError(networkPromiseViews.join(', '))
  return view
}
