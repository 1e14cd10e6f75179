import { Button, Loader } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readCreditBalance } from '../../../../contract/credits/credits.ts'
import { listIntroductions } from '../../../../contract/introductions/introductions.ts'
import { listMatches, type Match, type Matches, type MatchPool } from '../../../../contract/matching.ts'
import type { Stage } from '../../../../contract/selection/selection-terms.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PlainSelectField } from '../../../../ui/form/fields.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { AskDialog } from './-AskDialog.tsx'
import { MatchCard } from './-MatchCard.tsx'
import styles from './-matching.module.css'
import { words } from './-words.ts'

export type Search = {
  pool: MatchPool
  page: number
  region?: string | undefined
  stage?: Stage | undefined
  occupation?: string | undefined
  places?: string | undefined
}

type Listed = { openingId: string; search: Search; onSearch: (search: Partial<Search>) => void }

/** One page of the people who fit, with what the list says of itself beside it. */
export function MatchList({ openingId, search, onSearch }: Listed) {
  const text = useText(words)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: [listMatches.id, openingId, search],
    queryFn: ({ signal }) => call(listMatches, { params: { id: openingId }, query: search }, { signal }),
    placeholderData: keepPreviousData,
    // Each list that is asked for is put on record.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  })
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data || (isPlaceholderData && (data.pool !== search.pool || data.openingId !== openingId)))
    return (
      <div className={styles.loading}>
        <Loader aria-label={text.loading} />
      </div>
    )
  const isOwn = data.pool === 'OWN'
  return (
    <>
      <Notices data={data} />
      <div className={styles.columns}>
        <div>
          <Facets data={data} search={search} onSearch={onSearch} />
          {data.items.length === 0 ? (
            <EmptyState title={isOwn ? text.emptyOwn : text.emptyRelay}>
              {isOwn ? text.emptyOwnText : text.emptyRelayText}
            </EmptyState>
          ) : (
            <People data={data} openingId={openingId} />
          )}
          <Pager data={data} onPage={(page) => onSearch({ page })} />
        </div>
        <Side data={data} />
      </div>
    </>
  )
}

function Notices({ data }: { data: Matches }) {
  const text = useText(words)
  const format = useFormat()
  const { suppressed, setAside, unrankedBecause } = data
  const leftOut = (['inProcess', 'hired', 'stopped'] as const).flatMap((why) =>
    setAside[why] > 0 ? text[why](format.number(setAside[why])) : [],
  )
  const found = unrankedBecause === 'INFO_PROVISION' ? text.listed : text.found
  return (
    <div className={styles.notices}>
      <p className={styles.soft}>
        {found(format.number(data.people), format.number(data.considered))}
        {data.known !== null &&
          data.people > 0 &&
          ` ${text.known(format.number(data.known), format.number(data.people - data.known))}`}
        {leftOut.length > 0 && ` ${text.setAside(leftOut)}`}
        {data.ranked && ` ${text.human}`}
      </p>
      {data.pool === 'RELAY' && unrankedBecause === null && <InlineNotice>{text.relayParts}</InlineNotice>}
      {data.ranked && data.items.length > 0 && data.items.every(({ rank }) => rank === null) && (
        <InlineNotice>{text.nothingAsked}</InlineNotice>
      )}
      {unrankedBecause === 'RANKING_OFF' && <InlineNotice>{text.rankingOff}</InlineNotice>}
      {unrankedBecause === 'INFO_PROVISION' && <InlineNotice>{text.infoProvision}</InlineNotice>}
      {suppressed && (
        <InlineNotice tone="relay">
          {suppressed.count === null
            ? text.suppressedFew(suppressed.k)
            : text.suppressed(format.number(suppressed.count), suppressed.k)}
        </InlineNotice>
      )}
    </div>
  )
}

const labels = { region: 'region', stage: 'stage', occupation: 'occupation', places: 'places' } as const
const everything = {
  region: 'allRegions',
  stage: 'allStages',
  occupation: 'allOccupations',
  places: 'allPlaces',
} as const

function Facets({ data, search, onSearch }: { data: Matches } & Omit<Listed, 'openingId'>) {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  const shown = data.facets.filter(({ values, unknown }) => values.length > 1 || (values.length === 1 && unknown > 0))
  if (shown.length === 0) return null
  return (
    <div className={styles.facets}>
      {shown.map(({ facet, values, unknown }) => (
        <PlainSelectField
          key={facet}
          label={text[labels[facet]]}
          help={
            unknown > 0 ? (search[facet] ? text.facetLeftOut : text.facetUnknown)(format.number(unknown)) : undefined
          }
          value={search[facet] ?? ''}
          onChange={(event) => onSearch({ [facet]: event.currentTarget.value || undefined, page: 1 })}
          data={[
            { value: '', label: text[everything[facet]] },
            ...values.map((one) => ({ value: one.value, label: `${one[language]} (${one.count})` })),
          ]}
        />
      ))}
    </div>
  )
}

function People({ data, openingId }: { data: Matches; openingId: string }) {
  const canAsk = useCan()('introductions:request') && data.pool === 'RELAY' && data.mode === 'PLACEMENT'
  const [asking, setAsking] = useState<Asked>()
  const { data: asked } = useQuery({
    queryKey: [listIntroductions.id, { openingId }],
    queryFn: () => call(listIntroductions, { query: { openingId, limit: 200 } }),
    enabled: canAsk,
  })
  const open = new Set(
    // Who said no is not asked again for half a year.
    asked?.introductions
      .filter(({ state }) => state === 'ASKED' || state === 'ACCEPTED' || state === 'DECLINED')
      .map(({ ref }) => ref),
  )
  return (
    <>
      <ol className={styles.list}>
        {data.items.map((match) => (
          <MatchCard
            key={match.person?.id ?? match.anonymous?.refs[0]}
            match={match}
            action={
              canAsk && match.anonymous ? (
                <Ask anonymous={match.anonymous} isAsked={(ref) => open.has(ref)} onAsk={setAsking} />
              ) : undefined
            }
          />
        ))}
      </ol>
      {asking && <AskDialog openingId={openingId} {...asking} onClose={() => setAsking(undefined)} />}
    </>
  )
}

type Anonymous = NonNullable<Match['anonymous']>
type Asked = { anonymous: Anonymous; ref: string }

/** Asks one of those of whom the same is told; whom exactly makes no difference that anybody could see. */
function Ask(given: { anonymous: Anonymous; isAsked: (ref: string) => boolean; onAsk: (asked: Asked) => void }) {
  const text = useText(words)
  const format = useFormat()
  const { anonymous, isAsked, onAsk } = given
  const next = anonymous.refs.find((ref) => !isAsked(ref))
  const asked = anonymous.refs.filter(isAsked).length
  return (
    <>
      {asked > 0 && <StatusBadge tone="relay">{text.asked(format.number(asked))}</StatusBadge>}
      {next !== undefined && (
        <Button variant="default" size="xs" onClick={() => onAsk({ anonymous, ref: next })}>
          {text.ask}
        </Button>
      )}
    </>
  )
}

function Pager({ data, onPage }: { data: Matches; onPage: (page: number) => void }) {
  const text = useText(words)
  const format = useFormat()
  const pages = Math.max(1, Math.ceil(data.total / data.limit))
  if (pages === 1) return null
  return (
    <nav className={styles.pager}>
      <Button variant="default" size="xs" disabled={data.page <= 1} onClick={() => onPage(data.page - 1)}>
        {text.previous}
      </Button>
      <span className={styles.soft}>{text.page(format.number(data.page), format.number(pages))}</span>
      <Button variant="default" size="xs" disabled={data.page >= pages} onClick={() => onPage(data.page + 1)}>
        {text.next}
      </Button>
    </nav>
  )
}

function Side({ data }: { data: Matches }) {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  return (
    <aside className={styles.side}>
      {data.pool === 'RELAY' && <Slots />}
      {data.unrankedBecause !== 'INFO_PROVISION' && (
        <section className={styles.sideBlock}>
          <h2>{text.nearMisses}</h2>
          {data.nearMisses.length === 0 && <p className={styles.soft}>{text.noNearMisses}</p>}
          <ul className={styles.pairs}>
            {data.nearMisses.map((one) => (
              <li key={one.ja}>
                <span>{one[language]}</span>
                <span>{text.gained(format.number(one.gained))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.excluded.length > 0 && (
        <section className={styles.sideBlock}>
          <h2>{text.excluded}</h2>
          <ul className={styles.pairs}>
            {data.excluded.map((one) => (
              <li key={one.condition}>
                <span>{one[language]}</span>
                <span>{text.people(format.number(one.count))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.soft}>{text.log(data.weightsVersion)}</p>
    </aside>
  )
}

function Slots() {
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  const { data } = useQuery({
    queryKey: [readCreditBalance.id],
    queryFn: () => call(readCreditBalance, {}),
    enabled: can('credits:read'),
  })
  if (!data) return null
  return <StatusBadge tone="relay">{text.slots(format.number(data.slots.available))}</StatusBadge>
}
