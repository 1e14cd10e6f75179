import { Button, Group as Row, Modal, Skeleton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Duplicate } from '../../../../contract/linkage/linkage.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { useShortcuts } from '../../../../ui/shortcuts.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { areUnlike } from '../../../compared-fields.ts'
import { knownPerson, personQuery } from '../../../known-person.ts'
import { OtherMailsNotice } from '../../../OtherMailsNotice.tsx'
import { PeopleInColumns } from '../../../PeopleInColumns.tsx'
import { Key } from './-Key.tsx'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

type Props = { pair: Duplicate; onGroup: () => Promise<void> }

/** Everybody whom open pairs connect with this one: shown beside each other, and made one at once. */
export function Group({ pair, onGroup }: Props) {
  const text = useText(words)
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const count = pair.group.length
  const names = [...new Set(pair.group.map(({ name }) => name ?? text.nobody))]
  useShortcuts(
    useMemo(
      () => [{ keys: ['g'], label: text.groupShow(count), group: text.keys, run: () => setOpened(true) }],
      [text, count],
    ),
  )
  return (
    <InlineNotice
      tone="wait"
      title={text.groupTitle(count)}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
          {text.groupShow(count)}
          <Key>G</Key>
        </Button>
      }
    >
      {text.groupText(format.list(names))}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="min(72rem, 100%)"
        title={<strong>{text.groupTitle(count)}</strong>}
      >
        <Beside group={pair.group} onGroup={onGroup} onClose={() => setOpened(false)} />
      </Modal>
    </InlineNotice>
  )
}

/** So many are read and shown at once. */
const mostShown = 12

function Beside({
  group,
  onGroup,
  onClose,
}: Pick<Duplicate, 'group'> & Pick<Props, 'onGroup'> & { onClose: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const [isRunning, setRunning] = useState(false)
  const shown = group.slice(0, mostShown)
  const read = useQueries({ queries: shown.map(({ personId }) => personQuery(personId)) })
  const error = read.find((one) => one.error)?.error
  if (error) return <ErrorNotice error={error} onRetry={() => read.forEach((one) => void one.refetch())} />
  const people = read.flatMap(({ data }) => (data ? knownPerson(data) : []))
  if (people.length < shown.length) return <Skeleton height={240} />
  const accept = () => {
    setRunning(true)
    onGroup()
      .then(onClose)
      .catch(toast.refuse)
      .finally(() => setRunning(false))
  }
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{text.groupHelp}</p>
      {group.length > mostShown && <InlineNotice tone="neutral">{text.groupMore(mostShown)}</InlineNotice>}
      {areUnlike(people) && <InlineNotice tone="wait">{text.groupUnlike}</InlineNotice>}
      <OtherMailsNotice people={people} />
      <PeopleInColumns label={text.groupTitle(group.length)} people={people} />
      <Row justify="flex-end">
        <Button loading={isRunning} onClick={accept} data-autofocus>
          {text.groupSame(group.length)}
        </Button>
      </Row>
    </div>
  )
}
