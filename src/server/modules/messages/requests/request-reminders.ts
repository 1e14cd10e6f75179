import { job, nothing } from '../../../kernel/jobs.ts'
import { idFrom } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, forEachCompany, staff } from '../../accounts/index.ts'
import { requests } from '../../consent/index.ts'
import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import { daysLeft } from '../../../../contract/requests/request-clock.ts'
import { permissionsOf } from '../../../../contract/accounts/permissions.ts'
import { queueMail } from '../mails.ts'
import { senderOf } from '../preview.ts'
import { requestKindWords } from './request-words.ts'
import { mailTemplate, renderMail, type MailLanguage } from '../templates/index.ts'

/** A week and three days before the day, then each day from the last one on. */
const remindedAt = (days: number) => days === 7 || days === 3 || days <= 1

/** Most lines in one mail; the page shows the others. */
const longest = 50

function lineOf(
  one: DataRequest,
  { language, timeZone, now }: { language: MailLanguage; timeZone: string; now: Date },
) {
  const day = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone })
  const left = daysLeft({ dueAt: one.dueAt, now, zone: timeZone })
  const kind = requestKindWords[language][one.kind]
  const due = day.format(new Date(one.dueAt))
  if (language === 'ja') return `${kind}（期限：${due}、${left < 0 ? `${-left}日超過` : `残り${left}日`}）`
  return `${kind} (due ${due}, ${left < 0 ? `${-left} days late` : `${left} days left`})`
}

/** One mail a day at most to everybody who may answer, and none on a day on which no clock is near its end. */
export async function remind(work: Work): Promise<number> {
  const open = await requests(work, { state: 'OPEN', after: undefined, limit: longest })
  const own = await company(work)
  const due = open.filter(({ dueAt }) => remindedAt(daysLeft({ dueAt, now: work.now, zone: own.timeZone })))
  if (due.length === 0) return 0
  const language: MailLanguage = own.locale
  const list = due.map((one) => lineOf(one, { language, timeZone: own.timeZone, now: work.now })).join('\n')
  const day = work.now.toISOString().slice(0, 10)
  const told = (await staff(work)).filter(
    ({ state, role }) => state === 'ACTIVE' && permissionsOf[role].includes('consent:manage'),
  )
  for (const { id, name, email } of told) {
    const rendered = await renderMail({
      language,
      template: mailTemplate('REQUESTS_DUE', language),
      values: {
        'staff.name': name,
        'requests.list': list,
        link: new URL('/privacy/requests', work.installation.config.consoleUrl).href,
      },
      sender: senderOf(work, own),
      occasion: { kind: 'STAFF' },
    })
    const mailId = idFrom('messages.requests-due', work.companyId, day, id)
    try {
      await queueMail(work, { id: mailId, kind: 'STAFF', to: email, rendered, fromName: own.name, dueAt: work.now })
    } catch (error) {
      // An address that bounced must not keep the mail from the others.
      if (!(error instanceof Refusal)) throw error
    }
  }
  return told.length
}

const actor = systemActor('messages.remind-of-requests')

/** 23:40 UTC is twenty to nine in the morning in Japan. */
export const remindOfRequests = job({
  name: 'messages.remind-of-requests',
  payload: nothing,
  schedule: '40 23 * * *',
  run: (installation) => forEachCompany(installation, actor, (opening) => inCompany(installation, opening, remind)),
})
