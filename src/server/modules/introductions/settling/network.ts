import { z } from 'zod'
import {
  IntroductionProgress,
  IntroductionState,
  IntroductionStep,
} from '../../../../contract/introductions/introductions.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { putStanding } from './store-network.ts'
import { findRequest } from '../asking/store-requests.ts'

/** How an introduction stands for whoever runs the network; subject: the introduction. It names no person. */
export const introductionStands = companyAnnouncement(
  'introductions.stands',
  z.object({
    id: z.uuid(),
    state: IntroductionState,
    progress: IntroductionProgress.nullable(),
    steps: z.array(IntroductionStep).default([]),
    askedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    answerBy: z.iso.datetime().nullable().default(null),
  }),
)
type Stands = z.output<typeof introductionStands.payload>

/** Tells how the request stands now; called in the Work that changed it. */
export async function tellStanding(work: Work, id: string): Promise<void> {
  const request = await findRequest(work, id)
  if (!request) throw new Error('an introduction that is not there cannot stand anyhow')
  const { state, progress, steps, askedAt, endedAt, answerBy, version } = request
  await work.announce(introductionStands, {
    subjectId: id,
    version,
    payload: {
      id,
      state,
      progress,
      steps,
      askedAt: askedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      answerBy: answerBy.toISOString(),
    },
  })
}

type Heard = { realmId: string; version: number; payload: Stands }

/** Keeps it in the operator's realm. Nothing happens where nobody runs a network. */
export async function mirrorStanding(installation: Installation, { realmId, version, payload }: Heard): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  await inCompany(installation, { companyId, actor: systemActor('introductions.network') }, (work) =>
    putStanding(work, { ...payload, employerId: realmId, version }),
  )
}
