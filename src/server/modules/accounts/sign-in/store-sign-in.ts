import { sql } from 'kysely'
import type { Installation } from '../../../kernel/installation.ts'

type Parts = Pick<Installation, 'databases'>
export type CompanyKind = 'EMPLOYER' | 'OPERATOR'
export type Hint = { companyId: string; kind: CompanyKind }

/** The companies in which a person may have a staff row; a hint, to be checked in each company's realm. */
export async function membershipHints({ databases }: Parts, signInId: string): Promise<Hint[]> {
  const rows = await databases.signin
    .selectFrom('signin.membership')
    .select(['company_id', 'kind'])
    .where('sign_in_id', '=', signInId)
    .orderBy('company_id')
    .execute()
  return rows.map((row) => ({ companyId: row.company_id, kind: row.kind as CompanyKind }))
}

export async function findSignInId({ databases }: Parts, email: string): Promise<string | undefined> {
  const found = await databases.signin.selectFrom('signin.sign_in').select('id').where('email', '=', email).execute()
  return found[0]?.id
}

export async function rememberMembership({ databases }: Parts, signInId: string, hint: Hint): Promise<void> {
  await databases.signin
    .insertInto('signin.membership')
    .values({ sign_in_id: signInId, company_id: hint.companyId, kind: hint.kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type OpenSession = {
  id: string
  site: 'console' | 'operator'
  userAgent: string
  ipAddress: string
  createdAt: Date
  lastUsedAt: Date
}

export async function openSessions({ databases }: Parts, signInId: string): Promise<OpenSession[]> {
  const rows = await databases.signin
    .selectFrom('signin.session')
    .selectAll()
    .where('sign_in_id', '=', signInId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    site: row.site as OpenSession['site'],
    userAgent: row.user_agent ?? '',
    ipAddress: row.ip_address ?? '',
    createdAt: row.created_at,
    lastUsedAt: row.updated_at,
  }))
}

type Ending = { signInId: string; sessionId?: string; except?: string }

/** Ends one session, all, or all but one; says how many. */
export async function endSessions({ databases }: Parts, { signInId, sessionId, except }: Ending): Promise<number> {
  let ending = databases.signin.deleteFrom('signin.session').where('sign_in_id', '=', signInId)
  if (sessionId) ending = ending.where('id', '=', sessionId)
  if (except) ending = ending.where('id', '!=', except)
  const ended = await ending.executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Takes the second factor and every trusted browser away and ends all sessions. Repeating it changes nothing. */
export async function removeSecondFactor({ databases }: Parts, signInId: string): Promise<void> {
  await databases.signin.transaction().execute(async (tx) => {
    await tx.deleteFrom('signin.second_factor').where('sign_in_id', '=', signInId).execute()
    await tx.deleteFrom('signin.verification').where('value', '=', signInId).execute()
    await tx.deleteFrom('signin.session').where('sign_in_id', '=', signInId).execute()
    await tx.updateTable('signin.sign_in').set({ two_factor_enabled: false }).where('id', '=', signInId).execute()
  })
}

/** Ends what proves somebody without the password as it is now: mailed links, trusted browsers, sign-ins half done. */
export async function spendVerifications({ databases }: Parts, signInId: string): Promise<void> {
  await databases.signin.deleteFrom('signin.verification').where('value', '=', signInId).execute()
}

/** Remembers a one-time code as used; false when it was before. */
export async function spendCode({ databases }: Parts, signInId: string, codeHash: string): Promise<boolean> {
  const spent = await databases.signin
    .insertInto('signin.used_code')
    .values({ sign_in_id: signInId, code_hash: codeHash, used_at: sql<Date>`now()` })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(spent.numInsertedOrUpdatedRows) === 1
}

/** Counts one try and says how many there were in the running window. */
export async function countAttempt({ databases }: Parts, key: string, windowMinutes: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into signin.attempt as known (key, count, window_started_at) values (${key}, 1, now())
    on conflict (key) do update set
      count = case when known.window_started_at < now() - ${windowMinutes} * interval '1 minute' then 1 else known.count + 1 end,
      window_started_at = case when known.window_started_at < now() - ${windowMinutes} * interval '1 minute'
        then excluded.window_started_at else known.window_started_at end
    returning count`.execute(databases.signin)
  return rows[0]?.count ?? 0
}

export async function forgetAttempts({ databases }: Parts, key: string): Promise<void> {
  await databases.signin.deleteFrom('signin.attempt').where('key', '=', key).execute()
}

/** Removes what has expired: sessions, challenges, links, used codes and counts of tries. */
export async function sweepSignIn({ databases }: Parts): Promise<void> {
  const past = sql<Date>`now() - interval '1 day'`
  await databases.signin.deleteFrom('signin.session').where('expires_at', '<', past).execute()
  await databases.signin.deleteFrom('signin.verification').where('expires_at', '<', past).execute()
  await databases.signin.deleteFrom('signin.used_code').where('used_at', '<', past).execute()
  await databases.signin.deleteFrom('signin.attempt').where('window_started_at', '<', past).execute()
}
