import { derivedKey, hmac, permuted } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'

/** For which company and opening a list is made: a person bears another reference in each. */
export type Place = { companyId: string; openingId: string }

/** What people and classes are called in one place. Nobody without the installation's secret can tell whose they are. */
export type Pseudonyms = {
  /** The references of people, in the order of their ids. */
  refsOf: (ids: readonly string[]) => string[]
  /** The id behind a reference: nobody's where it was made up or is of another place. */
  idBehind: (ref: string) => string | undefined
  /** By which classes are put in order; for nothing that leaves. */
  tokensOf: (digests: readonly string[]) => string[]
}

/**
 * The pseudonyms of one company's list for one opening. An id of 16 bytes is permuted under a key of that place, so that no
 * two people share a reference, those of two places cannot be joined, and a reference leads back to its person
 * without a search among all (decision 0014).
 */
export function pseudonymsIn({ config }: Pick<Installation, 'config'>, { companyId, openingId }: Place): Pseudonyms {
  const keyFor = (use: string) => hmac(derivedKey(config.secret, `matching.${use}`), `${companyId}/${openingId}`)
  const people = keyFor('masked')
  const classes = keyFor('order')
  return {
    refsOf: (ids) => texts(permuted(people, bytesOf(ids), 'FORTH')),
    idBehind: (ref) => {
      if (!/^[0-9a-f]{32}$/.test(ref)) return undefined
      const [text = ''] = texts(permuted(people, bytesOf([ref]), 'BACK'))
      return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
    tokensOf: (digests) => texts(permuted(classes, bytesOf(digests), 'FORTH')),
  }
}

const bytesOf = (blocks: readonly string[]): Buffer => Buffer.from(blocks.join('').replaceAll('-', ''), 'hex')

function texts(blocks: Buffer): string[] {
  const text = blocks.toString('hex')
  return Array.from({ length: blocks.length / 16 }, (_, at) => text.slice(at * 32, at * 32 + 32))
}
