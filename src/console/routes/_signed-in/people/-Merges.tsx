import { Anchor, Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { undoMerge, type Merge, type Person } from '../../../../contract/people/people.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call, queries } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { useCan } from '../../../session.ts'
import { partedBy } from './-parted.ts'
import styles from './-people.module.css'
import { words } from './-person-words.ts'

/** The merges that made this person: what each brought, who went away again, and the way back. */
export function Merges({ person }: { person: Person }) {
  const text = useText(words)
  const format = useFormat()
  const canDecide = useCan()('linkage:decide')
  const brought = useBrought(person)
  const [undoing, setUndoing] = useState<Merge>()
  if (person.merges.length === 0) return null
  return (
    <Section title={text.merges}>
      <ul className={styles.list}>
        {person.merges.map((one) => {
          const parted = partedBy(person, one)
          return (
            <li key={one.id} className={styles.entry}>
              <span>{text.mergeReason[one.reason] ?? text.mergeReason['STAFF']}</span>
              <span className={styles.soft}>{format.dateTime(one.mergedAt)}</span>
              {one.undoneAt && <StatusBadge tone="neutral">{text.isUndone}</StatusBadge>}
              {parted && (
                <Anchor component={Link} href={`/people/${parted}`} className={styles.soft}>
                  {text.parted}
                </Anchor>
              )}
              {!one.undoneAt && canDecide && (
                <Button size="compact-xs" variant="subtle" onClick={() => setUndoing(one)}>
                  {text.undoMerge}
                </Button>
              )}
              {one.recordIds.length > 0 && <span className={styles.brought}>{text.brought(brought(one))}</span>}
            </li>
          )
        })}
      </ul>
      <UndoDialog merge={undoing} brought={undoing ? brought(undoing) : ''} onClose={() => setUndoing(undefined)} />
    </Section>
  )
}

/** The records that a merge brought, by where they are from and when. */
function useBrought({ records }: Person): (merge: Merge) => string {
  const names = useText(personWords)
  const format = useFormat()
  return ({ recordIds }) =>
    format.list(
      records
        .filter(({ id }) => recordIds.includes(id))
        .map(({ kind, label, observedAt }) => `${label || names.source[kind]} ${format.date(observedAt)}`),
    )
}

type UndoProps = { merge: Merge | undefined; brought: string; onClose: () => void }

function UndoDialog({ merge, brought, onClose }: UndoProps) {
  const text = useText(words)
  const toast = useToast()
  const [staffEditsStayWith, setSide] = useState<'SURVIVOR' | 'DISSOLVED'>('SURVIVOR')
  return (
    <ConfirmDialog
      opened={merge !== undefined}
      onClose={onClose}
      title={text.undoTitle}
      confirmLabel={text.undoMerge}
      consequences={[
        { kind: 'happens', text: text.undoBack(brought) },
        { kind: 'reversible', text: text.undoAgain },
      ]}
      onConfirm={async () => {
        if (!merge) return
        await call(undoMerge, { params: { mergeId: merge.id }, body: { staffEditsStayWith } })
        // Applications, mails, files and whatever else the records brought go with them.
        await queries.invalidateQueries()
        toast.tell(text.undone)
      }}
    >
      <Radio.Group
        label={text.undoStaff}
        value={staffEditsStayWith}
        onChange={(side) => setSide(side === 'DISSOLVED' ? 'DISSOLVED' : 'SURVIVOR')}
      >
        <div className={styles.choice}>
          <Radio value="SURVIVOR" label={text.undoStays} />
          <Radio value="DISSOLVED" label={text.undoGoes} />
        </div>
      </Radio.Group>
    </ConfirmDialog>
  )
}
