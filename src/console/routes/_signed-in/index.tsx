import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, redirect } from '@tanstack/react-router'
import { readWorkList } from '../../../contract/work-list.ts'
import { Link } from '../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { messages } from '../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../ui/text/TextProvider.tsx'
import { call } from '../../api.ts'
import { FirstSteps } from '../../home/FirstSteps.tsx'
import { OwnInterviews } from '../../home/OwnInterviews.tsx'
import { WorkList } from '../../home/WorkList.tsx'
import styles from '../../home/home.module.css'
import { membershipOf, onlyInterviews, sessionQuery, useCan, useSession } from '../../session.ts'

const words = messages({
  ja: {
    hello: (name: string) => `${name}さん、おつかれさまです`,
    twoFactor: '二段階認証が未設定です',
    twoFactorText: '応募者の個人情報を守るため、設定をおすすめします。1分ほどで終わります。',
    setUp: '設定する',
  },
  en: {
    hello: (name: string) => `Welcome, ${name}`,
    twoFactor: 'Two-factor sign-in is not set up',
    twoFactorText: 'It guards the personal data of your applicants and takes a minute.',
    setUp: 'Set it up',
  },
})

const workList = queryOptions({
  queryKey: [readWorkList.id],
  queryFn: ({ signal }) => call(readWorkList, {}, { signal }),
  // Who comes back to the home page has just dealt with something.
  refetchOnMount: 'always',
  refetchInterval: 60_000,
})

export const Route = createFileRoute('/_signed-in/')({
  beforeLoad: async ({ context }) => {
    const membership = membershipOf(await context.queries.ensureQueryData(sessionQuery))
    if (membership && onlyInterviews(membership)) throw redirect({ to: '/selection' })
  },
  staticData: { crumb: { ja: 'ホーム', en: 'Home' } },
  component: Home,
})

function Home() {
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  const { staff } = useSession()
  const seesWork = can('company:read')
  return (
    <>
      <PageHeader title={text.hello(staff?.name ?? '')} description={format.longDate(new Date())} />
      {staff?.hasTwoFactor === false && seesWork && (
        <div className={styles.notice}>
          <InlineNotice
            tone="wait"
            title={text.twoFactor}
            actions={
              <Button
                component={Link}
                href="/settings/account"
                size="xs"
                variant="default"
                leftSection={<IconShieldLock size={15} />}
              >
                {text.setUp}
              </Button>
            }
          >
            {text.twoFactorText}
          </InlineNotice>
        </div>
      )}
      {seesWork && <Work />}
      {can('selection:evaluate') && <OwnInterviews onlyIfAny={seesWork} />}
    </>
  )
}

function Work() {
  const can = useCan()
  const { data, error, refetch } = useQuery(workList)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  const isNew = data?.isFresh === true && data.lines.length === 0
  return (
    <>
      {can('company:manage') && <FirstSteps />}
      {!(isNew && can('company:manage')) && <WorkList lines={data?.lines} />}
    </>
  )
}
