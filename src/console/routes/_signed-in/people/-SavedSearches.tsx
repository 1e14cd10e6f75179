import { Button, Menu, Popover, TextInput } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keepSegment, listSegments } from '../../../../contract/pool/pool.ts'
import { isComposing } from '../../../../ui/keys.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import type { Filter } from './-PeopleFilters.tsx'
import { words } from './-words.ts'

/** Searches kept under a name, and a way to keep this one. */
export function SavedSearches({ filter, onChoose }: { filter: Filter; onChoose: (filter: Filter) => void }) {
  const text = useText(words)
  const canWrite = useCan()('people:write')
  const { data } = useQuery({ queryKey: [listSegments.id], queryFn: () => call(listSegments, {}) })
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconBookmark size={15} />}>
            {text.saved}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(data?.items.length ?? 0) === 0 && <Menu.Label>{text.noSaved}</Menu.Label>}
          {data?.items.map(({ id, name, filter: kept }) => (
            <Menu.Item key={id} onClick={() => onChoose(kept)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {canWrite && <SaveSearch filter={filter} />}
    </>
  )
}

function SaveSearch({ filter }: { filter: Filter }) {
  const text = useText(words)
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = async () => {
    if (name.trim() === '') return
    await call(keepSegment, { params: { id: crypto.randomUUID() }, body: { name, filter } })
    await queries.invalidateQueries({ queryKey: [listSegments.id] })
    setOpen(false)
    setName('')
    toast.tell(text.savedDone)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button variant="subtle" size="sm" onClick={() => setOpen(true)}>
          {text.saveSearch}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={text.segmentName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) void save().catch(toast.refuse)
          }}
          mb="xs"
        />
        <Button size="xs" onClick={() => void save().catch(toast.refuse)}>
          {text.save}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
