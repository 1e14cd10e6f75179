import { z } from 'zod'
import { normaliseMail } from '../../../../engines/japanese/index.ts'
import { derivedKey, seal, unseal } from '../../../kernel/crypto.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, companyIds, operatorId } from '../../accounts/index.ts'
import { openRequest } from '../../consent/index.ts'
import {
  countLinks,
  issueLink,
  mailTemplate,
  mayPass,
  newestLink,
  queueMail,
  renderMail,
  senderOf,
  suppressed,
  wasMailed,
} from '../../messages/index.ts'
import { holdersOf, holdPerson, person } from '../../people/index.ts'
import { named } from '../frames.ts'
import { ownRequests } from '../rights/asked.ts'
import { doubtHere } from '../rights/doubting.ts'
import { aboutNotMe } from './not-me-link.ts'
import * as store from '../store.ts'

const Errand = z.object({
  language: z.enum(['ja', 'en']),
  mail: z.string(),
  newMail: z.string().default(''),
  message: z.string().default(''),
  name: z.string().default(''),
  nameKana: z.string().default(''),
  /** What a link is asked for: to get in again, or to say that mails reach somebody else. */
  about: z.enum(['LOST_LINK', 'NOT_ME']).default('LOST_LINK'),
  /** The company whose mail reached somebody else, which has settled its own side. */
  saidIn: z.string().default(''),
})
type Errand = z.output<typeof Errand>

const actor = systemActor('portal.errands')
const keyOf = ({ config }: Installation) => derivedKey(config.secret, 'portal.errand')
const placeOf = (id: string) => `portal_errand.content/${id}`

/**
 * Puts down what somebody without a visit asked. Whether the address is known is looked into afterwards, so that
 * neither the answer nor its duration tells.
 */
export async function takeErrand(
  installation: Installation,
  { id, kind, ...said }: { id: string; kind: store.ErrandKind } & z.input<typeof Errand>,
): Promise<void> {
  const companyId = (await operatorId(installation)) ?? (await companyIds(installation))[0]
  if (companyId === undefined) return
  const content = seal(keyOf(installation), JSON.stringify(Errand.parse(said)), placeOf(id))
  await inCompany(installation, { companyId, actor }, (work) => store.insertErrand(work, { id, kind, content }))
  installation.wake()
}

export const errands: IntentTable = {
  table: 'portal_errand',
  realm: 'company',
  attempts: 8,
  run: async (installation, { realmId, id }) => {
    const opening = { companyId: realmId, actor }
    const found = await inCompany(installation, opening, (work) => store.findErrand(work, id))
    if (!found?.content) return
    const errand = Errand.parse(JSON.parse(unseal(keyOf(installation), found.content, placeOf(id))))
    const key = normaliseMail(errand.mail)
    for (const companyId of key === null ? [] : await companyIds(installation))
      await inCompany(installation, { companyId, actor }, (work) =>
        doErrand(work, { id, kind: found.kind, key: key ?? '', errand }),
      )
    await inCompany(installation, opening, (work) => store.settleErrand(work, id))
  },
}

type Doing = { id: string; kind: string; key: string; errand: Errand }

/** Does it in one company, for each person there whom this company has written to at this address. */
async function doErrand(work: Work, { id, kind, key, errand }: Doing): Promise<void> {
  if (kind === 'NOT_ME') {
    const { name, nameKana, saidIn } = errand
    return saidIn === work.companyId ? undefined : doubtHere(work, { id, key, name, nameKana })
  }
  const holders = await holdersOf(work, { kind: 'MAIL', key }, 20)
  let sent = 0
  for (const [personId, [holder]] of Map.groupBy(holders, (one) => one.personId)) {
    const own = idFrom('portal.errand', id, work.companyId, personId)
    if (!(await wasMailed(work, personId))) continue
    if (kind === 'UNREACHABLE')
      await tellUnreachable(work, { id: own, personId, recordId: holder?.sourceRecordId, errand })
    else if (
      sent < mostAtOnce &&
      (await sendLink(work, { id: own, personId, recordId: holder?.sourceRecordId ?? null, errand }))
    )
      sent += 1
  }
}

/** Where many share one address, who got no link is first to get one when it is asked for again. */
const mostAtOnce = 3

/** Anybody can say that an address is reached no more, so that staff find at most so many of it for one person in a day. */
const mostToldPerDay = 3

type Unreachable = { id: string; personId: string; recordId: string | undefined; errand: Errand }

/** Somebody says where else a person is to be reached: a human looks into it. The same, said again while it is open, is known. */
async function tellUnreachable(work: Work, { id, personId: found, recordId, errand }: Unreachable): Promise<void> {
  // One after the other: what is said at once is counted like anything else.
  const personId = await holdPerson(work, found)
  const said = `${errand.mail} → ${errand.newMail}\n${errand.message}`
  const since = new Date(work.now.getTime() - dayMs).toISOString()
  const told = (await ownRequests(work, personId)).filter(
    ({ kind, via, identity, corrections }) =>
      kind === 'CORRECTION' && via === 'PORTAL' && identity === null && corrections.length === 0,
  )
  if (told.some((one) => one.state === 'OPEN' && one.said === said)) return
  if (told.filter(({ openedAt }) => openedAt > since).length >= mostToldPerDay) return
  await openRequest(work, { id, kind: 'CORRECTION', via: 'PORTAL', personId, sourceRecordId: recordId, said })
}

const linkDays = 30
/** As the page says: who asks again before that is answered as before, and no second mail leaves. */
const resendAfterMs = 15 * 60_000
/** So that nobody floods the mailbox of another; the link mailed last goes on working. */
const mostPerDay = 5
const dayMs = 86_400_000

type Resending = { id: string; personId: string; recordId: string | null; errand: Errand }

/** False where nothing was sent: the address is not written to, or the person got theirs a moment ago or often enough today. */
async function sendLink(work: Work, { id, personId, recordId, errand }: Resending): Promise<boolean> {
  const { language, about } = errand
  const own = await company(work)
  const { fields } = await person(work, personId)
  // To the address that is on record as it is written there, never to the one that was typed.
  const to = typeof fields.email?.value === 'string' ? fields.email.value : errand.mail
  // An address that is not written to gets nothing here, and keeps no other company from sending its link.
  const reason = await suppressed(work, to)
  if (reason !== undefined && !mayPass('ANSWER', reason)) return false
  // One after the other: what is asked twice at once is mailed once.
  await holdPerson(work, personId)
  const before = await newestLink(work, { personId, purpose: 'PORTAL' })
  if (before?.subjectId === null && work.now.getTime() - before.issuedAt.getTime() < resendAfterMs) return false
  const after = new Date(work.now.getTime() - dayMs)
  if ((await countLinks(work, { personId, purpose: 'PORTAL', after })) >= mostPerDay) return false
  const expiresAt = new Date(work.now.getTime() + linkDays * dayMs)
  const issued = await issueLink(work, { id, purpose: 'PORTAL', personId, recordId, expiresAt })
  const [template, link] =
    about === 'NOT_ME' ? ['NOT_ME_LINK' as const, aboutNotMe(issued)] : ['LOST_LINK' as const, issued]
  const day = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeZone: own.timeZone,
  })
  const rendered = await renderMail({
    language,
    template: mailTemplate(template, language),
    values: { 'company.name': named(own, language), link, 'link.expires': day.format(expiresAt) },
    sender: senderOf(work, own, { language }),
    occasion: { kind: 'PROCEDURE' },
  })
  await queueMail(work, { id, kind: 'ANSWER', to, personId, recordId, rendered, fromName: own.name, dueAt: work.now })
  return true
}
