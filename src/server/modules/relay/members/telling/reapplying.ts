import type { Work } from '../../../../kernel/work.ts'
import { company } from '../../../accounts/index.ts'
import { addMonths } from '../../../credits/index.ts'
import { applicationsOf } from '../../../selection/index.ts'
import { relaySettings } from '../../letters/settings.ts'
import { findRejection } from '../../letters/store-rejections.ts'

/** When a person may apply again here, and by which of their selections. */
export type Reapplication = {
  company: { name: string; nameEn: string | null; timeZone: string }
  /** Null where the company has set no waiting time. */
  cooldownMonths: number | null
  selections: { openingTitle: string; endedAt: Date; from: Date | null }[]
}

/** Of selections that ended by the company and that the person was told of; others are not for this page to tell. */
export async function reapplication(work: Work, { personId }: { personId: string }): Promise<Reapplication> {
  const { name, nameEn, timeZone } = await company(work)
  const { reapplyCooldownMonths: cooldownMonths } = await relaySettings(work)
  const selections: Reapplication['selections'] = []
  for (const { id, state, endedAt, openingTitle } of await applicationsOf(work, personId)) {
    if (state !== 'REJECTED' || endedAt === null || !(await findRejection(work, id))?.toldAt) continue
    selections.push({
      openingTitle,
      endedAt,
      from: cooldownMonths === null ? null : addMonths(endedAt, cooldownMonths),
    })
  }
  return { company: { name, nameEn, timeZone }, cooldownMonths, selections }
}
