import type { Contributions, Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { evaluationsOf } from './interviews/evaluations.ts'
import { fold } from './history/fold.ts'
import { personsBehind, standingsOf } from './reports.ts'
import * as store from './store-applications.ts'
import { blankNotes, transitionsOf } from './history/store-transitions.ts'

export const contributions: Contributions = {
  personsOf: personsBehind,
  retentionFacts: standingsOf,
  erase: async (work, { personId }) => {
    const own = await store.applicationsOfPersons(work, [personId])
    await blankNotes(
      work,
      own.map(({ id }) => id),
    )
  },
  export: async (work, { personId }) => {
    const own = await store.applicationsOfPersons(work, [personId])
    const ids = own.map(({ id }) => id)
    return {
      applications: own,
      course: await transitionsOf(work, ids),
      evaluations: (await evaluationsOf(work, ids)).map(({ stage, recommendation, occurredAt }) => ({
        stage,
        recommendation,
        occurredAt,
      })),
    }
  },
  verify,
}

/** Every application stands where its course leads; read in pages, so that a large company fits. */
async function verify(work: Work): Promise<Finding[]> {
  const findings: Finding[] = []
  let after: store.ApplicationFilter['after']
  for (;;) {
    const page = await store.listApplications(work, { limit: 500, after })
    const course = Map.groupBy(
      await transitionsOf(
        work,
        page.map(({ id }) => id),
      ),
      (one) => one.applicationId,
    )
    for (const one of page) {
      const { stage, state } = fold(one.appliedAt, course.get(one.id) ?? [])
      if (stage !== one.stage || state !== one.state)
        findings.push({ rule: 'selection.state-is-the-fold', where: one.id, saw: `${one.state} at ${one.stage}` })
    }
    const last = page.at(-1)
    if (!last || page.length < 500) return findings
    after = { changedAt: last.changedAt, id: last.id }
  }
}
