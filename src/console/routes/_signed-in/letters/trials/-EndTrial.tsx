import { Button } from '@mantine/core'
import { useState } from 'react'
import { endTrial, listTrials, readTrial, type TrialReport } from '../../../../../contract/relay/letter-trials.ts'
import { listLetterTemplates } from '../../../../../contract/messages.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../../api.ts'
import { words } from './-words.ts'

/** Ends a comparison with the wording that somebody chooses. */
export function EndTrial({ report: { trial, better } }: { report: TrialReport }) {
  const text = useText(words)
  const toast = useToast()
  const [keep, choose] = useState<'A' | 'B'>()
  const named = keep === undefined ? '' : text.variant[keep]
  return (
    <>
      {(['A', 'B'] as const).map((variant) => (
        <Button key={variant} variant={variant === better ? 'filled' : 'default'} onClick={() => choose(variant)}>
          {text.keep(text.variant[variant])}
        </Button>
      ))}
      <ConfirmDialog
        opened={keep !== undefined}
        onClose={() => choose(undefined)}
        title={text.endAsk(named)}
        confirmLabel={text.end}
        consequences={[
          { kind: 'happens', text: text.endHappens(named) },
          ...(better === null ? [{ kind: 'happens' as const, text: text.endEarly }] : []),
          { kind: 'final', text: text.endFinal },
        ]}
        onConfirm={async () => {
          if (keep === undefined) return
          await call(endTrial, { params: { id: trial.id }, body: { keep } })
          for (const key of [readTrial.id, listTrials.id, listLetterTemplates.id])
            await queries.invalidateQueries({ queryKey: [key] })
          toast.tell(text.endDone)
        }}
      />
    </>
  )
}
