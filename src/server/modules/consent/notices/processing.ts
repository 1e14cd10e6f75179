import {
  processingActivities,
  processingFields,
  type ProcessingEntry,
  type ProcessingField,
} from '../../../../contract/consent/processing.ts'
import { processingWords } from '../../../../contract/consent/processing-words.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { entryUnnamed, processingNotFound, tooManyEntries } from '../errors.ts'
import { activitiesHere, circumstances, filledIn, type FilledIn, type Language } from './processing-facts.ts'
import * as store from './store-processing.ts'

const mostOwn = 100

/**
 * The register of processing: an entry for each thing this product does here, filled in from records and settings as
 * they are now, in the company's own words where it said any; then the company's own entries.
 */
export async function register(work: Work, language: Language): Promise<ProcessingEntry[]> {
  const given = await circumstances(work, language)
  const said = new Map((await store.saidEntries(work)).map((entry) => [entry.activity, entry]))
  const ofProduct = activitiesHere(given, processingActivities).map((activity) =>
    entryOf({
      activity,
      name: processingWords[language].activities[activity],
      own: filledIn(activity, language, given),
      said: said.get(activity),
    }),
  )
  const ofCompany = [...said.values()]
    .filter(({ activity, isRemoved }) => !isRemoved && !isOfProduct(activity))
    .map((entry) => entryOf({ activity: entry.activity, name: entry.name ?? '', own: undefined, said: entry }))
  return [...ofProduct, ...ofCompany]
}

const isOfProduct = (activity: string) => processingActivities.some((one) => one === activity)

type Making = { activity: string; name: string; own: FilledIn | undefined; said: store.SaidEntry | undefined }

function entryOf({ activity, name, own, said }: Making): ProcessingEntry {
  const fields = processingFields.map((field) => {
    const words = said?.content[field]
    return [field, { words: words ?? own?.[field] ?? '', filledIn: own?.[field] ?? '', isChanged: words !== undefined }]
  })
  return {
    activity,
    name,
    isOwn: own === undefined,
    fields: Object.fromEntries(fields) as ProcessingEntry['fields'],
    changedBy: said?.recordedBy ?? null,
    changedAt: said?.recordedAt.toISOString() ?? null,
  }
}

type Change = {
  /** A word of the product, or the id of an entry of the company's own. */
  activity: string
  name: string | undefined
  fields: Partial<Record<ProcessingField, string | null>>
}

/** Says an entry in the company's own words; a field without any is filled in by itself. Nothing said before is lost. */
export async function changeEntry(work: Work, { activity, name, fields }: Change): Promise<void> {
  const isOwn = !isOfProduct(activity)
  if (isOwn && name === undefined) throw entryUnnamed({ field: 'name' })
  const others = (await store.saidEntries(work)).filter((one) => !one.isRemoved && !isOfProduct(one.activity))
  if (isOwn && others.length >= mostOwn && !others.some((one) => one.activity === activity))
    throw tooManyEntries({ most: mostOwn })
  const said = Object.entries(fields).filter(([, words]) => words !== null && words !== undefined)
  const content = Object.fromEntries(said) as store.SaidEntry['content']
  await store.insertEntry(work, {
    id: newId(),
    activity,
    name: isOwn ? (name ?? null) : null,
    content,
    isRemoved: false,
  })
  await record(work, {
    action: 'consent.processing-changed',
    detail: { activity, fields: said.map(([field]) => field) },
  })
}

/** Takes an entry of the company's own out; what was said of it stays on record. */
export async function removeEntry(work: Work, activity: string): Promise<void> {
  const found = (await store.saidEntries(work)).find((one) => one.activity === activity && !one.isRemoved)
  if (!found) throw processingNotFound()
  await store.insertEntry(work, { id: newId(), activity, name: found.name, content: found.content, isRemoved: true })
  await record(work, { action: 'consent.processing-removed', detail: { activity } })
}
