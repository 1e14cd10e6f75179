import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { commitImport, type FoundRow, type Import, type ReadRow } from '../../../../contract/intake/imports.ts'
import { messageOf } from '../../../../contract/messages/index.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import styles from './-imports.module.css'
import { importQuery, previewQuery } from './-queries.ts'
import { Words } from './-Words.tsx'
import { words } from './-words.ts'

/** What will happen: how many rows are new, known or cannot be imported, how they are read, and what is wrong where. */
export function Preview({ found, onBack }: { found: Import; onBack: () => void }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [limit, setLimit] = useState(50)
  const { data, error, isPlaceholderData } = useQuery(previewQuery(found.id, limit))
  const [isBusy, setBusy] = useState(false)
  const total = found.found.new + found.found.known
  const commit = async () => {
    setBusy(true)
    try {
      const begun = await call(commitImport, { params: { id: found.id } })
      queries.setQueryData(importQuery(found.id).queryKey, begun)
    } catch (refused) {
      toast.refuse(refused)
      setBusy(false)
    }
  }
  return (
    <div className={styles.stack}>
      <StatRow>
        {(['new', 'known', 'unchanged', 'refused'] as const).map((key) => (
          <StatCard
            key={key}
            label={text.found[key]}
            value={found.found[key]}
            unit={text.rowUnit}
            note={text.foundNotes[key]}
            tone={key === 'refused' && found.found.refused > 0 ? 'bad' : key === 'new' ? 'good' : 'neutral'}
          />
        ))}
      </StatRow>
      {total === 0 && <InlineNotice tone="busy" title={text.nothing} />}
      <Words found={found} />
      <Section bare title={text.firstRows} note={text.firstNote}>
        <FirstRows rows={data?.first} error={error} />
      </Section>
      <Section bare title={text.findings} note={text.findingsNote}>
        <Findings rows={data?.found} isRefreshing={isPlaceholderData} />
        {data?.next != null && (
          <Button variant="default" size="xs" mt="sm" onClick={() => setLimit(200)} disabled={limit === 200}>
            {text.more}
          </Button>
        )}
      </Section>
      <div className={styles.foot}>
        <Button variant="default" onClick={onBack}>
          {text.back}
        </Button>
        <div className={styles.footEnd}>
          <Button
            loading={isBusy}
            disabled={total === 0}
            title={total === 0 ? text.nothing : undefined}
            onClick={() => void commit()}
          >
            {text.commit(format.number(total))}
          </Button>
        </div>
      </div>
    </div>
  )
}

function FirstRows({ rows, error }: { rows: ReadRow[] | undefined; error: unknown }) {
  const text = useText(words)
  const format = useFormat()
  const columns = useMemo<Column<ReadRow>[]>(
    () => [
      {
        id: 'verdict',
        header: text.effect,
        width: 150,
        card: 'corner',
        cell: ({ verdict }) => (
          <StatusBadge plain tone={verdict === 'REFUSED' ? 'bad' : verdict === 'UNCHANGED' ? 'neutral' : 'good'}>
            {text.verdicts[verdict]}
          </StatusBadge>
        ),
      },
      { id: 'name', header: text.name, width: 130, card: 'title', cell: (row) => row.name },
      { id: 'kana', header: text.kana, width: 150, cell: (row) => row.nameKana },
      { id: 'birth', header: text.birth, width: 120, cell: (row) => row.birthDate && format.date(row.birthDate) },
      {
        id: 'mail',
        header: text.mail,
        width: 230,
        cell: (row) => (
          <>
            {row.mail} {row.isMailMasked && <StatusBadge tone="wait">{text.masked}</StatusBadge>}
          </>
        ),
      },
      { id: 'phone', header: text.phone, width: 140, cell: (row) => row.phone },
      { id: 'opening', header: text.opening, width: 170, cell: (row) => row.openingTitle },
      { id: 'applied', header: text.applied, width: 120, cell: (row) => row.appliedAt && format.date(row.appliedAt) },
      {
        id: 'stage',
        header: text.stage,
        width: 110,
        cell: (row) => row.stage && (text.stages[row.stage] ?? row.stage),
      },
      { id: 'end', header: text.end, width: 100, cell: (row) => row.end && (text.ends[row.end] ?? row.end) },
    ],
    [text, format],
  )
  return (
    <DataTable
      id="import-first-rows"
      label={text.firstRows}
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.number)}
      rowLabel={(row) => row.name ?? String(row.number)}
      error={error}
      hasKeys={false}
      height="22rem"
    />
  )
}

type Line = { id: string; line: number; isRefused: boolean; finding: FoundRow['findings'][number] }

export function Findings({ rows, isRefreshing }: { rows: FoundRow[] | undefined; isRefreshing: boolean }) {
  const text = useText(words)
  const [language] = useLanguage()
  const lines = useMemo(
    () =>
      rows?.flatMap(({ number, line, verdict, findings }) =>
        findings.map((finding, at): Line => ({
          id: `${number}/${at}`,
          line,
          isRefused: verdict === 'REFUSED',
          finding,
        })),
      ),
    [rows],
  )
  const columns = useMemo<Column<Line>[]>(
    () => [
      { id: 'line', header: text.line, width: 70, align: 'end', cell: ({ line }) => line },
      { id: 'column', header: text.column, width: 160, card: 'title', cell: ({ finding }) => finding.column ?? '—' },
      { id: 'value', header: text.value, width: 200, cell: ({ finding }) => <code>{finding.value}</code> },
      {
        id: 'problem',
        header: text.problem,
        wraps: true,
        cell: ({ finding }) =>
          messageOf(language, { code: `intake.row.${finding.code}`, detail: { value: finding.value } }) ?? finding.code,
      },
      {
        id: 'effect',
        header: text.effect,
        width: 150,
        card: 'corner',
        cell: ({ isRefused, finding }) =>
          // In a row that is refused for another cell, a mere note refuses nothing.
          isRefused && finding.severity === 'WARNING' ? (
            <StatusBadge tone="neutral">{text.notedRow}</StatusBadge>
          ) : (
            <StatusBadge tone={isRefused ? 'bad' : 'wait'}>{isRefused ? text.refusedRow : text.warnedRow}</StatusBadge>
          ),
      },
    ],
    [text, language],
  )
  return (
    <DataTable
      id="import-findings"
      label={text.findings}
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowLabel={(line) => String(line.line)}
      isRefreshing={isRefreshing}
      hasKeys={false}
      height="22rem"
      empty={<EmptyState compact title={text.noFindings} />}
    />
  )
}
