import type { NetworkStanding, StandingReason } from '../../../../contract/network/network-companies.ts'
import type { Work } from '../../../kernel/work.ts'

/** Until when the company's papers hold; from `endAt` on, a verified company is out of the network. */
export type WordPapers = { agreementUntil: string | null; licenceUntil: string | null; endAt: Date | null }

/** The line of business that the operator set, or null where it let the company's own hold again. */
export type IndustryWord = { industry: string | null; reason: string }

/** The operator's word as it is kept in the company's own realm. */
export type Word = {
  standing: NetworkStanding
  reason: StandingReason | null
  isStopped: boolean
  terms: Record<string, string | number | boolean>
  papers: WordPapers
  /** Null where the operator never said anything of it. */
  industry: IndustryWord | null
  version: number
  asOf: Date
}

export async function findWord({ tx, companyId }: Work): Promise<Word | undefined> {
  const row = await tx
    .selectFrom('accounts_network_standing')
    .select((e) => [
      'standing',
      'reason',
      'is_stopped',
      'terms',
      'version',
      'as_of',
      'papers_end_at',
      'industry',
      'industry_reason',
      e.cast<string | null>('agreement_until', 'text').as('agreement_until'),
      e.cast<string | null>('licence_until', 'text').as('licence_until'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return (
    row && {
      standing: row.standing as NetworkStanding,
      reason: row.reason as StandingReason | null,
      isStopped: row.is_stopped,
      terms: row.terms as Word['terms'],
      papers: { agreementUntil: row.agreement_until, licenceUntil: row.licence_until, endAt: row.papers_end_at },
      industry: row.industry_reason === null ? null : { industry: row.industry, reason: row.industry_reason },
      version: row.version,
      asOf: row.as_of,
    }
  )
}

/** Lets nobody change the word until the Work ends. */
export async function holdWord({ tx, companyId }: Work): Promise<void> {
  const row = tx.selectFrom('accounts_network_standing').select('company_id').where('company_id', '=', companyId)
  await row.forShare().execute()
}

/** Keeps the word; one that was read earlier than what is kept changes nothing, and answers false. */
export async function putWord({ tx, companyId, now }: Work, word: Omit<Word, 'version'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts_network_standing')
    .values({
      company_id: companyId,
      standing: word.standing,
      reason: word.reason,
      is_stopped: word.isStopped,
      terms: JSON.stringify(word.terms),
      agreement_until: word.papers.agreementUntil,
      licence_until: word.papers.licenceUntil,
      papers_end_at: word.papers.endAt,
      industry: word.industry?.industry ?? null,
      industry_reason: word.industry?.reason ?? null,
      version: 1,
      as_of: word.asOf,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('company_id')
        .doUpdateSet((e) => ({
          standing: e.ref('excluded.standing'),
          reason: e.ref('excluded.reason'),
          is_stopped: e.ref('excluded.is_stopped'),
          terms: e.ref('excluded.terms'),
          agreement_until: e.ref('excluded.agreement_until'),
          licence_until: e.ref('excluded.licence_until'),
          papers_end_at: e.ref('excluded.papers_end_at'),
          industry: e.ref('excluded.industry'),
          industry_reason: e.ref('excluded.industry_reason'),
          version: e('accounts_network_standing.version', '+', 1),
          as_of: e.ref('excluded.as_of'),
          changed_at: e.ref('excluded.changed_at'),
        }))
        .where((e) => e('accounts_network_standing.as_of', '<', e.ref('excluded.as_of'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What the operator decided of one company, and the papers seen. In the operator's realm. */
export type Decision = {
  employerId: string
  standing: NetworkStanding
  reason: StandingReason | null
  note: string | null
  wasVerified: boolean
  agreementOn: string | null
  agreementUntil: string | null
  licenceSeenOn: string | null
  licenceUntil: string | null
  industry: string | null
  industryReason: string | null
  industryAt: Date | null
  decidedAt: Date
}

const rows = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('accounts_network_decision')
    .select((e) => [
      'employer_id as employerId',
      'standing',
      'reason',
      'note',
      'was_verified as wasVerified',
      e.cast<string | null>('agreement_on', 'text').as('agreementOn'),
      e.cast<string | null>('agreement_until', 'text').as('agreementUntil'),
      e.cast<string | null>('licence_seen_on', 'text').as('licenceSeenOn'),
      e.cast<string | null>('licence_until', 'text').as('licenceUntil'),
      'industry',
      'industry_reason as industryReason',
      'industry_at as industryAt',
      'decided_at as decidedAt',
    ])
    .where('company_id', '=', companyId)

export const findDecision = async (work: Work, employerId: string): Promise<Decision | undefined> =>
  (await rows(work).where('employer_id', '=', employerId).executeTakeFirst()) as Decision | undefined

export const decisions = async (work: Work): Promise<Decision[]> => (await rows(work).execute()) as Decision[]

export async function putDecision({ tx, companyId, now, actor }: Work, decision: Omit<Decision, 'decidedAt'>) {
  const values = {
    standing: decision.standing,
    reason: decision.reason,
    note: decision.note,
    was_verified: decision.wasVerified,
    agreement_on: decision.agreementOn,
    agreement_until: decision.agreementUntil,
    licence_seen_on: decision.licenceSeenOn,
    licence_until: decision.licenceUntil,
    industry: decision.industry,
    industry_reason: decision.industryReason,
    industry_at: decision.industryAt,
    decided_by: `${actor.kind}:${actor.id}`,
    decided_at: now,
  }
  await tx
    .insertInto('accounts_network_decision')
    .values({ company_id: companyId, employer_id: decision.employerId, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'employer_id']).doUpdateSet(values))
    .execute()
}
