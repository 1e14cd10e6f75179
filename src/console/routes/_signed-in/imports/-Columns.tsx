import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  checkImport,
  chooseImportColumns,
  importEncodings,
  readImportAs,
  type Import,
  type ImportColumn,
} from '../../../../contract/intake/imports.ts'
import { messageOf } from '../../../../contract/messages/index.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import styles from './-imports.module.css'
import { columnReason } from './-column-reason.ts'
import { forgetPreview, importQuery } from './-queries.ts'
import { words } from './-words.ts'

const encodingNames: Record<(typeof importEncodings)[number], string> = {
  'utf-8': 'UTF-8',
  shift_jis: 'Shift_JIS (CP932)',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP (JIS)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
}

/** What was recognised, to be corrected: the encoding, and what each column holds. */
export function Columns({ found }: { found: Import }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [label, setLabel] = useState(found.label)
  const [isBusy, setBusy] = useState(false)
  const params = { id: found.id }
  const take = async (changing: Promise<Import>) => {
    setBusy(true)
    try {
      queries.setQueryData(importQuery(found.id).queryKey, await changing)
    } catch (error) {
      toast.refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={styles.stack}>
      <Notices found={found} />
      <Section title={found.fileName} note={format.bytes(found.byteSize)}>
        <div className={styles.facts}>
          <TextInput
            label={text.label}
            description={text.labelHelp}
            value={label}
            maxLength={120}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <NativeSelect
            label={text.encoding}
            description={`${text.certain(format.percent(found.encodingConfidence, 0))} · ${found.hasHeader ? text.headerRows(found.headerRows) : text.noHeader}`}
            value={found.encoding}
            disabled={isBusy}
            data={importEncodings.map((value) => ({ value, label: encodingNames[value] }))}
            onChange={(event) => {
              const encoding = event.currentTarget.value as Import['encoding']
              void take(call(readImportAs, { params, body: { encoding } }))
            }}
          />
        </div>
      </Section>
      <ColumnTable
        found={found}
        isBusy={isBusy}
        onChoose={(index, field) =>
          void take(call(chooseImportColumns, { params, body: { columns: [{ index, field }] } }))
        }
      />
      <div className={styles.footEnd}>
        <Button
          loading={isBusy}
          disabled={found.missing.length > 0 || label.trim() === ''}
          onClick={() => {
            forgetPreview(found.id)
            void take(call(checkImport, { params, body: { label } }))
          }}
        >
          {text.check}
        </Button>
      </div>
    </div>
  )
}

const lineList = (lines: readonly number[]) => `${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ' …' : ''}`

function Notices({ found }: { found: Import }) {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  const linesOf = (reason: 'UNDECODABLE' | 'EXTERNAL_CHARACTER') =>
    found.badLines.filter((bad) => bad.reason === reason).map(({ line }) => line)
  const [undecodable, external] = [linesOf('UNDECODABLE'), linesOf('EXTERNAL_CHARACTER')]
  const forbidden = found.columns.filter(({ use }) => use === 'FORBIDDEN').map(({ header }) => header)
  const names = new Map(found.fields.map((field) => [field.id, field[language]]))
  return (
    <>
      {found.refusal && (
        <InlineNotice tone="bad" role="alert" title={messageOf(language, found.refusal) ?? found.refusal.code} />
      )}
      {undecodable.length > 0 && <InlineNotice tone="wait" title={text.bad(lineList(undecodable))} />}
      {external.length > 0 && <InlineNotice tone="wait" title={text.external(lineList(external))} />}
      {found.missing.length > 0 && (
        <InlineNotice tone="bad" title={text.missing(format.list(found.missing.map((id) => names.get(id) ?? id)))} />
      )}
      {forbidden.length > 0 && <InlineNotice tone="busy" title={text.forbiddenNote(format.list(forbidden))} />}
    </>
  )
}

type ColumnTableProps = { found: Import; isBusy: boolean; onChoose: (index: number, field: string | null) => void }

function ColumnTable({ found, isBusy, onChoose }: ColumnTableProps) {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  const columns = useMemo<Column<ImportColumn>[]>(() => {
    const choices = [
      { value: '', label: text.leaveOut },
      ...found.fields.map((field) => ({ value: field.id, label: field[language] })),
    ]
    return [
      {
        id: 'header',
        header: text.column,
        card: 'title',
        cell: ({ header, group }) => (
          <>
            {group && <span className={styles.group}>{group}</span>}
            {header}
          </>
        ),
      },
      {
        id: 'samples',
        header: text.samples,
        cell: ({ samples }) => <span className={styles.samples}>{samples.join(' / ')}</span>,
      },
      {
        id: 'field',
        header: text.field,
        width: 220,
        optional: false,
        cell: ({ use, field, index, header }) =>
          use === 'FORBIDDEN' ? (
            <StatusBadge tone="bad">{text.forbidden}</StatusBadge>
          ) : (
            <NativeSelect
              size="xs"
              aria-label={`${header}: ${text.field}`}
              value={field ?? ''}
              data={choices}
              disabled={isBusy}
              onChange={(event) => onChoose(index, event.currentTarget.value || null)}
            />
          ),
      },
      {
        id: 'reason',
        header: text.reason,
        width: 280,
        wraps: true,
        cell: (column) => (
          <span className={styles.soft}>
            {columnReason(found, column, language)}
            {column.use === 'FIELD' && ` (${format.percent(column.confidence, 0)})`}
          </span>
        ),
      },
    ]
  }, [text, format, language, found, isBusy, onChoose])
  return (
    <DataTable
      id="import-columns"
      label={text.steps.columns}
      columns={columns}
      rows={found.columns}
      rowId={(column) => String(column.index)}
      rowLabel={(column) => column.header}
      hasKeys={false}
    />
  )
}
