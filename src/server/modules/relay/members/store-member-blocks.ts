import type { MemberWork } from '../../../kernel/work.ts'

export type Block = { id: string; corporateNumber: string | null; companyName: string; nameKey: string; since: Date }

export const blocks = ({ tx, memberId }: MemberWork): Promise<Block[]> =>
  tx
    .selectFrom('relay_member_block')
    .select([
      'id',
      'corporate_number as corporateNumber',
      'company_name as companyName',
      'name_key as nameKey',
      'since',
    ])
    .where('member_id', '=', memberId)
    .orderBy('since')
    .execute()

export async function insertBlock({ tx, memberId, now }: MemberWork, block: Omit<Block, 'since'>): Promise<void> {
  await tx
    .insertInto('relay_member_block')
    .values({
      member_id: memberId,
      id: block.id,
      corporate_number: block.corporateNumber,
      company_name: block.companyName,
      name_key: block.nameKey,
      since: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteBlock({ tx, memberId }: MemberWork, id: string): Promise<void> {
  await tx.deleteFrom('relay_member_block').where('member_id', '=', memberId).where('id', '=', id).execute()
}

/** The lines of business to which the member is not shown. */
export async function hiddenIndustries({ tx, memberId }: MemberWork): Promise<string[]> {
  const rows = await tx
    .selectFrom('relay_member_industry')
    .select('industry')
    .where('member_id', '=', memberId)
    .orderBy('industry')
    .execute()
  return rows.map(({ industry }) => industry)
}

export async function putHiddenIndustries({ tx, memberId, now }: MemberWork, all: readonly string[]): Promise<void> {
  await tx.deleteFrom('relay_member_industry').where('member_id', '=', memberId).execute()
  if (all.length === 0) return
  await tx
    .insertInto('relay_member_industry')
    .values(all.map((industry) => ({ member_id: memberId, industry, since: now })))
    .execute()
}
