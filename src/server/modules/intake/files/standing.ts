import { momentOf, textOf, type Cell, type Report } from './cells.ts'
import type { ApplicationDraft } from './draft.ts'
import { headerKey } from './header-key.ts'
import { readStatus, type EndKind, type Meanings, type Status } from './words.ts'

type Said = Record<'stage' | 'result' | 'reason' | 'endedAt' | 'stageAt', Cell | undefined>

/** Where an application stands, by what its columns say. A word nobody knows is reported, and never read as an end. */
export function standingOf(
  { stage: stageCell, result: resultCell, reason: reasonCell, endedAt, stageAt }: Said,
  { report, meanings }: { report: Report; meanings: Meanings },
): Pick<ApplicationDraft, 'stage' | 'stageAt' | 'state' | 'end'> {
  const stage = statusIn(stageCell, { report, meanings })
  const result = statusIn(resultCell, { report, meanings })
  const reason = textOf(reasonCell)
  const told = reason ? readStatus(reason, meanings) : null
  const end = byWhom(result?.end ?? stage?.end ?? null, told)
  // An end without a word for it, as where only archived applications have a reason: whose it was has to be said.
  const isOpen = !end && !textOf(resultCell) && reason !== null && textOf(endedAt) !== null
  if (isOpen && !told?.recognised) report(reasonCell!, 'status.unknown')
  const ended = end ?? (isOpen ? (told?.end ?? null) : null)
  return {
    // The result's own stage counts only without a column of stages; 内定 with the result 採用 stays 内定.
    stage: stage?.stage ?? result?.stage ?? null,
    stageAt: momentOf(stageAt, report),
    state: ended ? null : (result?.state ?? stage?.state ?? null),
    end: ended && { kind: ended, reason, at: momentOf(endedAt, report) },
  }
}

/** Some systems call every end a rejection and say in the reason who ended it: the person's own word stands. */
function byWhom(end: EndKind | null, reason: Status | null): EndKind | null {
  const persons: readonly (EndKind | null | undefined)[] = ['WITHDRAWN', 'OFFER_DECLINED', 'UNREACHABLE']
  return end === 'REJECTED' && persons.includes(reason?.end) ? reason!.end : end
}

const flags: Record<string, string> = { disqualified: 'disqualified' }
const yes = /^(?:yes|true|1|y|はい|有|○)$/i
const no = /^(?:no|false|0|n|いいえ|無)$/i

function statusIn(cell: Cell | undefined, { report, meanings }: { report: Report; meanings: Meanings }): Status | null {
  const text = textOf(cell)
  if (!cell || !text) return null
  // A column of yes and no, whose header is the word.
  const flag = flags[headerKey(cell.column)]
  if (flag && no.test(text)) return null
  const status = readStatus(flag && yes.test(text) ? flag : text, meanings)
  if (!status.recognised) report(cell, 'status.unknown')
  return status
}
