import { localTime } from '../../../engines/japanese/index.ts'
import { idFrom } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, inMember, systemActor } from '../../kernel/work.ts'
import { company, notify } from '../accounts/index.ts'
import { isErasedHere, mailAboutDispute, memberBehind } from '../introductions/index.ts'
import { findMember } from '../relay/index.ts'
import { disputeChanged, type Stands } from './announcements.ts'
import * as store from './store-copies.ts'

const actor = systemActor('disputes.told')

type Heard = { version: number; payload: Stands }

/** Brings how a case stands to both sides' copies, and tells each what it has to do or what was decided, once. */
export async function tellSides(installation: Installation, heard: Heard): Promise<void> {
  await tellCompany(installation, heard)
  if (heard.payload.kind !== 'REFERRAL') await tellMember(installation, heard)
}

async function tellCompany(installation: Installation, { version, payload }: Heard): Promise<void> {
  const { caseId: id, employerId: companyId, kind, subjectId, state, told } = payload
  await inCompany(installation, { companyId, actor }, async (work) => {
    const before = await store.lockCopy(work, id)
    const isOwn = kind !== 'CONDUCT'
    // Also a case that was on its way while the person was erased here arrives without what was said.
    const isBlank = (await store.isBlank(work, id)) || (kind !== 'REFERRAL' && (await isErasedHere(work, subjectId)))
    const copy = {
      id,
      kind,
      subjectId: before?.subjectId ?? subjectId,
      state,
      told: isBlank ? withoutWords(told) : told,
      version,
      openedAt: new Date(payload.openedAt),
    }
    if (!(await store.putCopy(work, copy))) return
    const { statementDueAt, outcome, effect } = told
    await work.announce(disputeChanged, {
      subjectId: id,
      version,
      payload: { disputeId: id, kind, subjectId: copy.subjectId, state, statementDueAt, outcome, effect },
    })
    const { timeZone } = await company(work)
    const due = told.statementDueAt && localTime(new Date(told.statementDueAt), timeZone).day
    if (!isOwn && state === 'STATEMENT' && due)
      await notify(work, {
        id: idFrom(id, 'DISPUTE_ASKED'),
        kind: 'DISPUTE_ASKED',
        detail: { caseId: id, until: due },
      })
    if (state === 'DECIDED' && before?.state !== 'DECIDED')
      await notify(work, {
        id: idFrom(id, 'DISPUTE_DECIDED'),
        kind: 'DISPUTE_DECIDED',
        detail: { caseId: id, ...(told.outcome && { outcome: told.outcome }) },
      })
  })
}

async function tellMember(installation: Installation, { version, payload }: Heard): Promise<void> {
  const { caseId: id, employerId, kind, subjectId, state, told } = payload
  const { memberId } = await memberBehind(installation, { id: subjectId, employerId })
  await inMember(installation, { memberId, actor }, async (work) => {
    // Who was erased is told nothing, and nothing is kept for them.
    const member = await findMember(work)
    if (!member || member.state === 'ERASED') return
    const before = await store.lockMemberCopy(work, id)
    const openedAt = new Date(payload.openedAt)
    if (!(await store.putMemberCopy(work, { id, kind, subjectId, state, told, version, openedAt }))) return
    const isAsked = kind === 'SLOT' && state === 'STATEMENT' && before === undefined
    const isDecided = state === 'DECIDED' && before?.state !== 'DECIDED'
    if (isAsked || isDecided) await mailAboutDispute(work, { askId: subjectId, id: idFrom(id, state) })
  })
}

/** That each side spoke, and when; both sides' words may name the person. */
export const withoutWords = <T extends Stands['told']>(told: T): T => ({
  ...told,
  statements: told.statements.map((one) => ({ ...one, text: '', evidence: [] })),
})
