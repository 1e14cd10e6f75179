import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { listFacets } from '../../../../contract/people/people.ts'
import type { FacetKind, PeopleFilter } from '../../../../contract/pool/pool-terms.ts'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import styles from './-people.module.css'
import { words } from './-words.ts'

export type Filter = z.input<typeof PeopleFilter>
type Several = 'tags' | 'skills' | 'regions' | 'stages' | 'states' | 'channels' | 'evaluations'

const kinds: Record<Several, FacetKind> = {
  tags: 'TAG',
  skills: 'SKILL',
  regions: 'REGION',
  stages: 'STAGE',
  states: 'STATE',
  channels: 'CHANNEL',
  evaluations: 'EVALUATION',
}

const regionNames: Record<string, string> = {
  HOKKAIDO: 'Hokkaido',
  TOHOKU: 'Tohoku',
  KANTO: 'Kanto',
  CHUBU: 'Chubu',
  KINKI: 'Kinki',
  CHUGOKU: 'Chugoku',
  SHIKOKU: 'Shikoku',
  KYUSHU_OKINAWA: 'Kyushu and Okinawa',
}

export type PeopleFiltersProps = { filter: Filter; onFilter: (change: Filter) => void; onClear: () => void }

/** What the pool is narrowed by, each value with how many people hold it. */
export function PeopleFilters({ filter, onFilter, onClear }: PeopleFiltersProps) {
  const text = useText(words)
  const person = useText(personWords)
  const selection = useText(selectionWords)
  const [language] = useLanguage()
  const { data } = useQuery({ queryKey: [listFacets.id], queryFn: () => call(listFacets, {}) })
  const named = (kind: FacetKind, key: string, label: string) => {
    if (kind === 'STAGE') return selection.stage[key] ?? key
    if (kind === 'CHANNEL') return selection.channel[key] ?? key
    if (kind === 'STATE') return person.state[key as keyof typeof person.state]
    if (kind === 'EVALUATION') return person.recommendation[key as keyof typeof person.recommendation]
    return kind === 'REGION' && language === 'en' ? (regionNames[key] ?? key) : label
  }
  const labels: Record<Several, string> = {
    tags: text.tags,
    skills: text.skills,
    states: text.state,
    stages: text.stage,
    regions: text.region,
    channels: text.channel,
    evaluations: text.evaluation,
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== '')
  return (
    <div className={styles.filters}>
      {(Object.keys(labels) as Several[]).map((name) => (
        <MultiSelect
          key={name}
          className={styles.filter ?? ''}
          size="xs"
          aria-label={labels[name]}
          placeholder={[filter[name] ?? []].flat().length === 0 ? labels[name] : ''}
          searchable
          clearable
          data={(data?.facets ?? [])
            .filter(({ kind }) => kind === kinds[name])
            .map(({ kind, key, label, count }) => ({ value: key, label: `${named(kind, key, label)} (${count})` }))}
          value={[filter[name] ?? []].flat()}
          onChange={(values) => onFilter({ [name]: values.length > 0 ? values : undefined })}
        />
      ))}
      {isFiltered && (
        <Button size="xs" variant="subtle" onClick={onClear}>
          {text.clear}
        </Button>
      )}
    </div>
  )
}

/** The text searched for. What is typed waits a moment, so that the list does not run after each letter. */
export function PeopleSearch({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const text = useText(words)
  const [typed, type] = useState(value)
  const tell = useDebouncedCallback(onValue, 250)
  return (
    <TextInput
      className={styles.search ?? ''}
      type="search"
      aria-label={text.search}
      placeholder={text.search}
      leftSection={<IconSearch size={15} />}
      value={typed}
      onChange={(event) => {
        type(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}
