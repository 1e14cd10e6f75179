import type { MemberWork, Work } from '../../../kernel/work.ts'
import type { ConsentText } from './texts.ts'

const textRow = (text: ConsentText, now: Date) => ({
  hash: text.hash,
  purpose: text.purpose,
  language: text.language,
  version: text.version,
  body: text.body,
  recorded_at: now,
})

export async function keepText({ tx, companyId, now }: Work, text: ConsentText): Promise<void> {
  await tx
    .insertInto('consent_text')
    .values({ company_id: companyId, ...textRow(text, now) })
    .onConflict((conflict) => conflict.columns(['company_id', 'hash']).doNothing())
    .execute()
}

export async function keepMemberText({ tx, memberId, now }: MemberWork, text: ConsentText): Promise<void> {
  await tx
    .insertInto('consent_member_text')
    .values({ member_id: memberId, ...textRow(text, now) })
    .onConflict((conflict) => conflict.columns(['member_id', 'hash']).doNothing())
    .execute()
}

export type KeptText = { hash: string; purpose: string; language: string; version: number; body: string }
const textColumns = ['hash', 'purpose', 'language', 'version', 'body'] as const

export const findText = ({ tx, companyId }: Work, hash: string): Promise<KeptText | undefined> =>
  tx
    .selectFrom('consent_text')
    .select(textColumns)
    .where('company_id', '=', companyId)
    .where('hash', '=', hash)
    .executeTakeFirst()

export const findMemberText = ({ tx, memberId }: MemberWork, hash: string): Promise<KeptText | undefined> =>
  tx
    .selectFrom('consent_member_text')
    .select(textColumns)
    .where('member_id', '=', memberId)
    .where('hash', '=', hash)
    .executeTakeFirst()
