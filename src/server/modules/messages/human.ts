import type { Human } from '../../kernel/database/of-human.ts'
import type { Work } from '../../kernel/work.ts'
import { idsOfPersons, resolve } from '../people/index.ts'

/** By what mails and links name a person of today. */
export async function humanOf(work: Work, personId: string): Promise<Human> {
  const [human] = await idsOfPersons(work, [await resolve(work, personId)])
  return human!
}
