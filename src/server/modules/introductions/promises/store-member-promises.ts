import type {
  PromiseKind,
  PromiseSettler,
  PromiseState,
  WaivableStep,
} from '../../../../contract/introductions/promises.ts'
import type { MemberWork } from '../../../kernel/work.ts'

/** The person's copy of a promise made to them. */
export type MemberPromise = {
  id: string
  askId: string
  kind: PromiseKind
  steps: WaivableStep[]
  days: number
  dueAt: Date
  state: PromiseState
  settledBy: PromiseSettler | null
  settledAt: Date | null
  releasedAt: Date | null
  objectedAt: Date | null
  /** What they added to an objection; it stays in their realm and goes to the operator. */
  objection: string | null
  version: number
}

const promises = ({ tx, memberId }: MemberWork) =>
  tx
    .selectFrom('introductions_member_promise')
    .select([
      'id',
      'ask_id as askId',
      'kind',
      'steps',
      'days',
      'due_at as dueAt',
      'state',
      'settled_by as settledBy',
      'settled_at as settledAt',
      'released_at as releasedAt',
      'objected_at as objectedAt',
      'objection',
      'version',
    ])
    .where('member_id', '=', memberId)

type Row = Awaited<ReturnType<ReturnType<typeof promises>['executeTakeFirstOrThrow']>>
const typed = (row: Row): MemberPromise => ({
  ...row,
  kind: row.kind as PromiseKind,
  steps: row.steps as WaivableStep[],
  state: row.state as PromiseState,
  settledBy: row.settledBy as PromiseSettler | null,
  version: Number(row.version),
})

export const promisesToMember = async (work: MemberWork, askId?: string): Promise<MemberPromise[]> => {
  const query = promises(work).orderBy('ask_id').orderBy('kind')
  return (await (askId ? query.where('ask_id', '=', askId) : query).execute()).map(typed)
}

export async function lockMemberPromise(work: MemberWork, id: string): Promise<MemberPromise | undefined> {
  const row = await promises(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && typed(row)
}

/** Keeps what the company told of a promise; an older word than is kept changes nothing. What the person said stays. */
export async function putMemberPromise(
  { tx, memberId }: MemberWork,
  told: Omit<MemberPromise, 'releasedAt' | 'objectedAt' | 'objection'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('introductions_member_promise')
    .values({
      member_id: memberId,
      id: told.id,
      ask_id: told.askId,
      kind: told.kind,
      steps: told.steps,
      days: told.days,
      due_at: told.dueAt,
      state: told.state,
      settled_by: told.settledBy,
      settled_at: told.settledAt,
      version: told.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['member_id', 'id'])
        .doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          settled_by: e.ref('excluded.settled_by'),
          settled_at: e.ref('excluded.settled_at'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('introductions_member_promise.version', '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Keeps what the person says of a promise, at the Work's time. */
export async function sayOfPromise(
  { tx, memberId, now }: MemberWork,
  id: string,
  said: { kind: 'RELEASE' } | { kind: 'OBJECT'; words: string },
): Promise<void> {
  await tx
    .updateTable('introductions_member_promise')
    .set(said.kind === 'RELEASE' ? { released_at: now } : { objected_at: now, objection: said.words || null })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

/** What the person added to objections goes. */
export async function blankObjections({ tx, memberId }: MemberWork): Promise<void> {
  await tx
    .updateTable('introductions_member_promise')
    .set({ objection: null })
    .where('member_id', '=', memberId)
    .execute()
}
