import { searchKey } from '../../../engines/japanese/index.ts'
import type { Work } from '../../kernel/work.ts'
import { fileKey, knownPrints, tokenHasher, unsealField } from './keys.ts'
import { searchedLines } from './masking.ts'
import { textsOfPersons } from './reports.ts'

/** The keyed hash by which `files_found` leads to the persons in whose files a token stands. */
export const fileToken = ({ installation, companyId }: Work, token: string): string =>
  tokenHasher(installation.config, companyId)(token)

/**
 * The lines of these persons' files as a search compares them. Whoever has no text in a file is left out, and a file whose
 * key is not at hand, which `tasuki verify` names: it keeps nobody from searching.
 */
export async function fileLines(work: Work, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const lines = new Map<string, string[]>()
  const atHand = new Set(knownPrints(work.installation.config))
  for (const { personId, id, keyPrint, keyWrapped, textSealed } of await textsOfPersons(work, personIds)) {
    if (!atHand.has(keyPrint)) continue
    const place = { companyId: work.companyId, id }
    const key = fileKey(work.installation.config, place, { keyPrint, keyWrapped })
    const pages = JSON.parse(unsealField(key, place, 'text', textSealed)) as string[]
    lines.set(personId, [...(lines.get(personId) ?? []), ...searchedLines(pages).map(searchKey)])
  }
  return lines
}
