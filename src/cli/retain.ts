import { writeFile } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import type { RetentionClass, RetentionRun } from '../contract/retention.ts'
import { retentionWords } from '../contract/retention-words.ts'
import { readConfig } from '../server/kernel/config.ts'
import { newId } from '../server/kernel/ids.ts'
import { inCompany, type Work } from '../server/kernel/work.ts'
import { chosenCompany, ownerOf } from './company.ts'
import type { Terminal } from './terminal.ts'
import { act, inHelp, verb } from './verb.ts'

type Options = { company?: string; dryRun?: boolean; schedule?: boolean; wait: number; list?: string }

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
    .option('--dry-run', inHelp({ ja: '調べるだけ(既定)', en: 'only look; this is the default' }))
    .option('--list <file>', inHelp({ ja: '対象者と理由をCSVに書き出す', en: 'write everybody and why to a CSV file' }))
    .option('--schedule', inHelp({ ja: '待ち時間のあとの削除を予約する', en: 'schedule the deletion after the wait' }))
    .option('--wait <hours>', inHelp({ ja: '削除までの時間(既定 24)', en: 'hours until it begins' }), hours, 24)
  act<Options>(command, async (terminal, { company, dryRun = false, schedule = false, wait, list }) => {
    const { openInstallation } = await import('../server/installation.ts')
    const consent = await import('../server/modules/consent/index.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const companyId = await chosenCompany(opened.installation, company)
      const { id: actorId } = await ownerOf(opened.installation, companyId)
      // A list that is written to a file names people.
      const actor = { kind: 'staff' as const, id: actorId, permissions: new Set(['people:read']) }
      const work = <T>(run: (work: Work) => Promise<T>) => inCompany(opened.installation, { companyId, actor }, run)
      const id = newId()
      await work((within) => consent.makeRun(within, { id }))
      const progress = terminal.progress({ ja: '調べています', en: 'Looking' })
      await consent.finishListing(opened.installation, {
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
      const deletes = Object.values(found.classes).reduce((sum, one) => sum + one.deletes, 0)
      const isScheduled = schedule && !dryRun && deletes > 0
      const run = isScheduled
        ? await work((within) => consent.scheduleRun(within, { id, waitHours: wait, deletes }))
        : found
      tell(terminal, run, deletes)
    } finally {
      await opened.close()
    }
  })
}

function hours(typed: string): number {
  const read = Number(typed)
  if (!Number.isInteger(read) || read < 1 || read > 720) throw new InvalidArgumentError('1–720')
  return read
}

function tell(terminal: Terminal, run: RetentionRun, deletes: number): void {
  for (const [name, { deletes: goes, kept, notDue }] of Object.entries(run.classes)) {
    const label = (locale: 'ja' | 'en') => retentionWords[locale].classes[name as RetentionClass]
    terminal.say({
      ja: `${label('ja')}: 削除対象 ${goes}、期限後も残す ${kept}、期限前 ${notDue}`,
      en: `${label('en')}: ${goes} to delete, ${kept} kept past their time, ${notDue} not due`,
    })
  }
  terminal.result(
    {
      id: run.id,
      phase: run.phase,
      people: run.people,
      deletes,
      startsAt: run.startsAt,
      classes: run.classes,
      reasons: run.reasons,
    },
    run.startsAt === null
      ? {
          ja: `${run.people} 名を調べ、削除対象は ${deletes} 名です。何も削除していません。`,
          en: `Looked at ${run.people} people: ${deletes} to delete. Nothing was deleted.`,
        }
      : {
          ja: `${deletes} 名の削除を予約しました。${run.startsAt} に始まり、それまで画面から中止できます。`,
          en: `The deletion of ${deletes} people is scheduled for ${run.startsAt}; it can be called off in the console until then.`,
        },
  )
}
