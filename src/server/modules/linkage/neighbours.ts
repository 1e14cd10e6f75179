import type { LinkReason } from '../../../contract/linkage-terms.ts'
import type { Work } from '../../kernel/work.ts'
import {
  heldAs,
  holdersOfKeys,
  keysOfRecords,
  type Gathered,
  type Identifier,
  type KeysOfRecord,
} from '../people/index.ts'

const reasonOf: Record<Identifier['kind'], LinkReason> = {
  MAIL: 'SAME_MAIL',
  PHONE: 'SAME_PHONE',
  KANA_BIRTH: 'SAME_KANA_BIRTH',
  NAME_BIRTH: 'SAME_NAME_BIRTH',
  KANA: 'SAME_KANA',
  NAME: 'SAME_NAME',
}

/** A key held by more records than this names a shared mailbox, a switchboard or a common name, and finds nobody. */
const mostHolders: Record<Identifier['kind'], number> = {
  MAIL: 40,
  PHONE: 20,
  KANA_BIRTH: 20,
  NAME_BIRTH: 20,
  KANA: 15,
  NAME: 15,
}
/** A mailbox of more persons than this is shared, and joins nobody by itself. */
const mostPersonsOfAMail = 3

export type Neighbourhood = {
  records: readonly KeysOfRecord[]
  /** The person of each record that holds a key, for keys that are not too common to find anybody. */
  holders: ReadonlyMap<string, readonly string[]>
}

/** Records with everyone who shares an exact key with them. */
export async function neighbourhood(work: Work, sourceRecordIds: readonly string[]): Promise<Neighbourhood> {
  const records = await keysOfRecords(work, sourceRecordIds)
  const keys = new Map(records.flatMap((record) => record.keys.map((key) => [named(key), key])))
  const found = await holdersOfKeys(work, [...keys.values()], Math.max(...Object.values(mostHolders)) + 1)
  const holders = Map.groupBy(found, named)
  for (const [name, { kind }] of keys) if ((holders.get(name)?.length ?? 0) > mostHolders[kind]) holders.delete(name)
  return {
    records,
    holders: new Map([...holders].map(([name, rows]) => [name, rows.map(({ personId }) => personId)])),
  }
}

const named = ({ kind, key }: Identifier) => `${kind} ${key}`

/** The persons of a neighbourhood: those whom a key could join by itself, and those it could only suggest. */
export function personsIn({ records, holders }: Neighbourhood): { joinable: string[]; beside: string[] } {
  const joinable = new Set<string>()
  const beside = new Set<string>()
  for (const { personId, keys } of records)
    for (const key of keys) {
      const others = (holders.get(named(key)) ?? []).filter((id) => id !== personId)
      const found = key.kind === 'MAIL' || key.kind === 'KANA_BIRTH' ? joinable : beside
      if (others.length > 0) for (const id of [personId, ...others]) found.add(id)
    }
  return { joinable: [...joinable], beside: [...beside].filter((id) => !joinable.has(id)) }
}

/** Everyone else who holds a key of the record, with the keys they share; those sharing the strongest come first. */
export function sharing(
  { holders }: Neighbourhood,
  { personId, keys }: KeysOfRecord,
  gathered: Gathered,
): [string, LinkReason[]][] {
  const self = heldAs(gathered, personId)?.id
  const found = new Map<string, LinkReason[]>()
  for (const key of keys) {
    const held = (holders.get(named(key)) ?? []).map((id) => heldAs(gathered, id)?.id)
    const others = new Set(held.filter((id) => id !== undefined && id !== self) as string[])
    if (key.kind === 'MAIL' && others.size > mostPersonsOfAMail) continue
    for (const id of others) found.set(id, [...(found.get(id) ?? []), reasonOf[key.kind]])
  }
  const strength = (reason: LinkReason) => strongestFirst.indexOf(reason)
  const ranked = [...found].map(([id, shared]): [string, LinkReason[]] => [
    id,
    shared.toSorted((one, other) => strength(one) - strength(other)),
  ])
  return ranked.toSorted(([, [one]], [, [other]]) => strength(one!) - strength(other!))
}

const strongestFirst: readonly LinkReason[] = [
  'SAME_MAIL',
  'SAME_KANA_BIRTH',
  'SAME_NAME_BIRTH',
  'SAME_PHONE',
  'SAME_KANA',
  'SAME_NAME',
]
