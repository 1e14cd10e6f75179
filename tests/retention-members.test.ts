import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { retain } from '../src/cli/retain.ts'
import type { Terminal } from '../src/cli/terminal.ts'
import type { RetentionRun } from '../src/contract/retention/retention.ts'
import { newId } from '../src/server/kernel/ids.ts'
import {
  changeRule,
  makeRun,
  memberProvisions,
  memberTerm,
  openRequest,
  placeHold,
  retentionPeople,
  retentionRules,
  retentionRun,
  scheduleRun,
} from '../src/server/modules/consent/index.ts'
import { retainMembers } from '../src/server/modules/consent/jobs.ts'
import { runs as retentionRuns } from '../src/server/modules/consent/retention/retention-runs.ts'
import { findRealm } from '../src/server/kernel/database/directory.ts'
import {
  contactsUsed,
  doubtMail,
  findMember,
  stayMember,
  stopNotices,
  trustMail,
  withdrawFromRelay,
} from '../src/server/modules/relay/index.ts'
import { changeBudget, changeQuietHours } from '../src/server/modules/relay/members/member-settings.ts'
import { aMember, type TestMember } from '../src/server/modules/relay/testing.ts'
import { aNetworkWithRule } from './members-network.ts'

const { installation, operator, company, days, settle, listed, counts, leave } =
  await aNetworkWithRule('tasuki_members')
const { dataDir } = installation.config

const membersOn = ({ id }: RetentionRun) => operator.work((work) => retentionPeople(work, id, { limit: 200 }))

async function carriedOut(run: RetentionRun): Promise<RetentionRun> {
  const { asks, deletes } = counts(run)
  await operator.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, asks, deletes }))
  installation.clock.advance({ hours: 2 })
  await settle()
  return operator.work((work) => retentionRun(work, run.id))
}

const mailsTo = ({ mail }: TestMember) => installation.mailer.sent.filter(({ to }) => to === mail)
const stateOf = async (member: TestMember) => (await member.work(findMember))?.state

describe('a member who is not heard of', () => {
  test('is asked once their time is over, and deleted when they do not answer', async () => {
    const member = await aMember(company, { yes: ['RELAY_PROFILE', 'FLOW_BACK'] })
    await settle()
    days(700)
    expect(counts(await listed())).toMatchObject({ asks: 0, deletes: 0, notDue: 1 })
    days(40)
    const first = await listed()
    expect(counts(first)).toMatchObject({ asks: 1, deletes: 0, kept: 0 })
    expect(await stateOf(member)).toBe('ACTIVE')
    const asked = await carriedOut(first)
    expect(counts(asked)).toMatchObject({ asked: 1, deleted: 0, spared: 0 })
    const mail = mailsTo(member).at(-1)
    expect(mail?.subject).toBe('キャリアリレーのご登録を続けますか（2028年8月9日まで）')
    expect(await member.work(contactsUsed)).toBe(1)
    days(29)
    const waiting = await listed()
    expect(counts(waiting)).toMatchObject({ asks: 0, deletes: 0, kept: 1 })
    expect(waiting.reasons).toEqual({ ANSWER_AWAITED: 1 })
    expect((await memberTerm(installation, member.memberId))?.verdict).toMatchObject({ reasons: ['ANSWER_AWAITED'] })
    days(2)
    const last = await carriedOut(await listed())
    expect(counts(last)).toMatchObject({ deletes: 1, deleted: 1 })
    expect(await stateOf(member)).toBe('ERASED')
    expect(await findRealm(installation, { kind: 'member-mail', value: member.mail })).toBeUndefined()
    // What flowed back of them stays on record on both sides, for its three years (APPI 29 and 30).
    const kept = await member.work(memberProvisions)
    expect(kept.map(({ side, items }) => `${side} ${items.join()}`).toSorted()).toEqual([
      'PROVIDER activity',
      'RECIPIENT activity',
    ])
    // The list names nobody: not by an id that stands for them elsewhere either.
    const [line] = await membersOn(last)
    expect(line).toMatchObject({ class: 'MEMBER', personName: null, outcome: 'DELETED' })
    expect(line?.personId).not.toBe(member.memberId)
    expect((await membersOn(first))[0]?.personId).not.toBe(line?.personId)
    expect(counts(await listed())).toMatchObject({ asks: 0, deletes: 0, kept: 0, notDue: 0 })
  })

  test('stays by one press, for as long as the rule says again', async () => {
    const member = await aMember(company)
    days(740)
    await carriedOut(await listed())
    expect(mailsTo(member)).toHaveLength(1)
    days(20)
    await member.work(stayMember)
    days(30)
    expect(counts(await listed())).toMatchObject({ asks: 0, deletes: 0, notDue: 1 })
    await leave(member)
  })

  test('is kept who answers after the list was made and before they would be deleted', async () => {
    const member = await aMember(company)
    days(740)
    await carriedOut(await listed())
    days(31)
    const run = await listed()
    expect(counts(run)).toMatchObject({ deletes: 1 })
    await operator.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, deletes: 1 }))
    await member.work(stayMember)
    installation.clock.advance({ hours: 2 })
    await settle()
    const done = await operator.work((work) => retentionRun(work, run.id))
    expect(counts(done)).toMatchObject({ deleted: 0, spared: 1 })
    expect(done.sparedReasons).toMatchObject({ NOT_DUE: 1 })
    expect(await stateOf(member)).toBe('ACTIVE')
    await leave(member)
  })
})

describe('whoever answers while the run deletes', () => {
  test('either stays whole or is gone whole', async () => {
    const members = []
    for (let at = 0; at < 6; at += 1) members.push(await aMember(company))
    days(740)
    await carriedOut(await listed())
    days(31)
    const run = await listed()
    expect(counts(run)).toMatchObject({ deletes: 6 })
    await operator.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, deletes: 6 }))
    installation.clock.advance({ hours: 2 })
    const answers = members.map((member) =>
      member.work(stayMember).then(
        () => true,
        () => false,
      ),
    )
    const [stayed] = await Promise.all([Promise.all(answers), settle()])
    await settle()
    const done = await operator.work((work) => retentionRun(work, run.id))
    const states = await Promise.all(members.map(stateOf))
    expect(states).toEqual(stayed.map((stays) => (stays ? 'ACTIVE' : 'ERASED')))
    expect(counts(done).spared).toBe(stayed.filter(Boolean).length)
    expect(counts(done).deleted).toBe(stayed.filter((stays) => !stays).length)
    await leave(...members.filter((_, at) => stayed[at]))
  })
})

describe('what keeps a member', () => {
  test('is counted by its reason: a hold, a request, contacts that are spent, a mail that cannot reach them', async () => {
    const held = await aMember(company)
    const asking = await aMember(company)
    const silent = await aMember(company)
    await silent.work((work) => changeBudget(work, 0))
    days(740)
    await company.work((work) =>
      placeHold(work, { id: newId(), personId: held.registration.personId, reason: '訴訟のため' }),
    )
    await company.work((work) =>
      openRequest(work, {
        id: newId(),
        kind: 'DISCLOSURE',
        via: 'PORTAL',
        identity: 'CODE_BY_MAIL',
        personId: asking.registration.personId,
        said: '',
      }),
    )
    const run = await listed()
    expect(run.reasons).toEqual({ HELD: 1, OPEN_REQUEST: 1, UNREACHABLE: 1 })
    expect(counts(run)).toMatchObject({ asks: 0, deletes: 0, kept: 3 })
    days(370)
    // Who could not be asked for another year goes without a question.
    expect(counts(await listed())).toMatchObject({ deletes: 1, kept: 2 })
    await leave(held, asking, silent)
  })

  test('shows on a list that was made before it: a hold of a company, also where the list waits to be carried out', async () => {
    const [listedOnly, scheduled] = [await aMember(company), await aMember(company)]
    await settle()
    days(740)
    const hold = async ({ registration: { personId } }: TestMember) => {
      await company.work((work) => placeHold(work, { id: newId(), personId, reason: '訴訟のため' }))
      await settle()
    }
    const run = await listed()
    expect(counts(run)).toMatchObject({ asks: 2, kept: 0 })
    await hold(listedOnly)
    const shown = await operator.work((work) => retentionRun(work, run.id))
    expect(counts(shown)).toMatchObject({ asks: 1, kept: 1 })
    expect(shown.reasons).toEqual({ HELD: 1 })
    await operator.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, asks: 1, deletes: 0 }))
    await hold(scheduled)
    expect((await operator.work((work) => retentionRun(work, run.id))).reasons).toEqual({ HELD: 2 })
    installation.clock.advance({ hours: 2 })
    await settle()
    const done = await operator.work((work) => retentionRun(work, run.id))
    expect(counts(done)).toMatchObject({ asked: 0, deleted: 0, kept: 2 })
    expect([...mailsTo(listedOnly), ...mailsTo(scheduled)]).toEqual([])
    expect(await stateOf(scheduled)).toBe('ACTIVE')
    await leave(listedOnly, scheduled)
  })

  test('does not keep who left: they asked for nothing more and are not asked', async () => {
    const member = await aMember(company)
    await member.work(withdrawFromRelay)
    days(740)
    const done = await carriedOut(await listed())
    expect(counts(done)).toMatchObject({ asked: 0, deleted: 1 })
    expect(mailsTo(member)).toEqual([])
  })

  test('an address that refuses the question gives the contact back and leaves a year more', async () => {
    const member = await aMember(company)
    days(740)
    installation.mailer.answer({ outcome: 'refused', status: 550, answer: '550 no such user' })
    await carriedOut(await listed())
    installation.mailer.answer({ outcome: 'sent', answer: '250 OK' })
    expect(await member.work(contactsUsed)).toBe(0)
    days(40)
    expect((await listed()).reasons).toEqual({ UNREACHABLE: 1 })
    await leave(member)
  })
})

describe('nobody is deleted for silence', () => {
  test('whose question may never have left: they are asked again', async () => {
    const member = await aMember(company)
    await member.work((work) => changeBudget(work, 4))
    days(740)
    installation.mailer.answer({ outcome: 'unknown', answer: 'connection lost' })
    await carriedOut(await listed())
    installation.mailer.answer({ outcome: 'sent', answer: '250 OK' })
    days(20)
    expect((await listed()).reasons).toEqual({ ANSWER_AWAITED: 1 })
    days(11)
    const again = await listed()
    expect(counts(again)).toMatchObject({ asks: 1, deletes: 0 })
    const before = mailsTo(member).length
    await carriedOut(again)
    expect(mailsTo(member)).toHaveLength(before + 1)
    days(31)
    expect(counts(await listed())).toMatchObject({ asks: 0, deletes: 1 })
    await leave(member)
  })

  test('whose address was doubted after the question was sent, and who is asked again once it is trusted', async () => {
    const member = await aMember(company)
    await member.work((work) => changeBudget(work, 4))
    days(740)
    await carriedOut(await listed())
    expect(mailsTo(member)).toHaveLength(1)
    const requestId = newId()
    await member.work(async (work) => {
      await doubtMail(work, requestId)
      await stopNotices(work)
    })
    days(31)
    const doubted = await listed()
    expect(counts(doubted)).toMatchObject({ asks: 0, deletes: 0, kept: 1 })
    expect(doubted.reasons).toEqual({ UNREACHABLE: 1 })
    await member.work((work) => trustMail(work, requestId))
    expect(counts(await listed())).toMatchObject({ asks: 1, deletes: 0 })
    await leave(member)
  })
})

describe('the question', () => {
  test('does not leave in the quiet hours of who it is for', async () => {
    const member = await aMember(company)
    await member.work((work) => changeQuietHours(work, { from: 8, until: 20 }))
    days(740)
    const run = await listed()
    // The test's clock stands in the afternoon of Japan.
    await carriedOut(run)
    expect(mailsTo(member)).toEqual([])
    expect((await listed()).reasons).toEqual({ ANSWER_AWAITED: 1 })
    installation.clock.advance({ hours: 12 })
    await settle()
    expect(mailsTo(member)).toHaveLength(1)
    await leave(member)
  })
})

describe('the operator', () => {
  test('sees what another rule would do before it is set, and cannot carry that out', async () => {
    const member = await aMember(company)
    days(200)
    const run = await listed(6)
    expect(counts(run)).toMatchObject({ asks: 1 })
    await expect(
      operator.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, asks: 1, deletes: 0 })),
    ).rejects.toMatchObject({ code: 'consent.run-not-in-force' })
    await leave(member)
  })

  test('alone keeps the rule and makes the lists', async () => {
    await expect(company.work((work) => makeRun(work, { id: newId(), kind: 'MEMBERS' }))).rejects.toMatchObject({
      code: 'consent.only-operator',
    })
    const rule = { class: 'MEMBER', months: 1, startsAt: 'LAST_HEARD', isOn: true, version: 0 } as const
    await expect(company.work((work) => changeRule(work, rule))).rejects.toMatchObject({
      code: 'consent.only-operator',
    })
  })

  test('may do the same in a terminal: only looking, a file without names, and scheduling what stands on the list', async () => {
    const member = await aMember(company)
    days(740)
    const results: Record<string, unknown>[] = []
    const terminal: Terminal = {
      locale: 'ja',
      json: true,
      warn: () => {},
      say: () => {},
      result: (value: object) => void results.push({ ...value }),
      inLanguage: () => terminal,
      progress: () => ({ update: () => {}, done: () => {} }),
    }
    const list = join(dataDir, 'members.csv')
    await retain(installation, terminal, { members: true, months: 6, wait: 24, list })
    const file = await readFile(list, 'utf8')
    expect(file).toContain('キャリアリレーの登録者')
    expect(file).not.toContain(member.memberId)
    expect(file).not.toContain(member.mail)
    await expect(
      retain(installation, terminal, { members: true, months: 6, wait: 24, schedule: true }),
    ).rejects.toMatchObject({ code: 'consent.run-not-in-force' })
    await retain(installation, terminal, { members: true, wait: 24, schedule: true, dryRun: true })
    await retain(installation, terminal, { members: true, wait: 1, schedule: true })
    expect(results).toMatchObject([
      { phase: 'LISTED', asks: 1, deletes: 0 },
      { phase: 'LISTED', startsAt: null },
      { phase: 'SCHEDULED', asks: 1 },
    ])
    expect(mailsTo(member)).toEqual([])
    await leave(member)
    installation.clock.advance({ hours: 2 })
    await settle()
  })

  test('need not think of it: each week it asks by itself after a day', async () => {
    const member = await aMember(company)
    days(740)
    await retainMembers.run(installation, {})
    await settle()
    expect(mailsTo(member)).toEqual([])
    days(1.1)
    await settle()
    expect(mailsTo(member)).toHaveLength(1)
    await leave(member)
  })

  test('changes the rule while a week’s list is made: that list ends, and the next week’s asks', async () => {
    const member = await aMember(company)
    days(740)
    const change = (months: number) =>
      operator.work(async (work) => {
        const rule = (await retentionRules(work)).find((one) => one.class === 'MEMBER')!
        await changeRule(work, { ...rule, class: 'MEMBER', months })
      })
    const week = async () => {
      await retainMembers.run(installation, {})
      const [run] = await operator.work((work) => retentionRuns(work, { before: undefined, limit: 1 }))
      return { after: () => operator.work((work) => retentionRun(work, run!.id)) }
    }
    const first = await week()
    await change(20)
    await settle()
    expect(await first.after()).toMatchObject({ phase: 'CALLED_OFF', isStuck: false })
    days(7)
    const second = await week()
    await settle()
    expect(await second.after()).toMatchObject({ phase: 'SCHEDULED', rules: { MEMBER: { months: 20 } } })
    days(1.1)
    await settle()
    expect(mailsTo(member)).toHaveLength(1)
    await change(24)
    await leave(member)
  })
})
