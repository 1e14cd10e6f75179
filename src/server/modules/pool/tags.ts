import { searchKey } from '../../../engines/japanese/index.ts'
import type { Work } from '../../kernel/work.ts'
import { operationNotFound, tagNotFound } from './errors.ts'
import { refreshFacets } from './facets.ts'
import * as store from './store.ts'
import type { Tag } from './store.ts'

/** Keeps a tag; one of the same name, however written, is the same tag. */
export const keepTag = (
  work: Work,
  { id, name, tone = 'plain' }: { id: string; name: string; tone?: string },
): Promise<Tag> => store.insertTag(work, { id, name: name.trim(), nameKey: searchKey(name), tone })

export const tags = (work: Work): Promise<Tag[]> => store.listTags(work)

/** Takes the tag off everyone and forgets it; one that is not kept is refused as not found. */
export async function dropTag(work: Work, id: string): Promise<void> {
  if (!(await store.listTags(work)).some((tag) => tag.id === id)) throw tagNotFound()
  await store.deleteTag(work, id)
}

export type TagChange = {
  /** Chosen by the caller; asked for again it changes nothing, and it names the change when it is undone. */
  id: string
  tagId: string
  kind: 'ADD' | 'REMOVE'
  personIds: readonly string[]
}

/** Puts a tag on persons or takes it off, and says on how many it changed something. */
export async function tagPersons(work: Work, { id, tagId, kind, personIds }: TagChange): Promise<{ changed: number }> {
  const known = await store.findOperation(work, id)
  if (known) return { changed: known.recordIds.length }
  if (!(await store.listTags(work)).some((tag) => tag.id === tagId)) throw tagNotFound()
  const records = await store.taggableRecords(work, personIds, tagId)
  const changed = kind === 'ADD' ? await add(work, tagId, records) : await remove(work, tagId, records)
  await store.insertOperation(work, { id, tagId, kind, recordIds: changed })
  await refreshAll(work, changed)
  return { changed: changed.length }
}

type Taggable = Awaited<ReturnType<typeof store.taggableRecords>>

/** The tag hangs on the person's first record; whoever has it through another record keeps it there. */
function add(work: Work, tagId: string, records: Taggable): Promise<string[]> {
  const byPerson = Map.groupBy(records, ({ personId }) => personId)
  const untagged = [...byPerson.values()].filter((own) => own.every(({ isTagged }) => !isTagged))
  return store.insertTaggings(work, { tagId, recordIds: untagged.map((own) => own[0]!.recordId) })
}

const remove = (work: Work, tagId: string, records: Taggable): Promise<string[]> =>
  store.deleteTaggings(work, {
    tagId,
    recordIds: records.filter(({ isTagged }) => isTagged).map(({ recordId }) => recordId),
  })

/** Undoes one change of a tag on exactly the records it changed; twice changes nothing. */
export async function undoTagging(work: Work, id: string): Promise<{ changed: number }> {
  const operation = await store.findOperation(work, id)
  if (!operation) throw operationNotFound()
  const { tagId, recordIds, kind } = operation
  if (operation.isUndone) return { changed: 0 }
  if (kind === 'ADD') await store.deleteTaggings(work, { tagId, recordIds })
  else if ((await store.listTags(work)).some((tag) => tag.id === tagId))
    await store.insertTaggings(work, { tagId, recordIds })
  await store.endOperation(work, id)
  await refreshAll(work, recordIds)
  return { changed: recordIds.length }
}

async function refreshAll(work: Work, recordIds: readonly string[]): Promise<void> {
  for (const personId of await store.personsOfRecords(work, recordIds)) await refreshFacets(work, personId)
}
