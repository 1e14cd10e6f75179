import { nextSendWindow, type SendWindow } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, companyRules } from '../../accounts/index.ts'

/** The company's send window; weekdays 9 to 18 in its zone unless it said otherwise. */
export async function sendWindow(work: Work): Promise<SendWindow> {
  const [{ sendWindow: rule }, { timeZone }] = [await companyRules(work), await company(work)]
  return { ...rule, zone: timeZone, closedDays: new Set(rule.closedDays) }
}

/** The given moment if mail may leave then, else the next moment at which it may. */
export async function intoWindow(work: Work, moment: Date): Promise<Date> {
  return nextSendWindow(moment, await sendWindow(work)) ?? moment
}
