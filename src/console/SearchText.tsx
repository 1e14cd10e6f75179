import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

type SearchTextProps = { label: string; value: string | undefined; onValue: (value: string | undefined) => void }

/** The text that a list is searched for. What is typed waits a moment, so that the list does not run after each letter. */
export function SearchText({ label, value, onValue }: SearchTextProps) {
  const [typed, type] = useState(value ?? '')
  const tell = useDebouncedCallback((text: string) => onValue(text.trim() === '' ? undefined : text.trim()), 300)
  return (
    <TextInput
      type="search"
      size="xs"
      w="16rem"
      maw="100%"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} />}
      value={typed}
      onChange={({ currentTarget }) => {
        type(currentTarget.value)
        tell(currentTarget.value)
      }}
    />
  )
}
