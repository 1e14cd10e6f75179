import { Anchor } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Link } from '../../../../ui/link.tsx'
import { TabLinks } from '../../../../ui/TabLinks.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useCan } from '../../../session.ts'
import { Review } from './-Review.tsx'
import { Settled } from './-Settled.tsx'
import { words } from './-words.ts'

const shown = ['OPEN', 'JOINED', 'DECIDED'] as const

export const Route = createFileRoute('/_signed-in/duplicates/')({
  staticData: { crumb: { ja: '重複の確認', en: 'Duplicates' } },
  validateSearch: z.object({ show: z.enum(shown).default('OPEN').catch('OPEN'), page: z.int().min(1).optional() }),
  component: Page,
})

function Page() {
  const text = useText(words)
  const can = useCan()
  const { show, page = 1 } = Route.useSearch()
  const navigate = Route.useNavigate()
  const tabs = (
    <TabLinks
      label={text.tabs}
      tabs={shown.map((one) => ({
        href: one === 'OPEN' ? '/duplicates' : `/duplicates?show=${one}`,
        name: text[one],
        isOpen: one === show,
      }))}
      {...(can('company:read') && {
        end: (
          <Anchor component={Link} href="/settings/linkage">
            {text.rules}
          </Anchor>
        ),
      })}
    />
  )
  if (show === 'OPEN') return <Review tabs={tabs} />
  return (
    <Settled
      key={show}
      show={show}
      tabs={tabs}
      page={page}
      onPage={(to) => void navigate({ search: { show, page: to } })}
    />
  )
}
