import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import type { AskedLanguage, AskedSkill } from './-entered.ts'
import { formWords } from './-form-words.ts'
import styles from './-openings.module.css'
import { languageCodes, languageLevels, termWords } from './-terms.ts'

type RowsProps<Row> = { label: string; rows: readonly Row[]; onRows: (rows: Row[]) => void }

/** Skills with how many years of each are asked. */
export function SkillRows({ label, rows, onRows }: RowsProps<AskedSkill>) {
  const text = useText(formWords)
  return (
    <Rows
      label={label}
      rows={rows}
      onRows={onRows}
      add={{ label: text.addSkill, row: { skill: '', years: '' } }}
      nameOf={({ skill }) => skill}
      render={(row, change, at) => (
        <>
          <TextInput
            aria-label={`${label} ${at + 1}: ${text.skill}`}
            placeholder="TypeScript"
            value={row.skill}
            maxLength={100}
            onChange={({ currentTarget }) => change({ skill: currentTarget.value })}
          />
          <NumberInput
            aria-label={`${label} ${at + 1}: ${text.years}`}
            placeholder={text.years}
            min={0}
            max={60}
            hideControls
            value={row.years}
            onChange={(years) => change({ years })}
          />
        </>
      )}
    />
  )
}

/** Languages with the level asked. */
export function LanguageRows({ label, rows, onRows }: RowsProps<AskedLanguage>) {
  const text = useText(formWords)
  const terms = useText(termWords)
  const codes = (own: string) => [...new Set([...languageCodes, own])]
  return (
    <Rows
      label={label}
      rows={rows}
      onRows={onRows}
      add={{ label: text.addLanguage, row: { language: 'en', level: 'B2' } }}
      nameOf={({ language }) => terms.language[language] ?? language}
      render={(row, change, at) => (
        <>
          <NativeSelect
            aria-label={`${label} ${at + 1}: ${text.language}`}
            value={row.language}
            data={codes(row.language).map((value) => ({ value, label: terms.language[value] ?? value }))}
            onChange={({ currentTarget }) => change({ language: currentTarget.value })}
          />
          <NativeSelect
            aria-label={`${label} ${at + 1}: ${text.level}`}
            value={row.level}
            data={[
              { value: '', label: text.anyLevel },
              ...languageLevels.map((value) => ({ value, label: terms.level[value] ?? value })),
            ]}
            onChange={({ currentTarget }) => change({ level: currentTarget.value })}
          />
        </>
      )}
    />
  )
}

type RowListProps<Row> = RowsProps<Row> & {
  add: { label: string; row: Row }
  nameOf: (row: Row) => string
  render: (row: Row, change: (part: Partial<Row>) => void, at: number) => ReactNode
}

function Rows<Row>({ label, rows, onRows, add, nameOf, render }: RowListProps<Row>) {
  const text = useText(formWords)
  const change = (at: number) => (part: Partial<Row>) =>
    onRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <fieldset className={styles.asked}>
      <legend>{label}</legend>
      {rows.map((row, at) => (
        <div key={at} className={styles.askedRow}>
          {render(row, change(at), at)}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.remove(nameOf(row) || `${label} ${at + 1}`)}
            onClick={() => onRows(rows.filter((_, index) => index !== at))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => onRows([...rows, add.row])}
      >
        {add.label}
      </Button>
    </fieldset>
  )
}
