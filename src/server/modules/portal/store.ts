import type { Work } from '../../kernel/work.ts'

export type StoredSession = {
  id: string
  personId: string
  sourceRecordId: string | null
  letterId: string | null
  letterSentAt: Date | null
  memberId: string | null
  verifiedAt: Date | null
  verifiedMailHash: string | null
  seenAt: Date
  expiresAt: Date
}

export type NewSession = Pick<
  StoredSession,
  'id' | 'personId' | 'sourceRecordId' | 'letterId' | 'letterSentAt' | 'expiresAt'
> & { secretHash: string; linkId: string; budget: Budget }

/**
 * What visits and codes are counted on. ASKED_LINK: the owner had it mailed by the page for lost links, BROWSER: a code
 * was entered there before; neither is in the hands of whom a mail was forwarded to.
 */
export type Budget = { id: string; kind: 'LINK' | 'ASKED_LINK' | 'BROWSER' }

export async function insertSession({ tx, companyId, now }: Work, session: NewSession): Promise<void> {
  await tx
    .insertInto('portal_session')
    .values({
      company_id: companyId,
      id: session.id,
      secret_hash: session.secretHash,
      link_id: session.linkId,
      other_budget_id: session.budget.kind === 'LINK' ? null : session.budget.id,
      budget_kind: session.budget.kind,
      person_id: session.personId,
      source_record_id: session.sourceRecordId,
      letter_id: session.letterId,
      letter_sent_at: session.letterSentAt,
      seen_at: now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** When the visits of a budget end that nobody proved and that end after a moment, the latest first. */
export async function unprovenVisits(
  { tx, companyId }: Work,
  { budgetId, endingAfter, limit }: { budgetId: string; endingAfter: Date; limit: number },
): Promise<Date[]> {
  const rows = await tx
    .selectFrom('portal_session')
    .select('expires_at')
    .where('company_id', '=', companyId)
    .where('budget_id', '=', budgetId)
    .where('verified_at', 'is', null)
    .where('expires_at', '>', endingAfter)
    .orderBy('expires_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.expires_at)
}

export async function findSession(
  { tx, companyId, now }: Work,
  secretHash: string,
): Promise<StoredSession | undefined> {
  return tx
    .selectFrom('portal_session')
    .select([
      'id',
      'person_id as personId',
      'source_record_id as sourceRecordId',
      'letter_id as letterId',
      'letter_sent_at as letterSentAt',
      'member_id as memberId',
      'verified_at as verifiedAt',
      'verified_mail_hash as verifiedMailHash',
      'seen_at as seenAt',
      'expires_at as expiresAt',
    ])
    .where('company_id', '=', companyId)
    .where('secret_hash', '=', secretHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** The visits of a person that are not over, the newest first. Those left idle count until they run out. */
export const openSessions = (
  { tx, companyId, now }: Work,
  personId: string,
): Promise<Pick<StoredSession, 'id' | 'seenAt' | 'expiresAt' | 'verifiedAt'>[]> =>
  tx
    .selectFrom('portal_session')
    .select(['id', 'seen_at as seenAt', 'expires_at as expiresAt', 'verified_at as verifiedAt'])
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

export async function touchSession({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('portal_session')
    .set({ seen_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function endSession({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('portal_session')
    .set({ ended_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Ends every visit of a person, as after an erasure or when a mail reached somebody else. */
export async function endSessionsOf({ tx, companyId, now }: Work, personId: string): Promise<void> {
  await tx
    .updateTable('portal_session')
    .set({ ended_at: now })
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

export async function verifySession({ tx, companyId, now }: Work, id: string, mailHash: string): Promise<void> {
  await tx
    .updateTable('portal_session')
    .set({ verified_at: now, verified_mail_hash: mailHash })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function setMember({ tx, companyId }: Work, id: string, memberId: string | null): Promise<void> {
  await tx
    .updateTable('portal_session')
    .set({ member_id: memberId })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function deleteSessions(
  { tx, companyId }: Work,
  which: { before: Date } | { personId: string },
): Promise<number> {
  const all = tx.deleteFrom('portal_session').where('company_id', '=', companyId)
  const chosen =
    'before' in which ? all.where('expires_at', '<', which.before) : all.where('person_id', '=', which.personId)
  const { numDeletedRows } = await chosen.executeTakeFirst()
  return Number(numDeletedRows)
}

export type Code = {
  codeHash: string
  mailHash: string
  sentAt: Date
  expiresAt: Date
  triesLeft: number
  sentCount: number
}

export async function lockCode({ tx, companyId }: Work, sessionId: string): Promise<Code | undefined> {
  return tx
    .selectFrom('portal_code')
    .select([
      'code_hash as codeHash',
      'mail_hash as mailHash',
      'sent_at as sentAt',
      'expires_at as expiresAt',
      'tries_left as triesLeft',
      'sent_count as sentCount',
    ])
    .where('company_id', '=', companyId)
    .where('session_id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst()
}

export async function putCode(
  { tx, companyId, now }: Work,
  code: { sessionId: string; id: string; codeHash: string; mailHash: string; expiresAt: Date; sentCount: number },
): Promise<void> {
  const row = {
    id: code.id,
    code_hash: code.codeHash,
    mail_hash: code.mailHash,
    sent_at: now,
    expires_at: code.expiresAt,
    tries_left: 5,
    sent_count: code.sentCount,
  }
  await tx
    .insertInto('portal_code')
    .values({ company_id: companyId, session_id: code.sessionId, ...row })
    .onConflict((conflict) => conflict.columns(['company_id', 'session_id']).doUpdateSet(row))
    .execute()
}

/** Codes of one visit: how many were sent, and when the last of them. */
export type SentCodes = { sentAt: Date; count: number }

/** What was sent after a moment on the budget of a visit, or by all links of its person that a mail brought unasked. */
export async function sentCodes(
  { tx, companyId }: Work,
  { sessionId, after, of }: { sessionId: string; after: Date; of: 'BUDGET' | 'PERSON' },
): Promise<SentCodes[]> {
  const rows = await tx
    .selectFrom('portal_session as own')
    .innerJoin('portal_session as any', (join) => {
      const same = join.onRef('any.company_id', '=', 'own.company_id')
      return of === 'BUDGET'
        ? same.onRef('any.budget_id', '=', 'own.budget_id')
        : same
            .onRef('any.person_id', '=', 'own.person_id')
            .onRef('any.budget_kind', '=', 'own.budget_kind')
            .on('own.budget_kind', '=', 'LINK')
    })
    .innerJoin('portal_code as code', (join) =>
      join.onRef('code.company_id', '=', 'any.company_id').onRef('code.session_id', '=', 'any.id'),
    )
    .select(['code.sent_at as sentAt', 'code.sent_count as count'])
    .where('own.company_id', '=', companyId)
    .where('own.id', '=', sessionId)
    .where('code.sent_at', '>', after)
    .orderBy('code.sent_at')
    .execute()
  return rows
}

export async function spendTry({ tx, companyId }: Work, sessionId: string): Promise<void> {
  await tx
    .updateTable('portal_code')
    .set((e) => ({ tries_left: e('tries_left', '-', 1) }))
    .where('company_id', '=', companyId)
    .where('session_id', '=', sessionId)
    .where('tries_left', '>', 0)
    .execute()
}

/** A code that was right is used up; how many were sent stays counted. */
export async function useUpCode({ tx, companyId }: Work, sessionId: string): Promise<void> {
  await tx
    .updateTable('portal_code')
    .set({ tries_left: 0 })
    .where('company_id', '=', companyId)
    .where('session_id', '=', sessionId)
    .execute()
}

export type ErrandKind = 'LOST_LINK' | 'UNREACHABLE' | 'NOT_ME'

export async function insertErrand(
  { tx, companyId, now }: Work,
  errand: { id: string; kind: ErrandKind; content: string },
): Promise<void> {
  await tx
    .insertInto('portal_errand')
    .values({ company_id: companyId, ...errand, state: 'READY', due_at: now, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

export async function findErrand({ tx, companyId }: Work, id: string) {
  return tx
    .selectFrom('portal_errand')
    .select(['kind', 'content'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .executeTakeFirst()
}

export async function settleErrand({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('portal_errand')
    .set({ state: 'DONE', content: null, lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
