import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { createOpening, listOpenings } from '../../../../contract/selection/openings.ts'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { emptyOpening } from './-entered.ts'
import { OpeningForm } from './-OpeningForm.tsx'
import styles from './-openings.module.css'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/openings/new')({
  staticData: { crumb: { ja: '求人を登録', en: 'Add an opening' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const toast = useToast()
  const navigate = useNavigate()
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.newTitle} description={text.newDescription} />
      <Section title={text.edit}>
        <OpeningForm
          initial={emptyOpening}
          submitLabel={text.create}
          asksStatus
          onSubmit={async (body) => {
            const { id } = await call(createOpening, { body })
            await queries.invalidateQueries({ queryKey: [listOpenings.id] })
            toast.tell(text.created)
            await navigate({ to: '/openings/$openingId', params: { openingId: id } })
          }}
        />
      </Section>
    </div>
  )
}
