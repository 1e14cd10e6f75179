import { derivedKey, seal, unseal } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import type { Notice } from '../../../../contract/accounts/notices.ts'
import { company } from '../companies/company.ts'
import { noticeMail } from '../companies/notice-mails.ts'
import { accountMail, staffMail } from '../staff/staff-mails.ts'
import { endSessions, removeSecondFactor } from './store-sign-in.ts'
import type { Company } from '../companies/store-company.ts'
import * as store from './store-errands.ts'
import { findNotice } from '../companies/store-notices.ts'

type Wanted = Pick<store.Errand, 'kind'> & Partial<Omit<store.Errand, 'id' | 'kind' | 'sealed'>> & { link?: string }

const place = (companyId: string, id: string) => `accounts_errand/sealed/${companyId}/${id}`
const key = ({ config }: Pick<Installation, 'config'>) => derivedKey(config.secret, 'accounts/errand')

/**
 * Asks for a mail to a member of staff, or for a sign-in to be closed, once this Work commits. A link is sealed
 * until it is sent and forgotten then.
 */
export async function send(work: Work, { link, ...wanted }: Wanted): Promise<void> {
  const id = newId()
  await store.insertErrand(work, {
    id,
    kind: wanted.kind,
    signInId: wanted.signInId ?? null,
    recipient: wanted.recipient ?? null,
    language: wanted.language ?? (await company(work)).locale,
    role: wanted.role ?? null,
    invitedByName: wanted.invitedByName ?? null,
    noticeId: wanted.noticeId ?? null,
    sealed: link ? seal(key(work.installation), link, place(work.companyId, id)) : null,
  })
}

async function run(installation: Installation, { realmId, id }: Claimed): Promise<void> {
  const opening = { companyId: realmId, actor: systemActor('accounts.errand') }
  const found = await inCompany(installation, opening, async (work) => {
    const errand = await store.findReadyErrand(work, id)
    if (!errand) return undefined
    const notice = errand.noticeId === null ? undefined : await findNotice(work, errand.noticeId)
    return { errand, company: await company(work), notice }
  })
  if (!found) return
  const { errand } = found
  if (errand.kind === 'SIGN_OUT' && errand.signInId) await endSessions(installation, { signInId: errand.signInId })
  if (errand.kind === 'SECOND_FACTOR_RESET' && errand.signInId) await removeSecondFactor(installation, errand.signInId)
  const state = errand.recipient === null ? ({ state: 'DONE' } as const) : await post(installation, realmId, found)
  await inCompany(installation, opening, (work) => store.settleErrand(work, id, state))
}

/** A temporary refusal throws, so that the mail is tried again; an unknown outcome is kept and not tried again. */
async function post(
  installation: Installation,
  companyId: string,
  found: { errand: store.Errand; company: Company; notice: Notice | undefined },
) {
  const { config, mailer } = installation
  const { errand, company: own } = found
  const link = errand.sealed ? unseal(key(installation), errand.sealed, place(companyId, errand.id)) : ''
  const { subject, text } = found.notice
    ? staffMail(noticeMail({ ...told(installation, own, found.notice), language: errand.language }), errand.language)
    : staffMail(accountMail({ ...errand, companyName: own.name, link }), errand.language)
  const sent = await mailer.send({
    from: { name: 'Tasuki', address: config.MAIL_FROM },
    to: errand.recipient ?? '',
    subject,
    text,
    messageId: `<${errand.id}@${config.MAIL_DOMAIN}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  if (sent.outcome === 'sent') return { state: 'DONE' } as const
  if (sent.outcome === 'refused') return { state: 'REFUSED', lastError: String(sent.status) } as const
  if (sent.outcome === 'unknown') return { state: 'UNKNOWN', lastError: 'answer lost' } as const
  throw new Error('the mail server put a mail off')
}

function placeOf({ detail: { caseId, employerId } }: Notice, isOperator: boolean): string {
  if (caseId !== undefined) return isOperator ? `/disputes/${caseId}` : `/relay/disputes/${caseId}`
  return isOperator && employerId !== undefined ? `/companies/${employerId}` : '/'
}

/** Where an administrator can do something about a notice. */
const told = ({ config }: Installation, { name, kind }: Company, notice: Notice) => ({
  companyName: name,
  notice,
  link: new URL(placeOf(notice, kind === 'OPERATOR'), kind === 'OPERATOR' ? config.operatorUrl : config.consoleUrl)
    .href,
})

export const errands: IntentTable = { table: 'accounts_errand', realm: 'company', attempts: 12, run }
