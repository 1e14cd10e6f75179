/**
 * Waits after a temporary refusal, in minutes: ten tries in all, the last 68 hours after the first, so
 * that with the delays of a busy queue it still lies within 72. Grey-listing is
 * over after minutes; a full mailbox or an outage takes days (RFC 5321, 4.5.4.1 asks for at least 4 or 5 days from
 * relays; ours is handed over to one).
 */
const waitsMinutes = [5, 15, 30, 60, 120, 240, 480, 960, 2160]

const hour = 3_600_000
const longest = 72 * hour

/** When to try again after `tries` tries, or nothing when it is time to give up. */
export function nextTry(tried: { tries: number; firstTriedAt: Date; now: Date }): Date | undefined {
  const wait = waitsMinutes[tried.tries - 1]
  if (wait === undefined) return undefined
  const next = new Date(tried.now.getTime() + wait * 60_000)
  return next.getTime() - tried.firstTriedAt.getTime() <= longest ? next : undefined
}
