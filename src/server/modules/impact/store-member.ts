import type { Race, Sex } from '../../../contract/impact/impact.ts'
import type { MemberWork } from '../../kernel/work.ts'

/** What a member volunteered; null where they left it open. */
export type Volunteered = { sex: Sex | null; race: Race | null }
export type Kept = { answer: Volunteered | null; version: number; changedAt: Date }

/** In the member's realm; held until the Work ends where it is about to change. */
export async function findAnswer({ tx, memberId }: MemberWork, isHeld = false): Promise<Kept | undefined> {
  const row = await tx
    .selectFrom('impact_answer')
    .selectAll()
    .where('member_id', '=', memberId)
    .$if(isHeld, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return undefined
  const answer = row.is_given ? { sex: row.sex as Sex | null, race: row.race as Race | null } : null
  return { answer, version: Number(row.version), changedAt: row.changed_at }
}

/** Keeps the answer, or that there is none any more, and says its version. */
export async function putAnswer(work: MemberWork, answer: Volunteered | null): Promise<number> {
  const { tx, memberId, now } = work
  const version = ((await findAnswer(work, true))?.version ?? 0) + 1
  const kept = { sex: answer?.sex ?? null, race: answer?.race ?? null, is_given: answer !== null }
  await tx
    .insertInto('impact_answer')
    .values({ member_id: memberId, ...kept, version, changed_at: now })
    .onConflict((conflict) =>
      conflict.column('member_id').doUpdateSet((e) => ({
        sex: e.ref('excluded.sex'),
        race: e.ref('excluded.race'),
        is_given: e.ref('excluded.is_given'),
        version: e.ref('excluded.version'),
        changed_at: e.ref('excluded.changed_at'),
      })),
    )
    .execute()
  return version
}

export async function deleteAnswer({ tx, memberId }: MemberWork): Promise<void> {
  await tx.deleteFrom('impact_answer').where('member_id', '=', memberId).execute()
}
