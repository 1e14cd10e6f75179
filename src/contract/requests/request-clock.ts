const dayMs = 86_400_000

/**
 * Days that are left to answer a person's request, counted on the calendar of the company's zone: 14 on the day on which
 * one of 14 days arrives, 0 on the last day, and below 0 from the very moment on at which it is late.
 */
export function daysLeft({ dueAt, now, zone }: { dueAt: string; now: Date; zone: string }): number {
  const due = new Date(dueAt)
  const midnight = (at: Date) => Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at))
  const days = Math.round((midnight(due) - midnight(now)) / dayMs)
  return due < now ? Math.min(-1, days) : days
}
