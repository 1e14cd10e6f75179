import { sql } from 'kysely'
import type { Finding } from '../../../kernel/module.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

type Row = { id: string }
const findings = (rule: string, rows: readonly Row[], saw: string): Finding[] =>
  rows.map(({ id }) => ({ rule, where: id, saw }))

/** No letter counts twice in a company. */
export async function verifyReferrals({ tx, companyId }: Work): Promise<Finding[]> {
  const twice = await sql<Row>`select letter_id as id from relay_referral where company_id = ${companyId}
    and state in ('HELD', 'COUNTED') group by letter_id having count(*) > 1 limit 100`.execute(tx)
  return findings('relay.letter-counts-once', twice.rows, 'a letter with two referrals')
}

/** No share waits without its consent standing; who is erased has nothing left; one member is one referral. */
export async function verifyShares({ tx, memberId }: MemberWork): Promise<Finding[]> {
  const unconsented = await sql<Row>`select s.id from relay_share s
    where s.member_id = ${memberId} and s.state = 'COMMITTED' and not exists (
      select from consent_member_state c where c.member_id = ${memberId}
        and c.purpose = s.purpose and c.recipient = s.recipient and c.decision = 'GIVEN') limit 100`.execute(tx)
  const left = await sql<Row>`select p.member_id as id from relay_member_profile p
    join relay_member m on m.member_id = ${memberId} and m.state = 'ERASED'
    where p.member_id = ${memberId} limit 1`.execute(tx)
  const twice = await sql<Row>`select id from relay_member_referral where member_id = ${memberId}
    and state in ('READY', 'WAITING', 'COUNTED') offset 1`.execute(tx)
  return [
    ...findings(
      'relay.no-share-without-consent',
      unconsented.rows,
      'a share that waits although its consent was withdrawn',
    ),
    ...findings('relay.erased-means-gone', left.rows, 'a profile of an erased member'),
    ...findings('relay.one-referral-per-member', twice.rows, 'a second referral of one member'),
  ]
}
