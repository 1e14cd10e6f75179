import * as contract from '../../../contract/pool/freshness.ts'
import { askOutcomes, type AskOutcome } from '../../../contract/pool/freshness.ts'
import type { Bind } from '../../kernel/http/http.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { intoWindow } from '../messages/index.ts'
import { person, personsById, personsOf, recordsOf } from '../people/index.ts'
import { ageOf } from './ageing.ts'
import { approvePlan } from './asking.ts'
import { halfLives } from './half-lives.ts'
import { outcomeOf, outcomes } from './outcomes.ts'
import { planOfToday } from './plan.ts'
import { countByField, peopleByField } from './reports-pool.ts'
import { changeSettings, shownSettings } from './settings.ts'
import * as store from './store-asks.ts'
import type { PersonField } from '../../../contract/people/person-fields.ts'

const dayMs = 86_400_000
const answersOfDays = 90
const pageSize = 50

export function routes(bind: Bind): void {
  bind.company(contract.readFreshness, async (work) => {
    const { people: all, fields } = await countByField(work)
    return {
      settings: await shownSettings(work),
      people: all,
      fields: fields.map((one) => ({ ...one, halfLifeDays: halfLives[one.field]!.days })),
      answers: await answers(work),
    }
  })
  bind.company(contract.listByFreshness, async (work, { query: { field, standing, page } }) => {
    const behind = { field, standing, limit: pageSize, offset: (page - 1) * pageSize }
    const found = await peopleByField(work, behind)
    const ids = found.people.map(({ personId }) => personId)
    await record(work, { action: 'freshness.people-read', detail: { field, standing, ids } })
    return {
      total: found.total,
      pageSize,
      people: found.people.map((one) => ({ ...one, observedAt: one.observedAt?.toISOString() ?? null })),
    }
  })
  bind.company(contract.readPersonFreshness, (work, { params }) => freshnessOf(work, params.personId))
  bind.company(contract.readRefreshPlan, async (work) => {
    const { leftOut, ...plan } = await planOfToday(work)
    const ids = plan.people.map(({ personId }) => personId)
    await record(work, { action: 'freshness.plan-read', detail: { ids } })
    return {
      leavesAt: (await intoWindow(work, work.now)).toISOString(),
      sentToday: plan.sentToday,
      considered: plan.considered,
      people: plan.people.map(({ personId, name, score, fields }) => ({
        personId,
        name,
        score,
        fields: fields.map((field) => ({ ...field, observedAt: field.observedAt.toISOString() })),
      })),
      leftOut: [...leftOut].map(([why, count]) => ({ why, count })).toSorted((a, b) => b.count - a.count),
    }
  })
  bind.company(contract.approveRefreshPlan, (work, { body }) => approvePlan(work, body))
  bind.company(contract.changeFreshness, (work, { body }) => changeSettings(work, body))
  bind.company(contract.listAsks, (work, { query }) => asks(work, query))
}

const since = ({ now }: Work) => new Date(now.getTime() - answersOfDays * dayMs)

async function answers(work: Work) {
  const counts = Object.fromEntries(askOutcomes.map((outcome) => [outcome, 0])) as Record<AskOutcome, number>
  for (const { state, answer, count } of await store.countAsks(work, since(work)))
    counts[outcomeOf({ state, answer })] += count
  return { days: answersOfDays, counts }
}

const shownAsk = ({ state, answer, hindrance, plannedAt, sentAt, endedAt }: store.Ask) => ({
  state,
  answer,
  hindrance,
  plannedAt: plannedAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
})

async function freshnessOf(work: Work, personId: string) {
  const { fields } = await person(work, personId)
  const [latest] = (
    await store.asksOf(
      work,
      (await recordsOf(work, personId)).map(({ id }) => id),
    )
  ).filter(({ kind }) => kind === 'REFRESH')
  return {
    fields: (Object.keys(fields) as PersonField[]).flatMap((field) => {
      const { observedAt } = fields[field]!
      const age = ageOf(field, new Date(observedAt), work.now)
      return age ? [{ field, observedAt, ...age }] : []
    }),
    ask: latest ? shownAsk(latest) : null,
  }
}

type AsksQuery = { cursor?: string | undefined; limit: number; outcome?: AskOutcome | undefined }

async function asks(work: Work, { cursor, limit, outcome }: AsksQuery) {
  // Behind a count stand the questions of its days; without one, all there ever were.
  const only = outcome && { ...outcomes[outcome], since: since(work) }
  const found = await store.listAsks(work, { before: cursor, limit: limit + 1, only })
  const page = found.slice(0, limit)
  const persons = await personsOf(
    work,
    page.map(({ sourceRecordId }) => sourceRecordId),
  )
  const named = await personsById(work, [...new Set(persons.values())])
  const shown = page.flatMap((ask) => {
    const personId = persons.get(ask.sourceRecordId)
    if (!personId) return []
    const name = named.get(personId)?.fields.name?.value
    return [{ id: ask.id, kind: ask.kind, personId, name: typeof name === 'string' ? name : null, ...shownAsk(ask) }]
  })
  await record(work, { action: 'freshness.asks-read', detail: { ids: shown.map(({ personId }) => personId) } })
  return { asks: shown, nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
}
