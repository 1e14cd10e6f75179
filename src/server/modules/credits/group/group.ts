import { z } from 'zod'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, networkCompanies, networkStanding, operatorId } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { linkElse, linkExists, notInNetwork } from '../errors.ts'
import { groupLinks, lockLink, putLink, type GroupLink } from './store-group.ts'

const actor = systemActor('credits.group')

/** A company said that another one is its subsidiary; subject: the link. */
export const subsidiaryDeclared = companyAnnouncement(
  'credits.subsidiary-declared',
  z.object({ linkId: z.uuid(), corporateNumber: z.string(), name: z.string(), ownNumber: z.string() }),
)

/** One side of a link agreed, refused or ended it; subject: the link. */
export const linkSettled = companyAnnouncement(
  'credits.link-settled',
  z.object({ linkId: z.uuid(), otherId: z.uuid(), state: z.enum(['AGREED', 'REFUSED', 'ENDED']) }),
)

type Declared = { id: string; corporateNumber: string }

/**
 * Declares the company with this corporate number a subsidiary. Its side hears of it and agrees or refuses. The same id
 * again answers what stands. Refuses a company outside the network (`credits.not-in-network`), itself, and one it has a
 * link with (`credits.link-exists`).
 */
export async function declareSubsidiary(work: Work, { id, corporateNumber }: Declared): Promise<GroupLink> {
  const before = await lockLink(work, id)
  if (before) return before
  const own = await company(work)
  if (own.corporateNumber === null || (await networkStanding(work)) !== 'VERIFIED') throw notInNetwork({})
  const isLinked = (await groupLinks(work)).some(
    ({ otherNumber, state }) => otherNumber === corporateNumber && (state === 'DECLARED' || state === 'AGREED'),
  )
  if (isLinked || own.corporateNumber === corporateNumber) throw linkExists({})
  const link: GroupLink = {
    id,
    other: 'SUBSIDIARY',
    otherId: null,
    otherName: null,
    otherNumber: corporateNumber,
    state: 'DECLARED',
    version: 1,
    declaredAt: work.now,
    settledAt: null,
  }
  await putLink(work, link)
  await record(work, { action: 'credits.subsidiary-declared', subject: { kind: 'group-link', id } })
  const payload = { linkId: id, corporateNumber, name: own.name, ownNumber: own.corporateNumber }
  await work.announce(subsidiaryDeclared, { subjectId: id, version: 1, payload })
  return link
}

type Settling = { id: string; settle: 'AGREED' | 'REFUSED' | 'ENDED' }

/** What may follow what: only a subsidiary answers, and what was refused or ended stays so. */
function maySettle({ other, state }: GroupLink, settle: Settling['settle']): boolean {
  if (settle === 'ENDED') return state === 'DECLARED' || state === 'NOT_FOUND' || state === 'AGREED'
  return state === 'DECLARED' && other === 'PARENT'
}

/** Agrees to, refuses or ends a link; saying the same again changes nothing. Refuses what does not follow (`link-else`). */
export async function settleLink(work: Work, { id, settle }: Settling): Promise<GroupLink> {
  const link = await lockLink(work, id)
  if (!link) throw notFound({ what: 'group-link' })
  if (link.state === settle) return link
  if (!maySettle(link, settle)) throw linkElse({ state: link.state })
  const settled = { ...link, state: settle, version: link.version + 1, settledAt: work.now }
  await putLink(work, settled)
  await record(work, {
    action: `credits.group-link-${settle.toLowerCase() as Lowercase<typeof settle>}`,
    subject: { kind: 'group-link', id },
  })
  if (link.otherId !== null) {
    const payload = { linkId: id, otherId: link.otherId, state: settle }
    await work.announce(linkSettled, { subjectId: id, version: settled.version, payload })
  }
  return settled
}

type Found = { id: string; name: string } | undefined

/** The verified company of the network with this corporate number; only the operator's realm knows. */
async function findByNumber(installation: Installation, number: string): Promise<Found> {
  const operator = await operatorId(installation)
  if (!operator) return undefined
  return inCompany(installation, { companyId: operator, actor }, async (work) =>
    (await networkCompanies(work)).find(
      ({ corporateNumber, standing }) => corporateNumber === number && standing === 'VERIFIED',
    ),
  )
}

type Heard<P> = { realmId: string; payload: P }

/** Brings a declaration to the company it is about, and its name back to the one that declared it. */
export async function carryDeclaration(
  installation: Installation,
  { realmId: parentId, payload }: Heard<z.output<typeof subsidiaryDeclared.payload>>,
): Promise<void> {
  const { linkId: id, corporateNumber, name, ownNumber } = payload
  const found = await findByNumber(installation, corporateNumber)
  if (found)
    await inCompany(installation, { companyId: found.id, actor }, async (work) => {
      if (await lockLink(work, id)) return
      await putLink(work, {
        id,
        other: 'PARENT',
        otherId: parentId,
        otherName: name,
        otherNumber: ownNumber,
        state: 'DECLARED',
        version: 1,
        declaredAt: work.now,
        settledAt: null,
      })
    })
  await inCompany(installation, { companyId: parentId, actor }, async (work) => {
    const link = await lockLink(work, id)
    if (!link || link.otherId !== null || link.state === 'NOT_FOUND') return
    if (!found) return link.state === 'DECLARED' ? putLink(work, { ...link, state: 'NOT_FOUND' }) : undefined
    await putLink(work, { ...link, otherId: found.id, otherName: found.name })
    if (link.state !== 'ENDED') return
    // It was ended before the other side was known, which therefore has to be told now.
    const payload = { linkId: id, otherId: found.id, state: 'ENDED' as const }
    await work.announce(linkSettled, { subjectId: id, version: link.version, payload })
  })
}

/** Applies in one company what the other one said of their link. An end stays an end whatever was said before it. */
export async function carrySettling(
  installation: Installation,
  { payload: { linkId, otherId, state } }: Heard<z.output<typeof linkSettled.payload>>,
): Promise<void> {
  await inCompany(installation, { companyId: otherId, actor }, async (work) => {
    const link = await lockLink(work, linkId)
    if (!link || link.state === state || link.state === 'ENDED' || link.state === 'REFUSED') return
    await putLink(work, { ...link, state, version: link.version + 1, settledAt: work.now })
    await record(work, {
      action: `credits.group-link-${state.toLowerCase() as Lowercase<typeof state>}`,
      subject: { kind: 'group-link', id: linkId },
    })
  })
}
