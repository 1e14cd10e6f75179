import { newId } from '../../kernel/ids.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Work } from '../../kernel/work.ts'
import { headerKey } from './files/fields.ts'
import type { Recognition } from './files/index.ts'
import * as store from './store-connections.ts'
import type { Connection } from './store-connections.ts'

/** The same columns, in whatever order, come from the same system. */
const headerOf = ({ columns }: Recognition): string =>
  sha256(
    columns
      .map(({ group, header }) => headerKey(`${group ?? ''}${header}`))
      .toSorted()
      .join('\n'),
  )

/** The connection that a file with these columns was imported by the last time. */
export const usualConnection = (work: Work, recognition: Recognition): Promise<Connection | undefined> =>
  store.findByHeader(work, headerOf(recognition))

/** The connection of files of this name; begun where there is none. It remembers the columns. */
export async function fileConnection(
  work: Work,
  { label, recognition }: { label: string; recognition: Recognition },
): Promise<string> {
  const header = headerOf(recognition)
  const known = await store.findByName(work, { connector: 'file', name: label })
  if (known) {
    await store.rememberHeader(work, known.id, header)
    return known.id
  }
  const id = newId()
  await store.insertConnection(work, { id, connector: 'file', name: label, headerKey: header })
  return id
}
