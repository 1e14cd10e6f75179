import { Button, Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { basisKinds, listBases, recordBasis, type Basis } from '../../../../contract/consent/consent.ts'
import { readRelaySettings } from '../../../../contract/relay/relay.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Entries, Entry, Quiet, Quoted } from '../../../../ui/Entry.tsx'
import { PlainSelectField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { basisWords } from '../../../basis-words.ts'
import { BasisFields, emptyBasis } from '../../../BasisFields.tsx'
import { useCan } from '../../../session.ts'
import { purposeWords } from './-purpose-words.ts'

const bases = queryOptions({ queryKey: [listBases.id], queryFn: () => call(listBases, {}) })

export const Route = createFileRoute('/_signed-in/privacy/purposes')({
  staticData: { crumb: { ja: '利用目的', en: 'Purposes' } },
  component: Purposes,
})

function Purposes() {
  const text = useText(purposeWords)
  const canManage = useCan()('consent:manage')
  const { data, error, refetch } = useQuery(bases)
  const [isRecording, setRecording] = useState(false)
  const inForce = new Set(basisKinds.map((kind) => data?.bases.find((basis) => basis.kind === kind)?.id))
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canManage && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setRecording(true)}>
              {text.record}
            </Button>
          )
        }
      />
      <Quiet>
        {text.noticeNote} <Link href="/privacy/notice">{text.toNotice}</Link>
      </Quiet>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.bases.length === 0 && (
        <EmptyState title={text.empty} framed>
          {text.emptyText}
        </EmptyState>
      )}
      <Entries>
        {data?.bases.map((basis) => (
          <Recorded key={basis.id} basis={basis} isInForce={inForce.has(basis.id)} />
        ))}
      </Entries>
      <Modal opened={isRecording} onClose={() => setRecording(false)} title={<strong>{text.record}</strong>} size="lg">
        <Record onDone={() => setRecording(false)} />
      </Modal>
    </>
  )
}

function Recorded({ basis, isInForce }: { basis: Basis; isInForce: boolean }) {
  const text = useText(purposeWords)
  const said = useText(basisWords)
  const format = useFormat()
  return (
    <Entry
      title={text.kinds[basis.kind]}
      aside={
        <StatusBadge tone={isInForce ? 'good' : 'neutral'}>{isInForce ? text.inForce : text.replaced}</StatusBadge>
      }
      end={<time dateTime={basis.recordedAt}>{format.dateTime(basis.recordedAt)}</time>}
    >
      <Quoted>{basis.purpose}</Quoted>
      <Quiet>
        {`${text.legalBasis}: ${said.legalBases[basis.legalBasis]} / ${said.mailPermission}: ${said.mailPermissions[basis.mailPermission]}`}
      </Quiet>
      <Quiet>{basis.explanation}</Quiet>
    </Entry>
  )
}

function Record({ onDone }: { onDone: () => void }) {
  const text = useText(purposeWords)
  const toast = useToast()
  const fields = useFields({
    initial: { ...emptyBasis, kind: 'LETTER' as string },
    schema: recordBasis.body,
    prepare: (values) => ({ ...values, id: crypto.randomUUID() }),
    onSubmit: async (body: z.output<typeof recordBasis.body>) => {
      await call(recordBasis, { body })
      await queries.invalidateQueries({ queryKey: [listBases.id] })
      await queries.invalidateQueries({ queryKey: [readRelaySettings.id] })
      toast.tell(text.recorded)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.record}>
      <PlainSelectField
        {...fields.field('kind')}
        label={text.kind}
        data={basisKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <BasisFields field={fields.field} words={text} purposeRows={3} />
    </Form>
  )
}
