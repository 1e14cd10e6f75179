import type { WorkKind, WorkLine } from '../../../contract/work-list.ts'
import { workKinds } from '../../../contract/work-list.ts'
import type { Permission } from '../../../contract/accounts/permissions.ts'
import { stuckDays } from '../../../contract/selection/selection.ts'
import type { Work } from '../../kernel/work.ts'
import { countOpenRequests } from '../consent/index.ts'
import { expiringSlots } from '../credits/index.ts'
import { waitingIntake } from '../intake/index.ts'
import { waitingIntroductions } from '../introductions/index.ts'
import { countDuplicates } from '../linkage/index.ts'
import { openingNews } from '../matching/index.ts'
import { waitingMail } from '../messages/index.ts'
import { countUntold, longestDays, waitingLetters } from '../relay/index.ts'
import { countStuck, openings } from '../selection/index.ts'
import { hasPeople } from './reports.ts'

const dayMs = 86_400_000
/** A slot that goes within this many days is worth a line. */
const slotNoticeDays = 30

type Waiting = Partial<Record<WorkKind, Partial<Omit<WorkLine, 'kind' | 'at'>> & { count: number; at?: Date | null }>>
type Part = { needs: Permission; read: (work: Work) => Promise<Waiting> }

const parts: readonly Part[] = [
  {
    needs: 'consent:read',
    read: async (work) => {
      const { count, overdue, nextAt } = await countOpenRequests(work)
      return { DATA_REQUESTS: { count, overdue, at: nextAt } }
    },
  },
  {
    needs: 'messages:read',
    read: async (work) => {
      const { unknown, replies } = await waitingMail(work)
      return { LETTERS_UNKNOWN: { count: unknown }, REPLIES: { count: replies.count, at: replies.oldestAt } }
    },
  },
  { needs: 'relay:read', read: letters },
  {
    needs: 'matching:read',
    read: async (work) => {
      const { asked, accepted, questions, promises } = await waitingIntroductions(work)
      return {
        QUESTIONS: { count: questions },
        INTRODUCTIONS_ACCEPTED: { count: accepted.count, at: accepted.oldestAt },
        PROMISES: { count: promises.pending + promises.late, overdue: promises.late, at: promises.nextAt },
        INTRODUCTIONS_ASKED: { count: asked.count, at: asked.nextAt },
      }
    },
  },
  {
    needs: 'matching:read',
    read: async (work) => {
      const news = await openingNews(work)
      return { MATCHES: { count: news.filter(({ fresh }) => fresh > 0).length } }
    },
  },
  {
    needs: 'selection:read',
    read: async (work) => {
      const { count, oldestAt } = await countStuck(work, new Date(work.now.getTime() - stuckDays * dayMs))
      return { STUCK: { count, at: oldestAt } }
    },
  },
  { needs: 'linkage:decide', read: async (work) => ({ DUPLICATES: { count: Number(await countDuplicates(work)) } }) },
  {
    needs: 'intake:connect',
    read: async (work) => {
      const { deliveries } = await waitingIntake(work)
      return { DELIVERIES: { count: deliveries.count, at: deliveries.oldestAt } }
    },
  },
  {
    needs: 'intake:import',
    read: async (work) => {
      const { unfinished, withErrors } = await waitingIntake(work)
      return {
        IMPORTS_WITH_ERRORS: { count: withErrors.files, of: withErrors.rows },
        IMPORTS_UNFINISHED: { count: unfinished },
      }
    },
  },
  {
    needs: 'credits:read',
    read: async (work) => {
      const { count, nextAt } = await expiringSlots(work, new Date(work.now.getTime() + slotNoticeDays * dayMs))
      return { SLOTS_EXPIRING: { count, at: nextAt } }
    },
  },
]

async function letters(work: Work): Promise<Waiting> {
  const { preflights, leaving, untold } = await waitingLetters(work)
  const { overdue } = await countUntold(work, new Date(work.now.getTime() - longestDays * dayMs))
  return {
    PREFLIGHTS: { count: preflights.count, at: preflights.oldestAt, id: preflights.latest },
    LETTERS_LEAVING: { count: leaving.count, at: leaving.nextAt },
    UNTOLD: { count: untold.count, overdue, at: untold.oldestAt },
  }
}

/** What waits for whoever acts in the Work: only kinds that their role may see, only those that are not empty. */
export async function workList(work: Work): Promise<{ lines: WorkLine[]; isFresh: boolean }> {
  const waiting: Waiting = {}
  for (const { needs, read } of parts) if (work.actor.permissions.has(needs)) Object.assign(waiting, await read(work))
  const lines = workKinds.flatMap((kind): WorkLine[] => {
    const found = waiting[kind]
    if (!found || found.count === 0) return []
    const { count, overdue = 0, at, of = null, id = null } = found
    return [{ kind, count, overdue, at: at?.toISOString() ?? null, of, id }]
  })
  return { lines, isFresh: (await openings(work)).length === 0 && !(await hasPeople(work)) }
}
