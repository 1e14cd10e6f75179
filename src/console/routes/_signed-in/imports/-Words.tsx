import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { chooseImportWords, wordMeanings, type Import } from '../../../../contract/intake/imports.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import styles from './-imports.module.css'
import { forgetPreview, importQuery } from './-queries.ts'
import { words } from './-words.ts'

type Word = Import['words'][number]
type Meaning = NonNullable<Word['meaning']>

const ends: readonly Meaning[] = wordMeanings.slice(0, 6)
const states: readonly Meaning[] = wordMeanings.slice(6, 9)
const stages: readonly Meaning[] = wordMeanings.slice(9, -1)

/** Words for a stage or a result that nobody knows: a person says what they mean, and it is remembered for the source. */
export function Words({ found }: { found: Import }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Meaning | null>>(new Map())
  const [isBusy, setBusy] = useState(false)
  const open = found.words.filter(({ meaning }) => meaning === null)
  const rows = open.reduce((sum, word) => sum + word.rows, 0)
  const read = async () => {
    setBusy(true)
    try {
      const body = { words: [...chosen].map(([word, meaning]) => ({ text: word, meaning })) }
      const again = await call(chooseImportWords, { params: { id: found.id }, body })
      setChosen(new Map())
      forgetPreview(found.id)
      queries.setQueryData(importQuery(found.id).queryKey, again)
    } catch (error) {
      toast.refuse(error)
    } finally {
      setBusy(false)
    }
  }
  if (found.words.length === 0) return null
  return (
    <Section bare title={text.wordsTitle} note={text.wordsNote}>
      <div className={styles.stack}>
        {open.length > 0 && (
          <InlineNotice tone="wait" title={text.wordsOpen(format.number(open.length), format.number(rows))} />
        )}
        <WordTable
          rows={found.words}
          chosen={chosen}
          isBusy={isBusy}
          onChoose={(word, meaning) => setChosen((before) => new Map(before).set(word, meaning))}
        />
        <div className={styles.footEnd}>
          <Button variant="light" loading={isBusy} disabled={chosen.size === 0} onClick={() => void read()}>
            {text.readAgain}
          </Button>
        </div>
      </div>
    </Section>
  )
}

type WordTableProps = {
  rows: Word[]
  chosen: ReadonlyMap<string, Meaning | null>
  isBusy: boolean
  onChoose: (word: string, meaning: Meaning | null) => void
}

function WordTable({ rows, chosen, isBusy, onChoose }: WordTableProps) {
  const text = useText(words)
  const format = useFormat()
  const columns = useMemo<Column<Word>[]>(() => {
    const named = (values: readonly Meaning[], names: Record<string, string>) =>
      values.map((value) => ({ value, label: names[value] ?? value }))
    const choices = [
      { value: '', label: text.undecided },
      { group: text.wordEnds, items: named(ends, text.ends) },
      { group: text.wordStates, items: named(states, text.ends) },
      { group: text.wordStages, items: named(stages, text.stages) },
      { group: text.wordElse, items: [{ value: 'IGNORED', label: text.wordIgnored }] },
    ]
    return [
      { id: 'text', header: text.word, card: 'title', cell: (word) => <strong>{word.text}</strong> },
      { id: 'column', header: text.column, width: 170, cell: (word) => word.column },
      {
        id: 'rows',
        header: text.rows,
        width: 90,
        align: 'end',
        cell: (word) => (word.meaning === null ? format.number(word.rows) : null),
      },
      {
        id: 'meaning',
        header: text.meaning,
        width: 240,
        optional: false,
        cell: (word) => (
          <NativeSelect
            size="xs"
            aria-label={`${word.text}: ${text.meaning}`}
            value={(chosen.has(word.text) ? chosen.get(word.text) : word.meaning) ?? ''}
            data={choices}
            disabled={isBusy}
            onChange={(event) => onChoose(word.text, (event.currentTarget.value || null) as Meaning | null)}
          />
        ),
      },
    ]
  }, [text, format, chosen, isBusy, onChoose])
  return (
    <DataTable
      id="import-words"
      label={text.wordsTitle}
      columns={columns}
      rows={rows}
      rowId={(word) => word.text}
      rowLabel={(word) => word.text}
      hasKeys={false}
    />
  )
}
