import { inMember, type Actor } from '../kernel/work.ts'
import { changeHiddenIndustries, memberOf } from '../modules/relay/index.ts'
import { changeOpening, openings } from '../modules/selection/index.ts'
import { mailOf, type Applying } from './applying.ts'
import type { Stage } from './stage.ts'

/** One member is shown to no employer of two lines of business: finance, and hotels and restaurants. */
export async function hideFromLines({ installation, settle }: Stage, applying: readonly Applying[]): Promise<void> {
  for (const { person } of applying) {
    const memberId = await memberOf(installation, mailOf(person))
    if (!memberId) continue
    const actor: Actor = { kind: 'member', id: memberId, permissions: new Set() }
    await inMember(installation, { memberId, actor }, (work) => changeHiddenIndustries(work, ['J', 'M']))
    await settle()
    return
  }
}

/** The second employer has filled one of its openings: nobody of the relay is listed for it any more. */
export async function closeAnOpening({ desks, settle }: Stage): Promise<void> {
  const [, desk] = desks
  const open = await desk?.work((work) => openings(work, ['OPEN']))
  const filled = open?.at(-1)
  if (filled) await desk?.work((work) => changeOpening(work, filled.id, { status: 'CLOSED' }))
  await settle()
}
