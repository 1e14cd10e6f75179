import type { Finding } from '../../../kernel/module.ts'
import { differing, lasting, underWay } from '../../../kernel/under-way.ts'
import { inCompany, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { gateCopies, gatedOf } from '../gate/store-gate.ts'
import { promisesToMember } from '../promises/store-member-promises.ts'
import { listPromises } from '../promises/store-network-promises.ts'
import { promisesOf } from '../promises/store-promises.ts'
import { allAsks, linesOf, type Ask } from '../answering/store-asks.ts'
import { mappingsTo } from '../asking/store-mappings.ts'
import { listStandings } from '../settling/store-network.ts'
import { listRequests, talkOf, type Request } from '../asking/store-requests.ts'

const everything = 10_000_000
const actor = systemActor('introductions.verify')

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
const byId = <Row extends { id: string }>(rows: readonly Row[], values: (row: Row) => Record<string, unknown>) =>
  new Map(rows.map((row) => [row.id, values(row)]))

/** In a company's realm: the operator keeps of its requests, promises and the gate what it was told, or told. */
export async function verifyTold(work: Work): Promise<Finding[]> {
  const operator = await operatorId(work.installation)
  if (!operator || operator === work.companyId) return []
  const { companyId: employerId } = work
  return lasting(async () => {
    const requests = await listRequests(work, { limit: everything })
    if (requests.length === 0) return []
    const promises = await promisesOf(work, ids(requests))
    const copies = await gateCopies(work, ids(requests))
    const told = await underWay(work, [...ids(requests), ...ids(promises)])
    return inCompany(work.installation, { companyId: operator, actor }, async (network) => {
      const kept = await listPromises(network, { view: 'ALL', employerId, limit: everything })
      const here = await underWay(network, [...ids(requests), ...ids(promises)])
      const all = new Set([...told, ...here])
      // What the operator found stands there with its own time, and at the company with that of hearing it.
      const found = new Set(kept.flatMap((one) => (one.found === null ? [] : [one.id])))
      const promised = (one: (typeof kept)[number] | (typeof promises)[number]) => ({
        ...promiseTerms(one),
        introduction: one.introductionId,
        objectedAt: one.objectedAt,
        found: one.found,
        settledAt: found.has(one.id) ? null : one.settledAt,
      })
      return [
        ...differing(
          { rule: 'introductions.operator-was-told', what: 'introduction', told: all },
          byId(requests, standing),
          byId(await listStandings(network, { employerId, limit: everything }), standing),
        ),
        ...differing(
          { rule: 'introductions.operator-was-told', what: 'promise', told: all },
          byId(promises, promised),
          byId(kept, promised),
        ),
        ...differing(
          { rule: 'introductions.gate-was-told', what: 'introduction', told: all },
          byId([...copies.values()], atGate),
          byId(await gatedOf(network, employerId), atGate),
        ),
      ]
    })
  })
}

type Gate = Awaited<ReturnType<typeof gatedOf>>[number]
const atGate = ({ state, reason, note, decideBy }: Pick<Gate, 'state' | 'reason' | 'note' | 'decideBy'>) => ({
  state,
  reason,
  note,
  decideBy,
})

type Standing = Pick<Request, 'state' | 'progress' | 'steps' | 'askedAt' | 'endedAt'> & { answerBy: Date | null }
const standing = ({ state, progress, steps, askedAt, endedAt, answerBy }: Standing) => ({
  state,
  progress,
  steps,
  askedAt,
  endedAt,
  answerBy,
})

type Terms = Pick<
  Awaited<ReturnType<typeof promisesOf>>[number],
  'kind' | 'steps' | 'days' | 'dueAt' | 'state' | 'settledBy' | 'settledAt'
>
const promiseTerms = ({ kind, steps, days, dueAt, state, settledBy, settledAt }: Terms) => ({
  kind,
  steps,
  days,
  dueAt,
  state,
  settledBy,
  settledAt,
})

/** In a member's realm: each company keeps of its requests and promises what this side answered and was told. */
export async function verifyWithCompanies(work: MemberWork): Promise<Finding[]> {
  return lasting(async () => {
    const asks = await allAsks(work)
    const findings = await verifyMappings(work, asks)
    for (const employerId of new Set(asks.map((ask) => ask.employerId)))
      findings.push(...(await withCompany(work, employerId, asks)))
    return findings
  })
}

async function withCompany(work: MemberWork, employerId: string, asks: readonly Ask[]): Promise<Finding[]> {
  const own = asks.filter((ask) => ask.employerId === employerId)
  const mine = new Set(ids(own))
  const promises = (await promisesToMember(work)).filter(({ askId }) => mine.has(askId))
  const lines = (await linesOf(work)).filter(({ askId }) => mine.has(askId))
  const subjects = [...mine, ...ids(promises), ...ids(lines)]
  const leaving = await underWay(work, subjects)
  return inCompany(work.installation, { companyId: employerId, actor }, async (company) => {
    const requests = (await listRequests(company, { limit: everything })).filter(({ id }) => mine.has(id))
    const told = new Set([...leaving, ...(await underWay(company, subjects))])
    const known = new Set(ids(requests))
    const strays = own.flatMap(({ id }) =>
      known.has(id) ? [] : [{ rule: 'introductions.ask-of-a-request', where: `introduction ${id}`, saw: 'no request' }],
    )
    const rule = 'introductions.person-was-told'
    return [
      ...strays,
      ...differing(
        { rule, what: 'introduction', told },
        byId(own, ({ state, ...ask }) => ({ state: state === 'OPEN' ? 'ASKED' : state, ...asked(ask) })),
        byId(requests, ({ state, ...request }) => ({ state, ...asked(request) })),
      ),
      ...differing(
        { rule, what: 'promise', told },
        byId(promises, promiseTerms),
        byId(await promisesOf(company, [...mine]), promiseTerms),
      ),
      ...differing(
        { rule, what: 'line', told },
        // What a person said is blank once they are erased, on one side before the other.
        byId(
          lines.filter(({ text }) => text !== ''),
          ({ by, text }) => ({ by, text }),
        ),
        byId(
          (await talkOf(company, [...mine])).filter(({ text }) => text !== ''),
          ({ by, text }) => ({ by, text }),
        ),
      ),
    ]
  })
}

type Asked = Pick<Request, 'job' | 'message' | 'promises' | 'answerBy' | 'steps'> & { progress: string | null }
const asked = ({ job, message, promises, answerBy, progress, steps }: Asked) => ({
  job,
  message,
  promises,
  answerBy,
  progress,
  steps,
})

/** Whom the operator would let a request reach is the member whom it reached. */
async function verifyMappings({ installation, memberId }: MemberWork, asks: readonly Ask[]): Promise<Finding[]> {
  const operator = await operatorId(installation)
  if (!operator || asks.length === 0) return []
  const opened = { companyId: operator, actor }
  const kept = new Map(
    (await inCompany(installation, opened, (work) => mappingsTo(work, ids(asks)))).map((one) => [one.id, one]),
  )
  return asks.flatMap(({ id, employerId }) => {
    const one = kept.get(id)
    return one && (one.memberId !== memberId || one.employerId !== employerId)
      ? [{ rule: 'introductions.mapping-as-asked', where: `introduction ${id}`, saw: 'it would reach somebody else' }]
      : []
  })
}
