import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Finding } from '../../../kernel/module.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { keepSettings } from '../../accounts/index.ts'
import { answer } from '../answering/answer.ts'
import { decideAtGate } from '../gate/gate.ts'
import { ask, introduction } from '../index.ts'
import { anIntroduction, aScene, verifyInRealms, type Scene, type TestIntroduction } from '../testing.ts'

/** One value of one row, changed past the program by whoever has the database. */
type Change = { row: [table: string, key: string, id: () => string]; column: string; to: string; rule: string }

let scene: Scene
let yes: TestIntroduction
let open: TestIntroduction

const asOperator = <T>(run: (work: Work) => Promise<T>) =>
  inCompany(scene.installation, { companyId: scene.operatorId, actor: systemActor('test') }, run)

/** One person said yes to a request with a promise, another has not answered and asked something. */
beforeAll(async () => {
  scene = await aScene({ slots: 2 })
  await asOperator((work) => keepSettings(work, { introductionGate: true }))
  const made: TestIntroduction[] = []
  for (const at of [0, 5]) {
    const one = await anIntroduction(scene, { at, promises: [{ kind: 'ANSWER', steps: [], days: 3 }] })
    await asOperator((work) => decideAtGate(work, one.id, { state: 'PASSED' }))
    await scene.settle()
    made.push(one)
  }
  await asOperator((work) => keepSettings(work, { introductionGate: false }))
  ;[yes, open] = made as [TestIntroduction, TestIntroduction]
  const { shown } = await yes.member.work((work) => introduction(work, yes.id))
  await yes.member.work((work) => answer(work, { id: yes.id, answer: 'ACCEPTED', consent: true, shown }))
  await open.member.work((work) => ask(work, { id: open.id, questionId: newId(), question: '在宅勤務はできますか。' }))
  for (let pass = 0; pass < 4; pass += 1) await scene.settle()
})

/** What is found after the change; it is put back afterwards. */
async function foundAfter({ row: [table, key, idOf], column, to }: Change): Promise<Finding[]> {
  const database = new pg.Client({ connectionString: scene.installation.databaseUrls.superUrl })
  await database.connect()
  try {
    const where = `where ${key} = '${idOf()}'`
    const { rows } = await database.query<{ value: string | null }>(
      `select ${column}::text as value from ${table} ${where}`,
    )
    expect(rows).toHaveLength(1)
    const changed = await database.query<{ place: string }>(
      `update ${table} set ${column} = $1 ${where} returning ctid::text as place`,
      [to],
    )
    const found = await verifyInRealms(scene)
    const back = `update ${table} set ${column} = $1 where ctid = $2::tid`
    await database.query(back, [rows[0]!.value, changed.rows[0]!.place])
    return found
  } finally {
    await database.end()
  }
}

const later = '2031-01-01T00:00:00Z'
const of = (table: string, key: string, which: () => TestIntroduction): Change['row'] => [table, key, () => which().id]
const accepted = () => yes
const waiting = () => open

const introductions: Change[] = [
  { row: of('introductions_request', 'id', waiting), column: 'state', to: 'LAPSED', rule: 'state-as-recorded' },
  { row: of('introductions_request', 'id', waiting), column: 'answer_by', to: later, rule: 'person-was-told' },
  { row: of('introductions_request', 'id', accepted), column: 'progress', to: 'HIRED', rule: 'operator-was-told' },
  { row: of('introductions_request', 'id', accepted), column: 'message', to: '別の文', rule: 'person-was-told' },
  {
    row: of('introductions_promise', 'introduction_id', accepted),
    column: 'due_at',
    to: later,
    rule: 'person-was-told',
  },
  { row: of('introductions_promise', 'introduction_id', accepted), column: 'days', to: '9', rule: 'promise-as-stated' },
  {
    row: of('introductions_promise', 'introduction_id', accepted),
    column: 'since',
    to: later,
    rule: 'promise-as-stated',
  },
  {
    row: of('introductions_promise', 'introduction_id', accepted),
    column: 'objected_at',
    to: later,
    rule: 'operator-was-told',
  },
  { row: of('introductions_gate_copy', 'id', accepted), column: 'state', to: 'WAITING', rule: 'gate-was-told' },
  { row: of('introductions_ask', 'id', waiting), column: 'state', to: 'DECLINED', rule: 'answer-as-recorded' },
  { row: of('introductions_ask', 'id', waiting), column: 'answer_by', to: later, rule: 'open-has-its-clock' },
  { row: of('introductions_ask', 'id', accepted), column: 'progress', to: 'HIRED', rule: 'person-was-told' },
  { row: of('introductions_member_promise', 'ask_id', accepted), column: 'state', to: 'KEPT', rule: 'person-was-told' },
  { row: of('introductions_member_promise', 'ask_id', accepted), column: 'due_at', to: later, rule: 'person-was-told' },
  { row: of('introductions_member_talk', 'ask_id', waiting), column: 'text', to: '別の問い', rule: 'person-was-told' },
  { row: of('introductions_mapping', 'id', accepted), column: 'member_id', to: newId(), rule: 'mapping-as-asked' },
  { row: of('introductions_network', 'id', accepted), column: 'progress', to: 'HIRED', rule: 'operator-was-told' },
  { row: of('introductions_network', 'id', accepted), column: 'ended_at', to: later, rule: 'operator-was-told' },
  {
    row: of('introductions_network_promise', 'introduction_id', accepted),
    column: 'due_at',
    to: later,
    rule: 'operator-was-told',
  },
  {
    row: of('introductions_network_promise', 'introduction_id', accepted),
    column: 'found',
    to: 'KEPT',
    rule: 'finding-as-recorded',
  },
  { row: of('introductions_gate', 'id', accepted), column: 'state', to: 'WITHDRAWN', rule: 'gate-as-recorded' },
].map((change) => ({ ...change, row: change.row as Change['row'], rule: `introductions.${change.rule}` }))

const ofMember = (table: string): Change['row'] => [table, 'member_id', () => yes.member.memberId]
const slot = (): Change['row'] => ['credits_slot', 'reservation_id', () => `${yes.id}/slot.reserved`]
const provided = (side: string): Change['row'] => ['consent_provision', `side = '${side}' and share_id`, () => yes.id]

const others: Change[] = [
  { row: slot(), column: 'state', to: 'RESERVED', rule: 'credits.slot-matches-transfers' },
  { row: slot(), column: 'reservation_id', to: 'another', rule: 'credits.slot-matches-transfers' },
  { row: slot(), column: 'expires_at', to: later, rule: 'credits.slot-matches-transfers' },
  { row: provided('RECIPIENT'), column: 'items', to: '{}', rule: 'consent.records-agree' },
  { row: provided('RECIPIENT'), column: 'provided_at', to: later, rule: 'consent.records-agree' },
  { row: provided('PROVIDER'), column: 'keep_until', to: later, rule: 'consent.records-agree' },
  { row: of('relay_share', 'id', accepted), column: 'state', to: 'VOIDED', rule: 'relay.share-as-delivered' },
  {
    row: of('relay_received_share', 'id', accepted),
    column: 'member_id',
    to: newId(),
    rule: 'relay.share-as-delivered',
  },
  { row: ofMember('relay_member_referral'), column: 'state', to: 'DROPPED', rule: 'relay.referral-as-decided' },
  { row: ofMember('relay_member_referral'), column: 'due_at', to: '2020-01-01', rule: 'relay.referral-as-decided' },
  { row: ofMember('relay_referral'), column: 'held_until', to: later, rule: 'relay.operator-was-told' },
  { row: ofMember('relay_referral'), column: 'letter_id', to: newId(), rule: 'relay.referral-as-decided' },
]

describe('what is changed past the program', () => {
  test('is nothing where nothing was', async () => {
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test.each([...introductions, ...others])('is named: $row.0 $column', async (change) => {
    expect((await foundAfter(change)).map(({ rule }) => rule)).toContain(change.rule)
  })

  test('is named where a promise counts as kept of which the log says nothing', async () => {
    const set = (state: string, by: string | null, at: string | null) =>
      scene.employer.work(({ tx, companyId }) =>
        sql`update introductions_promise set state = ${state}, settled_by = ${by}, settled_at = ${at}
          where company_id = ${companyId} and introduction_id = ${yes.id}`.execute(tx),
      )
    await set('KEPT', 'RECORD', later)
    const found = await verifyInRealms(scene)
    await set('PENDING', null, null)
    const rules = new Set(found.map(({ rule }) => rule))
    expect(rules).toContain('introductions.promise-as-recorded')
    expect(rules).toContain('introductions.person-was-told')
    expect(rules).toContain('introductions.operator-was-told')
  })

  test('says nothing of a word that is still on its way', async () => {
    const line = { id: newId(), question: '転勤はありますか。' }
    await open.member.work((work) => ask(work, { id: open.id, questionId: line.id, question: line.question }))
    expect(await verifyInRealms(scene)).toEqual([])
    await scene.settle()
    expect(await verifyInRealms(scene)).toEqual([])
  })
})
