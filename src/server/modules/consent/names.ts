import type { Work } from '../../kernel/work.ts'

/** The names of people, for whoever may see them; nobody's for anybody else. */
export async function namesOf(work: Work, personIds: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (personIds.length === 0 || !work.actor.permissions.has('people:read')) return names
  for (const { contributions } of work.installation.modules)
    for (const [id, name] of (await contributions.names?.(work, personIds)) ?? []) names.set(id, name)
  return names
}
