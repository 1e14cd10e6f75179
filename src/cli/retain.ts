import { writeFile } from 'node:fs/promises'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { retentionClasses, type RetentionClass, type RetentionRun } from '../contract/retention/retention.ts'
import { retentionWords } from '../contract/retention/retention-words.ts'
import { readConfig } from '../server/kernel/config.ts'
import { newId } from '../server/kernel/ids.ts'
import type { Installation } from '../server/kernel/installation.ts'
import { inCompany, type Work } from '../server/kernel/work.ts'
import { chosenCompany, ownerOf } from './company.ts'
import type { Terminal } from './terminal.ts'
import { readerIn, type Reader } from './relay/opened.ts'
import { act, inHelp, verb } from './verb.ts'

type Options = {
  company?: string
  members?: boolean
  class?: RetentionClass
  months?: number
  dryRun?: boolean
  schedule?: boolean
  wait: number
  list?: string
}

/** `tasuki retain`: who is past their time, and, only when told to, a deletion that can still be called off. */
export function addRetain(program: Command): void {
  const command = verb(program, 'retain', {
    ja: '保存期間を過ぎた方を調べる(ドライラン)。--schedule で削除を予約する',
    en: 'say who is past their time (a dry run); with --schedule their deletion is scheduled',
  })
    .option(
      '--company <id>',
      inHelp({ ja: '企業ID(1社のみの場合は省略可)', en: 'id of the company, when there are several' }),
    )
    .option(
      '--members',
      inHelp({
        ja: '企業の人材ではなく、キャリアリレーの登録者を運営として調べる',
        en: 'look at the members of the relay, for its operator, instead of a company’s people',
      }),
    )
    .option(
      '--months <months>',
      inHelp({
        ja: '--class の区分(または --members)が、この月数のルールだった場合を調べる(予約はできない)',
        en: 'what a rule of so many months would do to --class, or with --members; cannot be scheduled',
      }),
      between(1, 240),
    )
    .addOption(
      new Option(
        '--class <class>',
        inHelp({ ja: '--months を当てはめる区分', en: 'the class that --months is for' }),
      ).choices(retentionClasses),
    )
    .option('--dry-run', inHelp({ ja: '調べるだけ(既定)', en: 'only look; this is the default' }))
    .option('--list <file>', inHelp({ ja: '対象者と理由をCSVに書き出す', en: 'write everybody and why to a CSV file' }))
    .option('--schedule', inHelp({ ja: '待ち時間のあとの削除を予約する', en: 'schedule the deletion after the wait' }))
    .option(
      '--wait <hours>',
      inHelp({ ja: '削除までの時間(既定 24)', en: 'hours until it begins' }),
      between(1, 720),
      24,
    )
  act<Options>(command, async (terminal, options) => {
    const { openInstallation } = await import('../server/installation.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      await retain(opened.installation, terminal, options)
    } finally {
      await opened.close()
    }
  })
}

/** Whose rules are looked at: a company's, or the operator's for members (`relay.off` where nobody runs a relay). */
async function realmOf(installation: Installation, { company, members = false }: Options): Promise<string> {
  if (!members) return chosenCompany(installation, company)
  const { relayOperator } = await import('../server/modules/relay/index.ts')
  return (await relayOperator(installation)).id
}

/** Makes the list in this process, writes and tells it, and schedules what is on it when that is asked for. */
export async function retain(installation: Installation, asked: Terminal, options: Options): Promise<void> {
  const { members = false, class: tried, months, dryRun = false, schedule = false, wait, list } = options
  const consent = await import('../server/modules/consent/index.ts')
  const companyId = await realmOf(installation, options)
  const { id: actorId } = await ownerOf(installation, companyId)
  // A list that is written to a file names people.
  const actor = { kind: 'staff' as const, id: actorId, permissions: new Set(['people:read']) }
  const work = <T>(run: (work: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)
  const reader = await work(readerIn)
  const terminal = asked.inLanguage(reader.locale)
  const id = newId()
  await work((within) =>
    consent.makeRun(within, { id, months, class: tried, ...(members && { kind: 'MEMBERS' as const }) }),
  )
  const progress = terminal.progress({ ja: '調べています', en: 'Looking' })
  await consent.finishListing(installation, {
    companyId,
    id,
    onProgress: (people) => progress.update(people, people),
  })
  progress.done()
  if (list !== undefined) {
    const file = await work((within) => consent.retentionPeopleFile(within, { id, language: terminal.locale }))
    await writeFile(list, file.body, { mode: 0o600 })
  }
  const found = await work((within) => consent.retentionRun(within, id))
  const { asks, deletes } = totals(found)
  const isScheduled = schedule && !dryRun && asks + deletes > 0
  const run = isScheduled
    ? await work((within) => consent.scheduleRun(within, { id, waitHours: wait, deletes, asks }))
    : found
  tell(terminal, run, reader)
}

const totals = ({ classes }: RetentionRun) => ({
  asks: Object.values(classes).reduce((sum, one) => sum + one.asks, 0),
  deletes: Object.values(classes).reduce((sum, one) => sum + one.deletes, 0),
})

const between = (least: number, most: number) => (typed: string) => {
  const read = Number(typed)
  if (!Number.isInteger(read) || read < least || read > most) throw new InvalidArgumentError(`${least}–${most}`)
  return read
}

function tell(terminal: Terminal, run: RetentionRun, { timeOf }: Reader): void {
  const isOfMembers = run.kind === 'MEMBERS'
  const { asks, deletes } = totals(run)
  for (const [name, { asks: asked, deletes: goes, kept, notDue }] of Object.entries(run.classes)) {
    const label = (locale: 'ja' | 'en') => retentionWords[locale].classes[name as RetentionClass]
    terminal.say({
      ja: `${label('ja')}: ${isOfMembers ? `継続を確認 ${asked}、` : ''}削除対象 ${goes}、期限後も残す ${kept}、期限前 ${notDue}`,
      en: `${label('en')}: ${isOfMembers ? `${asked} to ask first, ` : ''}${goes} to delete, ${kept} kept past their time, ${notDue} not due`,
    })
  }
  const { id, phase, people, startsAt, classes, reasons } = run
  const value = { id, phase, people, deletes, ...(isOfMembers && { asks }), startsAt, classes, reasons }
  const who = {
    ja: isOfMembers ? `${asks} 名への確認と ${deletes} 名の削除` : `${deletes} 名の削除`,
    en: isOfMembers ? `Asking ${asks} members and deleting ${deletes}` : `The deletion of ${deletes} people`,
  }
  terminal.result(
    value,
    startsAt === null
      ? {
          ja: isOfMembers
            ? `登録者 ${people} 名を調べ、継続の確認は ${asks} 名、削除対象は ${deletes} 名です。何も行っていません。`
            : `${people} 名を調べ、削除対象は ${deletes} 名です。何も削除していません。`,
          en: isOfMembers
            ? `Looked at ${people} members: ${asks} to ask first, ${deletes} to delete. Nothing was done.`
            : `Looked at ${people} people: ${deletes} to delete. Nothing was deleted.`,
        }
      : {
          ja: `${who.ja}を予約しました。${timeOf(startsAt)} に始まり、それまで画面から中止できます。`,
          en: `${who.en} is scheduled for ${timeOf(startsAt)}; it can be called off in the browser until then.`,
        },
  )
}
