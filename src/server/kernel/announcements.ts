import type { z } from 'zod'
import type { Installation } from './installation.ts'
import type { MemberWork, Work } from './work.ts'

/** Something that happened in a realm, told rightward; who listens is wired in `app.ts` alone. */
export type Announcement<P> = { name: string; realm: 'company' | 'member'; payload: z.ZodType<P> }

/** Declares an announcement of a company's realm. `name` is `module.what-happened` and is stable. */
export const companyAnnouncement = <P>(name: string, payload: z.ZodType<P>): Announcement<P> => ({
  name,
  realm: 'company',
  payload,
})
export const memberAnnouncement = <P>(name: string, payload: z.ZodType<P>): Announcement<P> => ({
  name,
  realm: 'member',
  payload,
})

/** What a change says of itself: the thing that changed, and a number that grows with each of its changes. */
export type Announced<P> = { subjectId: string; version: number; payload: P }

/** How a subscriber outside the announcing realm is called: between transactions, and possibly more than once. */
export type Across<P> = (
  installation: Installation,
  heard: Announced<P> & { id: string; realmId: string },
) => Promise<void>

export type Subscription = {
  announcement: string
  /** Unique and stable: what this subscriber has applied is remembered under it. */
  subscriber: string
  payload: z.ZodType
} & (
  | { reach: 'company'; apply: (work: Work, heard: Announced<never> & { id: string }) => Promise<void> }
  | { reach: 'member'; apply: (work: MemberWork, heard: Announced<never> & { id: string }) => Promise<void> }
  | { reach: 'across'; apply: Across<never> }
)

/**
 * A subscriber in the announcing company's own realm: it runs once per version of a subject, in one transaction
 * with the mark that it ran, and never for a version older than one it has applied.
 */
export function onCompany<P>(
  announcement: Announcement<P>,
  subscriber: string,
  apply: (work: Work, heard: Announced<P> & { id: string }) => Promise<void>,
): Subscription {
  return {
    announcement: announcement.name,
    subscriber,
    payload: announcement.payload,
    reach: 'company',
    apply,
  } as Subscription
}

export function onMember<P>(
  announcement: Announcement<P>,
  subscriber: string,
  apply: (work: MemberWork, heard: Announced<P> & { id: string }) => Promise<void>,
): Subscription {
  return {
    announcement: announcement.name,
    subscriber,
    payload: announcement.payload,
    reach: 'member',
    apply,
  } as Subscription
}

/**
 * A subscriber that carries the effect into another realm. It may run again after a crash, so what it does there
 * goes under the id it is handed: a retry changes nothing.
 */
export function onAcross<P>(announcement: Announcement<P>, subscriber: string, apply: Across<P>): Subscription {
  return {
    announcement: announcement.name,
    subscriber,
    payload: announcement.payload,
    reach: 'across',
    apply,
  } as Subscription
}
