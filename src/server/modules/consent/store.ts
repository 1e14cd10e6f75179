import type { NewBasis } from '../../../contract/consent/consent.ts'
import type { Work } from '../../kernel/work.ts'

export type RecordedBasis = NewBasis & { id: string; recordedBy: string; recordedAt: Date }

export async function insertBasis(
  { tx, companyId, actor, now }: Work,
  basis: NewBasis & { id: string },
): Promise<void> {
  await tx
    .insertInto('consent_basis')
    .values({
      company_id: companyId,
      id: basis.id,
      kind: basis.kind,
      purpose: basis.purpose,
      legal_basis: basis.legalBasis,
      mail_permission: basis.mailPermission,
      explanation: basis.explanation,
      recorded_by: actor.id,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

const selectBasis = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('consent_basis')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')

type BasisRow = Awaited<ReturnType<ReturnType<typeof selectBasis>['executeTakeFirstOrThrow']>>

const basisOf = (row: BasisRow): RecordedBasis => ({
  id: row.id,
  kind: row.kind as NewBasis['kind'],
  purpose: row.purpose,
  legalBasis: row.legal_basis as NewBasis['legalBasis'],
  mailPermission: row.mail_permission as NewBasis['mailPermission'],
  explanation: row.explanation,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
})

export async function findBasis(work: Work, kind: NewBasis['kind']): Promise<RecordedBasis | undefined> {
  const row = await selectBasis(work).where('kind', '=', kind).limit(1).executeTakeFirst()
  return row && basisOf(row)
}

export const listBases = async (work: Work): Promise<RecordedBasis[]> =>
  (await selectBasis(work).limit(200).execute()).map(basisOf)

export async function findBasisById(work: Work, id: string): Promise<RecordedBasis | undefined> {
  const row = await selectBasis(work).where('id', '=', id).executeTakeFirst()
  return row && basisOf(row)
}
