import type { Work } from '../../../kernel/work.ts'
import { companyRules } from '../../accounts/index.ts'
import { budgetSpent } from '../errors.ts'
import * as store from './store-budget.ts'

/** How often the person may still be written to by this company's own wish, and when the next contact comes free. */
export async function contactsLeft(work: Work, personId: string): Promise<{ left: number; freeAt: Date | null }> {
  const { contacts, days } = (await companyRules(work)).contactBudget
  const since = new Date(work.now.getTime() - days * 86_400_000)
  const spent = await store.spentSince(work, { personId, since })
  const left = Math.max(0, contacts - spent.length)
  const oldest = spent.at(-contacts)
  return { left, freeAt: left > 0 || !oldest ? null : new Date(oldest.getTime() + days * 86_400_000) }
}

/**
 * Counts one contact under the mail's id; repeating it counts once. Refuses (`messages.budget-spent`) when the person
 * has been written to often enough.
 */
export async function spendContact(
  work: Work,
  { id, personId, kind }: { id: string; personId: string; kind: string },
): Promise<void> {
  await store.lockBudget(work, personId)
  if (await store.hasSpent(work, id)) return
  const { left, freeAt } = await contactsLeft(work, personId)
  const { contacts: limit, days } = (await companyRules(work)).contactBudget
  if (left === 0) throw budgetSpent({ limit, days, freeAt: (freeAt ?? work.now).toISOString() })
  await store.insertSpent(work, { id, personId, kind })
}

/** Gives a contact back when its mail never left. */
export const returnContact = (work: Work, mailId: string): Promise<void> => store.deleteSpent(work, mailId)
