import { sql } from 'kysely'
import type { Finding } from './module.ts'
import type { MemberWork, Work } from './work.ts'

/** Those of the subjects of which this realm still has something to tell: what they are told elsewhere may differ until then. */
export async function underWay(work: Work | MemberWork, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set()
  const rows = await ('companyId' in work ? ofCompany(work, subjectIds) : ofMember(work, subjectIds))
  return new Set(rows.map(({ id }) => id))
}

const ofCompany = ({ tx, companyId }: Work, subjectIds: readonly string[]) =>
  tx
    .selectFrom('company_outbox')
    .select('subject_id as id')
    .distinct()
    .where('company_id', '=', companyId)
    .where('state', '<>', 'DONE')
    .where('subject_id', '=', sql<string>`any (${[...subjectIds]}::uuid[])`)
    .execute()

const ofMember = ({ tx, memberId }: MemberWork, subjectIds: readonly string[]) =>
  tx
    .selectFrom('member_outbox')
    .select('subject_id as id')
    .distinct()
    .where('member_id', '=', memberId)
    .where('state', '<>', 'DONE')
    .where('subject_id', '=', sql<string>`any (${[...subjectIds]}::uuid[])`)
    .execute()

type Values = Readonly<Record<string, unknown>>

/**
 * The findings of a rule that two realms say the same of a subject: one for each subject that both know, of which
 * nothing is `told` at present, naming the fields that differ, never what stands in them.
 */
export function differing(
  { rule, what, told }: { rule: string; what: string; told: ReadonlySet<string> },
  here: ReadonlyMap<string, Values>,
  there: ReadonlyMap<string, Values>,
): Finding[] {
  return [...here].flatMap(([id, mine]) => {
    const theirs = there.get(id)
    if (!theirs || told.has(id)) return []
    const fields = Object.keys(mine).filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
    return fields.length === 0 ? [] : [{ rule, where: `${what} ${id}`, saw: `another ${fields.join(', ')}` }]
  })
}

/**
 * What two looks in a row find. Two realms have no common snapshot: what was told between reading the one and the other
 * differs at the first look and agrees at the second.
 */
export async function lasting(look: () => Promise<Finding[]>): Promise<Finding[]> {
  const first = await look()
  if (first.length === 0) return first
  const again = new Set((await look()).map((finding) => JSON.stringify(finding)))
  return first.filter((finding) => again.has(JSON.stringify(finding)))
}
