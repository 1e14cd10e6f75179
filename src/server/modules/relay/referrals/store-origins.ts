import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import type { OriginMarks } from './origin.ts'
import type { Alike } from './signals.ts'

/** Keeps from where the registration by a letter came, once. */
export async function insertOrigin(
  { tx, companyId, now }: Work,
  { letterId, device, block }: OriginMarks & { letterId: string },
): Promise<void> {
  await tx
    .insertInto('relay_origin')
    .values({
      company_id: companyId,
      letter_id: letterId,
      device_mark: device,
      block_mark: block,
      registered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Registrations like the one by this letter: the device within seven days of it, the block and all within one. */
export async function alike({ tx, companyId }: Work, letterId: string): Promise<Alike> {
  const { rows } = await sql<Alike>`
    select count(*) filter (where other.device_mark = own.device_mark)::integer as "byDevice",
      count(*) filter (where is_of_day and other.block_mark = own.block_mark)::integer as "byBlock",
      count(*) filter (where is_of_day)::integer as "onTheDay"
    from relay_origin own
    join relay_origin other on other.company_id = own.company_id
      and other.registered_at between own.registered_at - interval '7 days' and own.registered_at + interval '7 days'
    cross join lateral (select other.registered_at
      between own.registered_at - interval '1 day' and own.registered_at + interval '1 day' as is_of_day) as day
    where own.company_id = ${companyId} and own.letter_id = ${letterId}`.execute(tx)
  return rows[0] ?? { byDevice: 0, byBlock: 0, onTheDay: 0 }
}

/** Forgets what was kept before a moment; answers of how many. */
export async function forgetOriginsBefore({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('relay_origin')
    .where('company_id', '=', companyId)
    .where('registered_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function forgetOriginsOf({ tx, companyId }: Work, letterIds: readonly string[]): Promise<void> {
  if (letterIds.length === 0) return
  await tx
    .deleteFrom('relay_origin')
    .where('company_id', '=', companyId)
    .where('letter_id', 'in', [...letterIds])
    .execute()
}
