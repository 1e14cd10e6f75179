import { Button, Group, Modal, Skeleton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { listDuplicates } from '../../../../contract/linkage/linkage.ts'
import { listPeople, mergePeople, readPerson, undoMerge, type Person } from '../../../../contract/people/people.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call, queries } from '../../../api.ts'
import { asText } from '../../../field-text.ts'
import { areUnlike } from '../../../compared-fields.ts'
import { OtherMailsNotice } from '../../../OtherMailsNotice.tsx'
import { PeopleSideBySide } from '../../../PeopleSideBySide.tsx'
import { knownPerson, personQuery } from '../../../known-person.ts'
import { words } from './-words.ts'
import styles from './-people.module.css'

/** The two to be merged. */
export type Merging = readonly [string, string]

const refresh = () =>
  Promise.all(
    [listPeople.id, readPerson.id, listDuplicates.id].map((id) => queries.invalidateQueries({ queryKey: [id] })),
  )

/** Shows two people chosen by hand beside each other, makes one of them, and offers to undo it. */
export function MergeDialog({
  merging,
  onClose,
}: {
  merging: Merging | undefined
  onClose: (isMerged: boolean) => void
}) {
  const text = useText(words)
  return (
    <Modal
      opened={merging !== undefined}
      onClose={() => onClose(false)}
      size="xl"
      title={<strong>{text.mergeTitle}</strong>}
    >
      {merging && <Beside merging={merging} onMerged={() => onClose(true)} />}
    </Modal>
  )
}

function Beside({ merging, onMerged }: { merging: Merging; onMerged: () => void }) {
  const text = useText(words)
  const [one, other] = useQueries({ queries: merging.map(personQuery) })
  const [isMerging, setMerging] = useState(false)
  const merge = useMerge(merging, onMerged)
  const error = one?.error ?? other?.error
  if (error) return <ErrorNotice error={error} onRetry={() => void refresh()} />
  if (!one?.data || !other?.data) return <Skeleton height={240} />
  const run = () => {
    setMerging(true)
    void merge(nameOf(one.data) ?? nameOf(other.data) ?? text.unnamed).finally(() => setMerging(false))
  }
  return (
    <div className={styles.merging}>
      <p>{text.mergeText}</p>
      {areUnlike([one.data, other.data]) && <InlineNotice tone="wait">{text.mergeOpposed}</InlineNotice>}
      <OtherMailsNotice people={[one.data, other.data]} />
      <PeopleSideBySide label={text.mergeTitle} one={knownPerson(one.data)} other={knownPerson(other.data)} />
      <Group justify="flex-end">
        <Button loading={isMerging} onClick={run} data-autofocus>
          {text.merge}
        </Button>
      </Group>
    </div>
  )
}

function useMerge([oneId, otherId]: Merging, onMerged: () => void) {
  const text = useText(words)
  const toast = useToast()
  // One id for this pair: pressed twice, it is merged once.
  const [mergeId] = useState<string>(() => crypto.randomUUID())
  return async (name: string) => {
    try {
      await call(mergePeople, { params: { mergeId }, body: { oneId, otherId } })
    } catch (refused) {
      toast.refuse(refused)
      return
    }
    onMerged()
    await refresh()
    toast.undoable({
      message: text.mergeDone(name),
      onUndo: async () => {
        await call(undoMerge, { params: { mergeId }, body: { staffEditsStayWith: 'SURVIVOR' } })
        await refresh()
      },
    })
  }
}

const nameOf = ({ fields }: Person): string | undefined => fields.name && asText(fields.name.value)
