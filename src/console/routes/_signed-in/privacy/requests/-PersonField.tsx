import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPeople } from '../../../../../contract/people/people.ts'
import { SelectField } from '../../../../../ui/form/fields.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { words } from './-words.ts'

/** A person of the pool, found by what is typed. */
export function PersonField({
  value,
  onChange,
}: {
  value: string | null
  onChange: (personId: string | null) => void
}) {
  const text = useText(words)
  const [typed, type] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 250)
  const { data } = useQuery({
    queryKey: [listPeople.id, 'picker', sought],
    queryFn: () => call(listPeople, { query: { text: sought, limit: 20 } }),
    enabled: sought !== '',
  })
  const found = data?.items ?? []
  return (
    <SelectField
      label={text.person}
      help={text.personHelp}
      isRequired={false}
      clearable
      value={value}
      onChange={onChange}
      onSearchChange={type}
      filter={({ options }) => options}
      data={found.map((person) => ({
        value: person.id,
        label: [person.name, person.nameKana && `(${person.nameKana})`, person.employer].filter(Boolean).join(' '),
      }))}
      nothingFoundMessage={text.personNone}
    />
  )
}
