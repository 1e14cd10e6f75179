import type { DataRequest } from '../../../../../contract/data-requests.ts'
import type { Tone } from '../../../../../ui/StatusBadge.tsx'

const dayMs = 86_400_000

/** Whole days until a moment; below zero once it has passed. */
export const daysUntil = (moment: string) => Math.floor((Date.parse(moment) - Date.now()) / dayMs)

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
