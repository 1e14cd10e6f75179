import { z } from 'zod'
import { defaultSendWindow, nextSendWindow, type SendWindow } from '../../../engines/japanese/index.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'

const hour = z.int().min(0).max(24)

/** When mail to people may leave, as a company keeps it in its settings. */
export const SendWindowSetting = z
  .object({
    fromHour: hour,
    untilHour: hour,
    weekdays: z.array(z.int().min(0).max(6)).min(1),
    onHolidays: z.boolean().default(false),
    /** Days of the company's own rest, such as 12-29 to 01-03, as calendar days. */
    closedDays: z.array(z.iso.date()).max(200).default([]),
  })
  .refine(({ fromHour, untilHour }) => fromHour < untilHour)

/** The company's send window; weekdays 9 to 18 in its zone unless it said otherwise. */
export async function sendWindow(work: Work): Promise<SendWindow> {
  const { settings, timeZone } = await company(work)
  const set = SendWindowSetting.safeParse(settings['sendWindow'])
  if (!set.success) return { ...defaultSendWindow, zone: timeZone }
  return { ...set.data, zone: timeZone, closedDays: new Set(set.data.closedDays) }
}

/** The given moment if mail may leave then, else the next moment at which it may. */
export async function intoWindow(work: Work, moment: Date): Promise<Date> {
  return nextSendWindow(moment, await sendWindow(work)) ?? moment
}
