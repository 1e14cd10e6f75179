import { z } from 'zod'
import { ApplicationState, Channel, Stage } from '../../../../contract/selection/selection-terms.ts'

/** What the address of the selection holds. `application` with its `person` is the panel that is open. */
export const SelectionSearch = z.object({
  view: z.enum(['board', 'list', 'mine']).optional().catch(undefined),
  opening: z.uuid().optional().catch(undefined),
  state: z
    .union([z.enum(['OPEN', 'ENDED']), ApplicationState])
    .optional()
    .catch(undefined),
  stage: Stage.optional().catch(undefined),
  channel: Channel.optional().catch(undefined),
  application: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
})
export type SelectionSearch = z.output<typeof SelectionSearch>
