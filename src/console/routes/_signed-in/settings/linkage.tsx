import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { changeLinkageRules, readLinkageRules } from '../../../../contract/linkage/linkage-rules.ts'
import type { LinkageRules } from '../../../../contract/linkage/linkage-terms.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { RouteRules } from './-RouteRules.tsx'
import { RulesWhatIf } from './-RulesWhatIf.tsx'
import { linkageWords } from './-linkage-words.ts'
import styles from './-settings.module.css'

type Kept = z.output<typeof readLinkageRules.response>

const rulesQuery = queryOptions({
  queryKey: [readLinkageRules.id],
  queryFn: () => call(readLinkageRules, { query: {} }),
})

export const Route = createFileRoute('/_signed-in/settings/linkage')({
  staticData: { crumb: { ja: '名寄せ', en: 'Linkage' } },
  component: Page,
})

function Page() {
  const text = useText(linkageWords)
  const { data, error } = useQuery(rulesQuery)
  return (
    <div className={styles.narrow}>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={data && `${text.inForce}: ${text.version(data.inForce.version)}`}
      />
      {error && <ErrorNotice error={error} />}
      {data && <Editor key={data.inForce.version} kept={data} />}
    </div>
  )
}

const isSame = (one: LinkageRules, other: LinkageRules) =>
  one.likelyFrom === other.likelyFrom &&
  Object.entries(one.routes).every(([kind, { treat, certainFrom }]) => {
    const rule = other.routes[kind as keyof LinkageRules['routes']]
    return rule.treat === treat && rule.certainFrom === certainFrom
  })

/** The rules being changed, what they would have made of the past, and the versions before. */
function Editor({ kept }: { kept: Kept }) {
  const text = useText(linkageWords)
  const format = useFormat()
  const toast = useToast()
  const canChange = useCan()('company:manage')
  const [rules, setRules] = useState(kept.inForce.rules)
  const [isSaving, setSaving] = useState(false)
  const isChanged = !isSame(rules, kept.inForce.rules)
  const save = () => {
    setSaving(true)
    call(changeLinkageRules, { body: { rules, basedOn: kept.inForce.version } })
      .then(() => queries.invalidateQueries({ queryKey: [readLinkageRules.id] }))
      .then(() => toast.tell(text.saved))
      .catch(toast.refuse)
      .finally(() => setSaving(false))
  }
  return (
    <div className={styles.stack}>
      <RouteRules rules={rules} canChange={canChange} onChange={setRules} />
      {canChange && isChanged && <RulesWhatIf rules={rules} />}
      {canChange && (
        <div className={styles.ruleFoot}>
          <Button disabled={!isChanged} loading={isSaving} onClick={save}>
            {text.save}
          </Button>
          {!isSame(rules, kept.defaults) && (
            <Button variant="subtle" color="gray" size="sm" onClick={() => setRules(kept.defaults)}>
              {text.reset}
            </Button>
          )}
          {!isChanged && <span className={styles.ruleDefault}>{text.unchanged}</span>}
        </div>
      )}
      {kept.versions.length > 0 && (
        <Section title={text.versions}>
          <dl className={styles.terms}>
            {kept.versions.map((one) => [
              <dt key={`${one.version} name`}>{text.version(one.version)}</dt>,
              <dd key={`${one.version} when`}>
                {one.recordedAt && format.dateTime(one.recordedAt)}{' '}
                {one.version === kept.inForce.version && <StatusBadge tone="good">{text.inForce}</StatusBadge>}
                {canChange && one.version !== kept.inForce.version && (
                  <Button size="compact-xs" variant="subtle" onClick={() => setRules(one.rules)}>
                    {text.restore}
                  </Button>
                )}
              </dd>,
            ])}
          </dl>
        </Section>
      )}
    </div>
  )
}
