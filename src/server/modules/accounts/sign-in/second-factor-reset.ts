import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { send } from './errands.ts'
import { notYourself, worksElsewhere } from '../errors.ts'
import { companyIds } from '../companies/company.ts'
import { acted } from '../events.ts'
import type { Caller } from '../../../kernel/http/http.ts'
import { mailKey } from './credentials.ts'
import { existing, refuseAboveOwnRank } from '../staff/staff.ts'
import { findSignInId } from './store-sign-in.ts'
import { findStanding, type Staff } from '../staff/store-staff.ts'

const actor = systemActor('accounts.second-factor-reset')

async function resettable(work: Work, id: string): Promise<Staff> {
  const member = await existing(work, id)
  if (work.actor.id === id) throw notYourself({})
  await refuseAboveOwnRank(work, [member.role])
  return member
}

/**
 * Takes a lost second factor away: the person signs in by password and enrols again. All their sessions end and they
 * are told by mail. Refused for who works in another company as well (`accounts.works-elsewhere`): the sign-in is one, and an
 * administrator here would open that company to whoever has the password. Opens what it needs: no connection is held while
 * other companies are asked.
 */
export async function resetSecondFactor(installation: Installation, caller: Caller, id: string): Promise<void> {
  const { signInId } = await inCompany(installation, caller, (work) => resettable(work, id))
  const companies = await activeIn(installation, signInId)
  if (companies.some(({ companyId }) => companyId !== caller.companyId)) throw worksElsewhere({})
  await inCompany(installation, caller, async (work) => {
    const member = await resettable(work, id)
    await send(work, { kind: 'SECOND_FACTOR_RESET', signInId: member.signInId, recipient: member.email })
    await recordReset(work, id)
  })
}

/**
 * The same for somebody who works in several companies, by whoever runs the installation; on record in each of them. Answers
 * in how many: none where nobody signs in with the address.
 */
export async function resetSecondFactorEverywhere(installation: Installation, mail: string): Promise<number> {
  const signInId = await findSignInId(installation, mailKey(mail))
  if (signInId === undefined) return 0
  const companies = await activeIn(installation, signInId)
  for (const [at, { companyId, staffId }] of companies.entries())
    await inCompany(installation, { companyId, actor }, async (work) => {
      if (at === 0) await send(work, { kind: 'SECOND_FACTOR_RESET', signInId, recipient: mailKey(mail) })
      await recordReset(work, staffId)
    })
  return companies.length
}

const recordReset = (work: Work, id: string) =>
  acted(work, { action: 'staff.second-factor-reset', subject: { kind: 'staff', id } })

/**
 * Where somebody works at this moment, by each company's own rows. Every company is asked, not only those of the hints: a hint that
 * was lost would let an administrator of one company open another.
 */
async function activeIn(installation: Installation, signInId: string) {
  const found: { companyId: string; staffId: string }[] = []
  for (const companyId of await companyIds(installation)) {
    const standing = await inCompany(installation, { companyId, actor }, (work) => findStanding(work, signInId))
    if (standing?.state === 'ACTIVE') found.push({ companyId, staffId: standing.id })
  }
  return found
}
