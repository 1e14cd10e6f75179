import type { z } from 'zod'
import type { Channel, OpeningConditions, OpeningStatus } from '../../../contract/selection/selection-terms.ts'
import { newId } from '../../kernel/ids.ts'
import type { TestCompany } from '../accounts/testing.ts'
import { aPerson } from '../people/testing.ts'
import { recordApplication, recordTransition, type NewTransition } from './applications.ts'
import { openOpening } from './openings/openings.ts'

type MadeOpening = {
  title?: string
  status?: OpeningStatus
  conditions?: z.input<typeof OpeningConditions>
  flowId?: string
}

/** An opening, for a salesperson unless said otherwise; answers its id. */
export async function anOpening(
  company: TestCompany,
  { title = '法人営業', ...facts }: MadeOpening = {},
): Promise<string> {
  const id = newId()
  await company.work((work) => openOpening(work, { id, title, ...facts }))
  return id
}

type MadeApplication = {
  sourceRecordId?: string
  openingId?: string
  channel?: Channel
  agency?: string
  appliedAt?: Date
  live?: boolean
  connectionId?: string
  remoteId?: string
  /** The course it takes, each step a minute after the one before unless dated. */
  course?: readonly (Partial<NewTransition> & Pick<NewTransition, 'kind'>)[]
}
export type TestApplication = { applicationId: string; sourceRecordId: string; openingId: string }

/** An application of a person of its own, in use (`live`), unless said otherwise. */
export async function anApplication(company: TestCompany, made: MadeApplication = {}): Promise<TestApplication> {
  const { course = [], channel = 'DIRECT', live = true, appliedAt, ...rest } = made
  const sourceRecordId = rest.sourceRecordId ?? (await aPerson(company)).sourceRecordId
  const openingId = rest.openingId ?? (await anOpening(company))
  const applicationId = newId()
  await company.work(async (work) => {
    const at = appliedAt ?? work.now
    await recordApplication(work, {
      ...rest,
      id: applicationId,
      sourceRecordId,
      openingId,
      channel,
      appliedAt: at,
      live,
    })
    for (const [step, transition] of course.entries()) {
      const occurredAt = new Date(at.getTime() + (step + 1) * 60_000)
      await recordTransition(work, { id: newId(), live, occurredAt, ...transition, applicationId })
    }
  })
  return { applicationId, sourceRecordId, openingId }
}
