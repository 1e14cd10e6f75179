import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { FlowStep, Stage } from '../../../../contract/selection/selection-terms.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { selectionWords } from '../../../selection-words.ts'
import { neighbour, type Standing } from './-decisions.ts'
import { useDecide } from './-use-decide.ts'
import { words } from './-words.ts'

type MoveDialogProps = {
  applications: readonly Standing[] | undefined
  steps: readonly FlowStep[]
  onClose: () => void
  onDone: () => void
}

/** Moves several applications to one stage. */
export function MoveDialog({ applications = [], steps, onClose, onDone }: MoveDialogProps) {
  const text = useText(words)
  const { stage: named } = useText(selectionWords)
  const decide = useDecide()
  const [chosen, choose] = useState<Stage>()
  const first = applications[0]
  const stage = chosen ?? (first && neighbour(steps, first.stage, 1)) ?? steps[0]?.stage ?? 'APPLIED'
  return (
    <ConfirmDialog
      opened={applications.length > 0}
      onClose={() => {
        choose(undefined)
        onClose()
      }}
      title={text.bulkMoveTitle(applications.length)}
      confirmLabel={text.bulkMoveDo}
      consequences={[
        { kind: 'happens', text: text.bulkMoveMeans(named[stage] ?? stage) },
        { kind: 'reversible', text: text.bulkMoveUndo },
      ]}
      onConfirm={async () => {
        await decide(applications, { kind: 'STAGE', stage })
        onDone()
      }}
    >
      <NativeSelect
        label={text.bulkMoveTo}
        value={stage}
        data={steps.map((step) => ({ value: step.stage, label: named[step.stage] ?? step.stage }))}
        onChange={({ currentTarget }) => choose(currentTarget.value as Stage)}
      />
    </ConfirmDialog>
  )
}
