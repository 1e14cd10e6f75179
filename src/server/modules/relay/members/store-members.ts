import { sql } from 'kysely'
import type { MemberWork } from '../../../kernel/work.ts'
import type { Activity } from './member-announcements.ts'
import type { QuietHours } from './mails/quiet-hours.ts'
import { Wishes } from './wishes.ts'

export const searchLevels = ['ACTIVE', 'OPEN', 'LATER', 'CLOSED'] as const

export type SearchLevel = (typeof searchLevels)[number]

export type Member = {
  id: string
  state: 'ACTIVE' | 'WITHDRAWN' | 'ERASED'
  mail: string | null
  displayName: string | null
  language: 'ja' | 'en'
  search: { level: SearchLevel; until: string | null }
  activity: Activity
  activityBy: string | null
  activityAt: Date
  contactsPer90Days: number
  /** What it was when the member stopped the mails from one of them; null once they have chosen again. */
  contactsBeforeStop: number | null
  quiet: QuietHours | null
  /** Keys of companies that were offered to be hidden from, and that the member left as they are. */
  employersLeft: string[]
  /** The request for which the address is in doubt: nothing is mailed until it is settled. */
  doubtedBy: string | null
  shownUntil: Date
  version: number
  registeredAt: Date
  /** When the member themselves did something last. */
  heardAt: Date
  changedAt: Date
}

const row = ({ tx, memberId }: MemberWork) =>
  tx
    .selectFrom('relay_member')
    .select([
      'member_id as id',
      'state',
      'mail',
      'display_name as displayName',
      'language',
      'search_level as level',
      sql<string | null>`to_char(search_until, 'YYYY-MM-DD')`.as('until'),
      'activity',
      'activity_by as activityBy',
      'activity_at as activityAt',
      'contacts_per_90_days as contactsPer90Days',
      'contacts_before_stop as contactsBeforeStop',
      'quiet_from as quietFrom',
      'quiet_until as quietUntil',
      'employers_left as employersLeft',
      'doubted_by as doubtedBy',
      'shown_until as shownUntil',
      'version',
      'registered_at as registeredAt',
      'changed_at as changedAt',
      (e) => e.fn.coalesce('heard_at', 'changed_at').as('heardAt'),
    ])
    .where('member_id', '=', memberId)

type Row = Awaited<ReturnType<ReturnType<typeof row>['executeTakeFirstOrThrow']>>

const typed = ({ level, until, version, quietFrom, quietUntil, ...rest }: Row): Member => ({
  ...(rest as Omit<Member, 'search' | 'version' | 'quiet'>),
  quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
  search: { level: level as SearchLevel, until },
  version: Number(version),
})

/** Where the member may be written to: nowhere after they left, nor while the address is in doubt. */
export const mailableAt = (member: Member | undefined): string | null =>
  member?.state === 'ACTIVE' && member.doubtedBy === null ? member.mail : null

export async function findMember(work: MemberWork): Promise<Member | undefined> {
  const found = await row(work).executeTakeFirst()
  return found && typed(found)
}

/** The member, held until this Work ends: everything that changes a member comes one after the other. */
export async function lockMember(work: MemberWork): Promise<Member | undefined> {
  const found = await row(work).forUpdate().executeTakeFirst()
  return found && typed(found)
}

export type NewMember = { mail: string; displayName: string; language: 'ja' | 'en'; shownUntil: Date }

export async function insertMember({ tx, memberId, now }: MemberWork, member: NewMember): Promise<void> {
  await tx
    .insertInto('relay_member')
    .values({
      member_id: memberId,
      state: 'ACTIVE',
      mail: member.mail,
      display_name: member.displayName,
      language: member.language,
      age_confirmed: true,
      search_level: 'OPEN',
      activity: 'ACTIVE',
      activity_at: now,
      // 4 contacts in 90 days unless the member chooses another number.
      contacts_per_90_days: 4,
      shown_until: member.shownUntil,
      version: 1,
      registered_at: now,
      heard_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.column('member_id').doNothing())
    .execute()
}

/** The member themselves did something at this moment. */
export async function putHeard({ tx, memberId, now }: MemberWork): Promise<void> {
  await tx.updateTable('relay_member').set({ heard_at: now }).where('member_id', '=', memberId).execute()
}

/** Puts the member's address in doubt, or, with the request that did or without one, takes the doubt back. */
export async function putDoubt(
  { tx, memberId }: MemberWork,
  { requestId, only }: { requestId: string | null; only?: string | undefined },
): Promise<void> {
  let row = tx.updateTable('relay_member').set({ doubted_by: requestId }).where('member_id', '=', memberId)
  if (only !== undefined) row = row.where('doubted_by', '=', only)
  await row.execute()
}

export type MemberChange = Partial<
  Pick<
    Member,
    | 'state'
    | 'mail'
    | 'displayName'
    | 'language'
    | 'search'
    | 'activity'
    | 'activityBy'
    | 'activityAt'
    | 'contactsPer90Days'
    | 'contactsBeforeStop'
    | 'quiet'
    | 'employersLeft'
    | 'shownUntil'
  >
>

/** Changes the member and answers the version under which the change is told. */
export async function changeMember({ tx, memberId, now }: MemberWork, change: MemberChange): Promise<number> {
  const {
    displayName,
    search,
    activityBy,
    activityAt,
    contactsPer90Days,
    contactsBeforeStop,
    quiet,
    employersLeft,
    shownUntil,
    ...same
  } = change
  const { version } = await tx
    .updateTable('relay_member')
    .set({
      ...same,
      ...(displayName !== undefined && { display_name: displayName }),
      ...(search && { search_level: search.level, search_until: search.until }),
      ...(activityBy !== undefined && { activity_by: activityBy }),
      ...(activityAt && { activity_at: activityAt }),
      ...(contactsPer90Days !== undefined && { contacts_per_90_days: contactsPer90Days }),
      ...(contactsBeforeStop !== undefined && { contacts_before_stop: contactsBeforeStop }),
      ...(quiet !== undefined && { quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null }),
      ...(employersLeft && { employers_left: employersLeft }),
      ...(shownUntil && { shown_until: shownUntil }),
      version: sql<string>`version + 1`,
      changed_at: now,
    })
    .where('member_id', '=', memberId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return Number(version)
}

export async function latestWishes({
  tx,
  memberId,
}: MemberWork): Promise<{ version: number; wishes: Wishes } | undefined> {
  const found = await tx
    .selectFrom('relay_member_profile')
    .select(['version', 'wishes'])
    .where('member_id', '=', memberId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && { version: found.version, wishes: Wishes.parse(found.wishes) }
}

export async function insertWishes({ tx, memberId, now }: MemberWork, version: number, wishes: Wishes): Promise<void> {
  await tx
    .insertInto('relay_member_profile')
    .values({ member_id: memberId, version, wishes: JSON.stringify(wishes), recorded_at: now })
    .execute()
}

export async function wishesHistory({ tx, memberId }: MemberWork) {
  return tx
    .selectFrom('relay_member_profile')
    .select(['version', 'wishes', 'recorded_at as recordedAt'])
    .where('member_id', '=', memberId)
    .orderBy('version')
    .execute()
}

export type MemberCompany = {
  companyId: string
  companyName: string
  personId: string
  sourceRecordId: string
  letterId: string
  linkedAt: Date
}

export const memberCompanies = ({ tx, memberId }: MemberWork): Promise<MemberCompany[]> =>
  tx
    .selectFrom('relay_member_company')
    .select([
      'linked_company as companyId',
      'company_name as companyName',
      'person_id as personId',
      'source_record_id as sourceRecordId',
      'letter_id as letterId',
      'linked_at as linkedAt',
    ])
    .where('member_id', '=', memberId)
    .orderBy('linked_at')
    .orderBy('linked_company')
    .execute()

export async function linkCompany({ tx, memberId }: MemberWork, link: MemberCompany): Promise<void> {
  await tx
    .insertInto('relay_member_company')
    .values({
      member_id: memberId,
      linked_company: link.companyId,
      company_name: link.companyName,
      person_id: link.personId,
      source_record_id: link.sourceRecordId,
      letter_id: link.letterId,
      linked_at: link.linkedAt,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'linked_company']).doNothing())
    .execute()
}

/** Removes what says who the member is and what they wish; the row itself stays as a blank. */
export async function blankMember(work: MemberWork): Promise<void> {
  const { tx, memberId } = work
  await tx.deleteFrom('relay_member_profile').where('member_id', '=', memberId).execute()
  await tx.deleteFrom('relay_member_block').where('member_id', '=', memberId).execute()
  await tx.deleteFrom('relay_member_industry').where('member_id', '=', memberId).execute()
  await tx.deleteFrom('relay_member_company').where('member_id', '=', memberId).execute()
  await tx
    .updateTable('relay_share')
    .set({ payload: null })
    .where('member_id', '=', memberId)
    .where('state', '<>', 'COMMITTED')
    .execute()
}
