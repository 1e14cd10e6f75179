import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { openDispute } from '../../../../../contract/disputes/disputes.ts'
import { disputeWords } from '../../../../../program/dispute/dispute-words.ts'
import { noStatement, StatementFields, statementOf } from '../../../../../program/dispute/StatementFields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../../api.ts'
import { ChooseSubject } from './-ChooseSubject.tsx'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/relay/disputes/new')({
  staticData: { crumb: { ja: '異議を申し立てる', en: 'Contest' } },
  validateSearch: z.object({ kind: z.enum(['REFERRAL', 'SLOT']).optional(), subjectId: z.uuid().optional() }),
  component: Page,
})

function Page() {
  const { kind, subjectId } = Route.useSearch()
  return kind && subjectId ? <Contest key={subjectId} kind={kind} subjectId={subjectId} /> : <ChooseSubject />
}

function Contest({ kind, subjectId }: { kind: 'REFERRAL' | 'SLOT'; subjectId: string }) {
  const text = useText(words)
  const common = useText(disputeWords)
  const toast = useToast()
  const navigate = useNavigate()
  // The same id again opens nothing twice, should the answer be lost.
  const [id] = useState(() => crypto.randomUUID())
  const fields = useFields({
    initial: noStatement,
    prepare: (said) => ({ ...statementOf(said), id, kind, subjectId }),
    schema: openDispute.body,
    onSubmit: async (body) => {
      await call(openDispute, { body })
      await queries.invalidateQueries()
      toast.tell(text.sent)
      await navigate({ to: '/relay/disputes/$disputeId', params: { disputeId: id } })
    },
  })
  return (
    <>
      <PageHeader title={text.newTitle} description={common.kinds[kind]} />
      <Section title={common.text} note={text.newText}>
        <Form fields={fields} label={text.newTitle} submitLabel={text.send}>
          <StatementFields fields={fields} />
        </Form>
      </Section>
    </>
  )
}
