import type { RetentionRun } from '../../contract/retention/retention.ts'
import type { Tone } from '../../ui/StatusBadge.tsx'

export const phaseTones: Record<RetentionRun['phase'], Tone> = {
  LISTING: 'busy',
  LISTED: 'wait',
  SCHEDULED: 'busy',
  DONE: 'good',
  CALLED_OFF: 'neutral',
}

type Count = keyof NonNullable<RetentionRun['classes']['REJECTED']>

/** One of the counts, over all classes. */
export const totalOf = ({ classes }: RetentionRun, count: Count): number =>
  Object.values(classes).reduce((sum, one) => sum + one[count], 0)

/** A list on which nobody is to be deleted or asked: nothing waits to be looked through. */
export const isNobody = (run: RetentionRun): boolean =>
  run.phase === 'LISTED' && totalOf(run, 'deletes') === 0 && (run.kind !== 'MEMBERS' || totalOf(run, 'asks') === 0)
