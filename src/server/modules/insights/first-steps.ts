import { firstSteps, type FirstStep } from '../../../contract/accounts/first-steps.ts'
import type { Work } from '../../kernel/work.ts'
import { company, openInvitations, staff } from '../accounts/index.ts'
import { basis } from '../consent/index.ts'
import { letterTemplates } from '../messages/index.ts'
import { switches } from '../relay/index.ts'
import { hasPeople } from './reports.ts'

/**
 * What the company has done of what comes before its first letter. A template counts as looked at once it was
 * rewritten, or once letters are on: the product's own words may stay.
 */
export async function stepsDone(work: Work): Promise<{ step: FirstStep; isDone: boolean }[]> {
  const { address, contactMail } = await company(work)
  const isOn = (await switches(work)).some(({ onSince }) => onSince !== null)
  const colleagues = (await staff(work)).filter(({ state }) => state === 'ACTIVE')
  const done: Record<FirstStep, boolean> = {
    COMPANY: address !== null && contactMail !== null,
    DATA: await hasPeople(work),
    STAFF: colleagues.length > 1 || (await openInvitations(work)).length > 0,
    PURPOSE: (await basis(work, 'LETTER')) !== undefined,
    TEMPLATE: isOn || (await letterTemplates(work)).some(({ version }) => version > 0),
    PREFLIGHT: isOn,
  }
  return firstSteps.map((step) => ({ step, isDone: done[step] }))
}
