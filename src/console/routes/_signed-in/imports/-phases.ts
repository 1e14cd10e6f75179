import type { ImportPhase } from '../../../../contract/intake/imports.ts'
import type { Tone } from '../../../../ui/StatusBadge.tsx'

export const phaseTones: Record<ImportPhase, Tone> = {
  UPLOADED: 'wait',
  CHECKING: 'busy',
  CHECKED: 'wait',
  COMMITTING: 'busy',
  LINKING: 'busy',
  DONE: 'good',
  REFUSED: 'bad',
  CANCELLED: 'neutral',
}
