import type { Work } from '../../../../kernel/work.ts'
import { people, personsOf } from '../../../people/index.ts'
import { applicationsById } from '../../../selection/index.ts'

type About = { applicationId: string; sourceRecordId: string }
export type Shown = { personId: string; personName: string | null; openingTitle: string; endedAt: Date | null }

/** Names beside ids, for a list; the name of someone erased is gone, and what cannot be read any more is absent. */
export async function named(work: Work, rows: readonly About[]): Promise<Map<string, Shown>> {
  const personIds = await personsOf(
    work,
    rows.map(({ sourceRecordId }) => sourceRecordId),
  )
  const profiles = new Map((await people(work, [...new Set(personIds.values())])).map((one) => [one.personId, one]))
  const applications = await applicationsById(
    work,
    rows.map(({ applicationId }) => applicationId),
  )
  const shown = new Map<string, Shown>()
  for (const { applicationId, sourceRecordId } of rows) {
    const personId = personIds.get(sourceRecordId)
    const application = applications.get(applicationId)
    if (personId === undefined || !application) continue
    const name = profiles.get(personId)?.fields.name?.value
    const { openingTitle, endedAt } = application
    shown.set(applicationId, { personId, personName: typeof name === 'string' ? name : null, openingTitle, endedAt })
  }
  return shown
}
