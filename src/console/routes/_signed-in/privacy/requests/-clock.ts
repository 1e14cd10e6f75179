import type { DataRequest } from '../../../../../contract/requests/data-requests.ts'
import { daysLeft } from '../../../../../contract/requests/request-clock.ts'
import type { Tone } from '../../../../../ui/StatusBadge.tsx'
import { useFormat } from '../../../../../ui/text/TextProvider.tsx'

/** Days left to answer a request, by the calendar of the company; below zero once it is late. */
export function useDaysLeft(): (request: Pick<DataRequest, 'dueAt'>) => number {
  const { zone } = useFormat()
  return ({ dueAt }) => daysLeft({ dueAt, now: new Date(), zone })
}

export const dueTone = (days: number): Tone => {
  if (days < 0) return 'bad'
  return days <= 3 ? 'wait' : 'neutral'
}

export const stateTones: Record<DataRequest['state'], Tone> = {
  OPEN: 'wait',
  ANSWERED: 'good',
  PARTIAL: 'busy',
  DECLINED: 'neutral',
}
