import type { Work } from '../../kernel/work.ts'
import { people, personOf } from '../people/index.ts'
import { application } from '../selection/index.ts'

type About = { applicationId: string; sourceRecordId: string }
export type Shown = { personId: string; personName: string | null; openingTitle: string; endedAt: Date | null }

/** Names beside ids, for a list; the name of someone erased is gone. */
export async function named(work: Work, rows: readonly About[]): Promise<Map<string, Shown>> {
  const personIds = new Map<string, string>()
  for (const { sourceRecordId } of rows)
    if (!personIds.has(sourceRecordId)) personIds.set(sourceRecordId, await personOf(work, sourceRecordId))
  const profiles = new Map((await people(work, [...new Set(personIds.values())])).map((one) => [one.personId, one]))
  const shown = new Map<string, Shown>()
  for (const { applicationId, sourceRecordId } of rows) {
    const personId = personIds.get(sourceRecordId) ?? ''
    const name = profiles.get(personId)?.fields.name?.value
    const { openingTitle, endedAt } = await application(work, applicationId)
    shown.set(applicationId, { personId, personName: typeof name === 'string' ? name : null, openingTitle, endedAt })
  }
  return shown
}
