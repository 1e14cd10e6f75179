import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listStaff } from '../../../../../contract/accounts/accounts.ts'
import { checkRequestIdentity, staffChecks, type DataRequest } from '../../../../../contract/requests/data-requests.ts'
import { Quiet } from '../../../../../ui/Entry.tsx'
import { PlainSelectField, TextAreaField } from '../../../../../ui/form/fields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { PersonField } from './-PersonField.tsx'
import { refreshRequest } from './-queries.ts'
import { words } from './-words.ts'

/** How it was made sure that the person asks; a form while it was not. */
export function IdentityCheck({ request }: { request: DataRequest }) {
  const text = useText(words)
  const canManage = useCan()('consent:manage')
  if (request.identity) return <Checked identity={request.identity} />
  if (request.state !== 'OPEN' || !canManage) return <Quiet>{text.identityOf.UNCHECKED}</Quiet>
  return (
    <>
      <InlineNotice tone="wait">{text.checkHelp}</InlineNotice>
      <Check request={request} />
    </>
  )
}

function Checked({ identity }: { identity: NonNullable<DataRequest['identity']> }) {
  const text = useText(words)
  const format = useFormat()
  const canSeeStaff = useCan()('staff:read')
  const { data } = useQuery({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}), enabled: canSeeStaff })
  const by = data?.items.find(({ id }) => id === identity.by)?.name ?? text.bySystem
  return (
    <div className={styles.checked}>
      <strong>{text.checkedBy(by, text.checks[identity.how])}</strong>
      <time dateTime={identity.at}>{format.dateTime(identity.at)}</time>
      {identity.note !== '' && <p className={styles.said}>{identity.note}</p>}
    </div>
  )
}

function Check({ request }: { request: DataRequest }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { personId: request.personId, how: 'DOCUMENT' as string, note: '' },
    schema: checkRequestIdentity.body,
    onSubmit: async (body: z.output<typeof checkRequestIdentity.body>) => {
      await call(checkRequestIdentity, { params: { id: request.id }, body })
      await refreshRequest(request.id)
      toast.tell(text.checked)
    },
  })
  return (
    <Form fields={fields} submitLabel={text.check}>
      {request.personId === null && (
        <PersonField value={fields.values.personId} onChange={(personId) => fields.set('personId', personId)} />
      )}
      <PlainSelectField
        {...fields.field('how')}
        label={text.checkHow}
        data={staffChecks.map((value) => ({ value, label: text.checks[value] }))}
      />
      <TextAreaField {...fields.field('note')} label={text.checkNote} help={text.checkNoteHelp} isRequired={false} />
    </Form>
  )
}
