import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react'
import { readRelaySettings } from '../../../../contract/relay/relay.ts'
import { Decision } from '../../../../contract/selection/selection.ts'
import {
  rejectionReasons,
  withdrawalReasons,
  type TransitionKind,
  type WithdrawalTiming,
} from '../../../../contract/selection/selection-terms.ts'
import type { Consequence } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { PlainSelectField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { decisionWords } from './-decision-words.ts'
import type { Standing } from './-decisions.ts'
import styles from './-selection.module.css'
import { useDecide } from './-use-decide.ts'
import { words } from './-words.ts'

/** What is asked about: one application or several. */
export type Asked = { kind: Exclude<TransitionKind, 'STAGE'>; applications: readonly Standing[] }

export type DecisionDialogProps = { asked: Asked | undefined; onClose: () => void; onDone?: () => void }

/** Asks for the reason of a decision and says what follows from it: for one application, or for many at once. */
export function DecisionDialog({ asked, onClose, onDone }: DecisionDialogProps) {
  const text = useText(decisionWords)
  const who = asked && text.people(asked.applications.length, asked.applications[0]?.personName ?? text.unnamed)
  return (
    <Modal
      opened={asked !== undefined}
      onClose={onClose}
      title={<strong>{asked && text.ask[asked.kind](who ?? '')}</strong>}
      size="md"
    >
      {asked && <Body asked={asked} onClose={onClose} {...(onDone && { onDone })} />}
    </Modal>
  )
}

const reasonsOf: Partial<Record<TransitionKind, readonly string[]>> = {
  REJECT: rejectionReasons,
  WITHDRAW: withdrawalReasons,
  DECLINE: withdrawalReasons,
}

function Body({
  asked: { kind, applications },
  onClose,
  onDone,
}: Required<Pick<DecisionDialogProps, 'onClose'>> & {
  asked: Asked
  onDone?: () => void
}) {
  const text = useText(decisionWords)
  const { cancel } = useText(words)
  const decide = useDecide()
  const consequences = useConsequences(kind, applications)
  const reasons = reasonsOf[kind]
  const fields = useFields({
    initial: { reason: '', withdrawalTiming: 'UNSCHEDULED' as WithdrawalTiming, note: '' },
    check: ({ reason }) => (reasons && reason === '' ? { reason: text.reasonNeeded } : {}),
    onSubmit: async ({ reason, withdrawalTiming, note }) => {
      const decision = Decision.parse({
        kind,
        ...(reasons && { reason }),
        ...(kind === 'WITHDRAW' && { withdrawalTiming }),
      })
      await decide(applications, decision, note.trim())
      onDone?.()
      onClose()
    },
  })
  return (
    <Form
      fields={fields}
      actions={
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" loading={fields.isSubmitting} color={kind === 'REJECT' ? 'beni' : 'akane'}>
            {text.act[kind]}
          </Button>
        </div>
      }
    >
      {reasons && (
        <PlainSelectField
          {...fields.field('reason')}
          label={text.reason}
          isRequired
          data-autofocus
          data={[
            { value: '', label: text.choose },
            ...reasons.map((value) => ({
              value,
              label: (kind === 'REJECT' ? text.rejection : text.withdrawal)[value] ?? value,
            })),
          ]}
        />
      )}
      {kind === 'WITHDRAW' && (
        <PlainSelectField
          {...fields.field('withdrawalTiming')}
          label={text.timing}
          data={(['UNSCHEDULED', 'BEFORE_STEP', 'AFTER_STEP'] as const).map((value) => ({
            value,
            label: text.timings[value],
          }))}
        />
      )}
      <TextAreaField {...fields.field('note')} label={text.note} help={text.noteHelp} minRows={2} />
      <ul className={styles.consequences}>
        {consequences.map((one, at) => (
          <li key={at} data-kind={one.kind}>
            {one.kind === 'reversible' ? <IconArrowBackUp size={15} /> : <IconArrowRight size={15} />}
            <span>{one.text}</span>
          </li>
        ))}
      </ul>
    </Form>
  )
}

function useConsequences(kind: TransitionKind, applications: readonly Standing[]): Consequence[] {
  const { means } = useText(decisionWords)
  const letter = useLetterConsequence(kind === 'REJECT')
  const happens = (text: string): Consequence => ({ kind: 'happens', text })
  const undo: Consequence = { kind: 'reversible', text: means.undo }
  const agency = applications.filter(({ channel }) => channel === 'AGENCY').length
  switch (kind) {
    case 'REJECT':
      return [
        happens(means.rejected),
        happens(letter),
        happens(means.noLetter),
        ...(agency > 0 ? [happens(means.agency(agency))] : []),
        { kind: 'reversible', text: means.undoReject },
      ]
    case 'WITHDRAW':
      return [happens(means.withdrawn), undo]
    case 'OFFER':
      return [happens(means.offered)]
    case 'ACCEPT':
      return [happens(means.accepted)]
    case 'DECLINE':
      return [happens(means.declined), undo]
    case 'HIRE':
      return [happens(means.hired), undo]
    case 'REOPEN':
      return [happens(means.reopened), happens(means.letterStops)]
    case 'DUPLICATE':
      return [happens(means.duplicate), undo]
    case 'HOLD':
      return [happens(means.held), undo]
    case 'STAGE':
      return []
  }
}

function useLetterConsequence(isAsked: boolean): string {
  const { means } = useText(decisionWords)
  const can = useCan()
  const { data } = useQuery({
    queryKey: [readRelaySettings.id],
    queryFn: () => call(readRelaySettings, {}),
    enabled: isAsked && can('relay:read'),
  })
  if (!data) return means.letterUnknown
  const isOn = data.switches.some(({ onSince }) => onSince !== null)
  return isOn ? means.letterOn(data.settings.delayBusinessDays) : means.letterOff
}
