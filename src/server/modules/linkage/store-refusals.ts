import { sql } from 'kysely'
import type { LinkReason } from '../../../contract/linkage/linkage-terms.ts'
import { insertRows } from '../../kernel/database/insert-rows.ts'
import type { Work } from '../../kernel/work.ts'

type Sides = { ones: readonly string[]; others: readonly string[] }

/** Keeps that no record of one side is of one person with a record of the other, and on what evidence it was said. */
export async function insertRefusals(
  work: Work,
  { ones, others, evidence }: Sides & { evidence: readonly LinkReason[] },
): Promise<void> {
  const { now, actor } = work
  await insertRows(
    work,
    {
      table: 'linkage_refusal',
      columns: {
        one_record_id: 'uuid',
        other_record_id: 'uuid',
        evidence: 'jsonb',
        decided_by: 'text',
        recorded_at: 'timestamptz',
      },
      onConflict: sql`on conflict (company_id, one_record_id, other_record_id)
        do update set evidence = excluded.evidence, decided_by = excluded.decided_by`,
    },
    ones.flatMap((left) =>
      others.map((right) => {
        const [one, other] = [left, right].toSorted()
        return {
          one_record_id: one,
          other_record_id: other,
          evidence,
          decided_by: `${actor.kind}:${actor.id}`,
          recorded_at: now,
        }
      }),
    ),
  )
}

/** Forgets what was refused between the two sides. */
export async function dropRefusals({ tx, companyId }: Work, { ones, others }: Sides): Promise<void> {
  if (ones.length === 0 || others.length === 0) return
  await tx
    .deleteFrom('linkage_refusal')
    .where('company_id', '=', companyId)
    .where((e) =>
      e.or([
        e.and([e('one_record_id', 'in', ones), e('other_record_id', 'in', others)]),
        e.and([e('one_record_id', 'in', others), e('other_record_id', 'in', ones)]),
      ]),
    )
    .execute()
}
