import * as contract from '../../../../contract/relay/letter-links.ts'
import { readLetter } from '../../../../contract/relay/letter-page.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { letterEvidence } from './evidence.ts'
import { issueLetterLinks } from './letter-links.ts'
import { letterWhole } from './lists/letter-whole.ts'

/** Links for mails that other systems send, and one letter with its evidence. */
export function letterLinkRoutes(bind: Bind): void {
  bind.company(contract.issueLetterLinks, async (work, { body }) => ({
    links: await issueLetterLinks(work, body.applications),
  }))
  bind.company(readLetter, (work, { params: { id } }) => letterWhole(work, id))
  bind.company(contract.readLetterEvidence, (work, { params: { id } }) => letterEvidence(work, id))
}
