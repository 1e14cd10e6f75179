import type { Work } from '../../kernel/work.ts'

/** Whose data these ids stand for today (persons, records, whatever a module knows by an id); ids unknown are absent. */
export async function personsBehind(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const persons = new Map<string, string>()
  if (ids.length === 0) return persons
  for (const { contributions } of work.installation.modules)
    for (const [id, personId] of (await contributions.personsOf?.(work, ids)) ?? []) persons.set(id, personId)
  return persons
}

/** The names of people, for whoever may see them; nobody's for anybody else. */
export async function namesOf(work: Work, personIds: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (personIds.length === 0 || !work.actor.permissions.has('people:read')) return names
  for (const { contributions } of work.installation.modules)
    for (const [id, name] of (await contributions.names?.(work, personIds)) ?? []) names.set(id, name)
  return names
}
