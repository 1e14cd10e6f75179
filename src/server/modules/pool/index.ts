import { onCompany } from '../../kernel/announcements.ts'
import type { Module } from '../../kernel/module.ts'
import { personChanged, personErased, personOf } from '../people/index.ts'
import { applicationChanged, evaluationRecorded } from '../selection/index.ts'
import { refreshFacets } from './facets.ts'
import * as reports from './reports.ts'
import { routes } from './routes.ts'
import * as store from './store.ts'

export { addPerson } from './add-person.ts'
export { countPeople, searchPeople } from './search.ts'
export type { Found, Paging } from './search.ts'
export { dropTag, keepTag, tagPersons, tags, undoTagging } from './tags.ts'
export { refreshFacets } from './facets.ts'

export const poolModule: Module = {
  name: 'pool',
  routes,
  subscriptions: [
    onCompany(personChanged, 'pool.person', (work, { payload }) => refreshFacets(work, payload.personId)),
    onCompany(personErased, 'pool.erased', (work, { payload }) => store.putFacets(work, payload.personId, [])),
    onCompany(applicationChanged, 'pool.application', async (work, { payload }) =>
      refreshFacets(work, await personOf(work, payload.sourceRecordId)),
    ),
    onCompany(evaluationRecorded, 'pool.evaluation', async (work, { payload }) =>
      refreshFacets(work, await personOf(work, payload.sourceRecordId)),
    ),
  ],
  contributions: {
    erase: async (work, { personId, sourceRecordIds }) => {
      for (const { id: tagId } of await store.listTags(work))
        await store.deleteTaggings(work, { tagId, recordIds: sourceRecordIds })
      await store.putFacets(work, personId, [])
    },
    export: async (work, { sourceRecordIds }) => {
      const given = new Set(await store.tagsOfRecords(work, sourceRecordIds))
      return { tags: (await store.listTags(work)).filter(({ id }) => given.has(id)).map(({ name }) => name) }
    },
    verify: async (work) =>
      (await reports.facetsOfNobody(work)).map((where) => ({
        rule: 'pool.found-by-who-is-there',
        where,
        saw: 'something that finds a person who is not in the pool',
      })),
  },
}
