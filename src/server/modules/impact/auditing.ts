import type { ImpactSwitch, Jurisdiction } from '../../../contract/impact/impact.ts'
import { newId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Work } from '../../kernel/work.ts'
import { company, keepSettings, lockCompany, operatorId } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { noticeRefInForce, type NoticeRef } from '../consent/index.ts'
import { assessmentSetting, forgetAssessed, isAssessing, subjectKeyOf } from '../matching/index.ts'
import { impactStaffOnly } from './errors.ts'
import * as store from './store.ts'
import { findAnswer } from './store-member.ts'

const actor = systemActor('impact.audit')

/** What a person is told of an audit that asks for their answer: by whom it is made, and under whose law. */
export type RunningAudit = {
  operatorId: string
  name: string
  nameEn: string | null
  jurisdiction: Jurisdiction
  /** The operator's privacy notice in force. */
  notice: NoticeRef | null
}

/** The audit that is on, if one is. */
export async function runningAudit(installation: Installation): Promise<RunningAudit | undefined> {
  const companyId = await operatorId(installation)
  if (!companyId) return undefined
  return inCompany(installation, { companyId, actor }, async (work) => {
    if (!(await isAssessing(work))) return undefined
    const [inForce] = await store.switches(work, 1)
    const { name, nameEn } = await company(work)
    return inForce?.jurisdiction
      ? {
          operatorId: companyId,
          name,
          nameEn,
          jurisdiction: inForce.jurisdiction,
          notice: await noticeRefInForce(work),
        }
      : undefined
  })
}

export type Switching = { isOn: true; jurisdiction: Jurisdiction; ground: string; reviewedBy: string } | { isOn: false }

/**
 * Begins the audit, on a ground of the law of another country than Japan that a person of staff records, or ends it. From
 * its beginning members may volunteer, and who is ranked is put down; at its end the answers are deleted from the audit.
 */
export async function switchAudit(work: Work, asked: Switching): Promise<ImpactSwitch> {
  if (work.actor.kind !== 'staff') throw impactStaffOnly({})
  await lockCompany(work)
  const made: ImpactSwitch = {
    id: newId(),
    isOn: asked.isOn,
    jurisdiction: asked.isOn ? asked.jurisdiction : null,
    ground: asked.isOn ? asked.ground : null,
    reviewedBy: asked.isOn ? asked.reviewedBy : null,
    recordedBy: work.actor.id,
    recordedAt: work.now.toISOString(),
  }
  await store.insertSwitch(work, made)
  await keepSettings(work, { [assessmentSetting]: asked.isOn })
  if (!asked.isOn) await store.deleteVolunteered(work)
  await record(work, {
    action: asked.isOn ? 'network.impact-switched-on' : 'network.impact-switched-off',
    detail: asked.isOn ? { jurisdiction: asked.jurisdiction } : {},
  })
  return made
}

type Heard = { realmId: string; version: number; payload: { isErased: boolean } }

/**
 * Brings the audit's copy of an answer up to what the member's realm holds at this moment. Of who was erased nothing is
 * left but a mark, for a month, against word that comes late; nothing is kept while no audit is on.
 */
export async function applyAnswer(installation: Installation, { realmId, version, payload }: Heard): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  const { isErased } = payload
  const kept = isErased
    ? undefined
    : await inMember(installation, { memberId: realmId, actor }, (work) => findAnswer(work))
  const subjectKey = subjectKeyOf(installation, realmId)
  await inCompany(installation, { companyId, actor }, async (work) => {
    // The audit may be switched off at this moment: whatever it deletes must not come back.
    await lockCompany(work)
    const isOn = await isAssessing(work)
    if (isOn || (await store.isVolunteered(work, subjectKey)))
      await store.putVolunteered(work, {
        subjectKey,
        answer: isOn ? (kept?.answer ?? null) : null,
        version: kept?.version ?? version,
      })
    if (isErased) await forgetAssessed(work, { subjectKey })
  })
}
