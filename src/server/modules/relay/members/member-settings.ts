import { companyKey, dayIn, defaultSendWindow } from '../../../../engines/japanese/index.ts'
import { findForbidden } from '../../../../engines/forbidden/index.ts'
import { addMonths } from '../../credits/index.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { changeAndTell } from './telling/flow-back.ts'
import { blockUnclear, forbiddenWords, memberLeft, noMember, quietUnclear } from './member-errors.ts'
import type { QuietHours } from './mails/quiet-hours.ts'
import * as store from './store-members.ts'
import * as hiding from './store-member-blocks.ts'
import { Wishes } from './wishes.ts'

/** Months after which an anonymous profile leaves the network unless it is renewed (docs/rules.md). */
const shelfLifeMonths = 6
export const shownUntilFrom = (now: Date): Date => addMonths(now, shelfLifeMonths)

async function active(work: MemberWork): Promise<store.Member> {
  const member = await store.lockMember(work)
  if (!member) throw noMember()
  if (member.state !== 'ACTIVE') throw memberLeft({ state: member.state })
  return member
}

/** Refuses text that may not be collected (職業安定法 5条の5), naming the word. */
export function refuseForbidden(...texts: readonly string[]): void {
  for (const text of texts) {
    const found = findForbidden(text, 'OWN_WORDS')
    if (found) throw forbiddenWords({ word: found.word })
  }
}

/** Keeps another version of what the member wishes; the same again changes nothing. Answers whether it did. */
export async function keepWishes(work: MemberWork, stated: Wishes): Promise<boolean> {
  const wishes = Wishes.parse(stated)
  refuseForbidden(wishes.workHistory, ...wishes.skills)
  const before = await store.latestWishes(work)
  if (before && JSON.stringify(before.wishes) === JSON.stringify(wishes)) return false
  await store.insertWishes(work, (before?.version ?? 0) + 1, wishes)
  return true
}

/** The member states the own profile again, which also renews it. */
export async function changeProfile(
  work: MemberWork,
  { displayName, wishes }: { displayName: string; wishes: Wishes },
): Promise<void> {
  await active(work)
  await keepWishes(work, wishes)
  await changeAndTell(work, { displayName, shownUntil: shownUntilFrom(work.now) })
}

/**
 * How the member looks for work, in four levels, for as long as the member says; who looks and names no day looks for
 * half a year.
 */
export async function changeSearch(work: MemberWork, { level, until }: store.Member['search']): Promise<void> {
  await active(work)
  const isLooking = level === 'ACTIVE' || level === 'OPEN'
  const half = dayIn(addMonths(work.now, shelfLifeMonths), defaultSendWindow.zone)
  await changeAndTell(work, { search: { level, until: until ?? (isLooking ? half : null) } })
}

/** How many contacts the member allows in 90 days, across all employers. */
export async function changeBudget(work: MemberWork, contactsPer90Days: number): Promise<void> {
  await active(work)
  await changeAndTell(work, { contactsPer90Days, contactsBeforeStop: null })
}

/** In which hours of the day no mail of the relay reaches the member; what falls into them waits. */
export async function changeQuietHours(work: MemberWork, quiet: QuietHours | null): Promise<void> {
  await active(work)
  if (quiet && quiet.from === quiet.until) throw quietUnclear({})
  await changeAndTell(work, { quiet })
}

/** People had so many employers at most; what is left beyond that is offered again. */
const mostLeft = 50

/** The member leaves a company as it is, which their words name as their employer: it is not offered to be hidden from again. */
export async function leaveEmployer(work: MemberWork, company: string): Promise<void> {
  const { employersLeft } = await active(work)
  const key = companyKey(company)
  if (key === '' || employersLeft.includes(key)) return
  await store.changeMember(work, { employersLeft: [...employersLeft, key].slice(-mostLeft) })
}

/** In which language the relay writes to the member. */
export async function changeLanguage(work: MemberWork, language: store.Member['language']): Promise<void> {
  await active(work)
  await changeAndTell(work, { language })
}

/** What is meant by a company that somebody typed; undefined where it is neither a name nor a number. */
export function companyTyped(company: string): Omit<hiding.Block, 'id' | 'since'> | undefined {
  const typed = company.normalize('NFKC').trim()
  const digits = typed.replaceAll(/[\s-]/g, '')
  const corporateNumber = /^\d{13}$/.test(digits) ? digits : null
  const nameKey = corporateNumber ?? companyKey(typed)
  return nameKey === '' ? undefined : { corporateNumber, companyName: typed.slice(0, 120), nameKey }
}

/** Puts a company on the list, by number or name, and answers under which key. Whoever calls tells of the change. */
export async function keepBlock(work: MemberWork, { id, company }: { id: string; company: string }): Promise<string> {
  const typed = companyTyped(company)
  if (!typed) throw blockUnclear({})
  await hiding.insertBlock(work, { id, ...typed })
  return typed.nameKey
}

/**
 * Keeps a company from ever seeing this member: by its corporate number of 13 digits, or by its name. Refuses what is
 * neither (`relay.block-unclear`). Answers the id under which it is kept: that of the first time, where it is the same.
 */
export async function blockCompany(
  work: MemberWork,
  { id, company }: { id: string; company: string },
): Promise<string> {
  await active(work)
  const nameKey = await keepBlock(work, { id, company })
  await changeAndTell(work, {})
  return (await hiding.blocks(work)).find((one) => one.nameKey === nameKey)?.id ?? id
}

export async function unblockCompany(work: MemberWork, id: string): Promise<void> {
  await active(work)
  await hiding.deleteBlock(work, id)
  await changeAndTell(work, {})
}

/** Keeps the member from being shown to companies of these lines of business (letters A to T), and to such as do not say theirs. */
export async function changeHiddenIndustries(work: MemberWork, industries: readonly string[]): Promise<void> {
  await active(work)
  await hiding.putHiddenIndustries(work, [...new Set(industries)])
  await changeAndTell(work, {})
}

/** A mail reached somebody else: nothing is mailed to the member until the address is proved or the request declined. */
export const doubtMail = (work: MemberWork, requestId: string): Promise<void> => store.putDoubt(work, { requestId })

/** The member proved the address, or the request that doubted it was declined. */
export const trustMail = (work: MemberWork, only?: string): Promise<void> =>
  store.putDoubt(work, { requestId: null, only })
