import { findForbidden } from '../../../../engines/forbidden/index.ts'
import { reachSaid, whoIsSaid, type KnownBy } from '../../../../engines/japanese/index.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { findMember } from '../../relay/index.ts'
import { forbiddenWords } from '../errors.ts'

type Written = { text: string; earlier: readonly string[]; known: KnownBy | undefined }

/** What in a person's words tells who writes or how to reach them, by itself or joined with what they wrote before. */
export async function tellingIn(work: MemberWork, { text, earlier, known }: Written): Promise<string | undefined> {
  const member = await findMember(work)
  const by: KnownBy = {
    names: [...(member?.displayName ? [{ written: member.displayName }] : []), ...(known?.names ?? [])],
    mails: [...(member?.mail ? [member.mail] : []), ...(known?.mails ?? [])],
    employers: known?.employers ?? [],
  }
  const joined = earlier.length === 0 ? [] : [[...earlier, text].join(''), [...earlier, text].join(' ')]
  for (const read of [text, ...joined]) {
    const word = reachSaid(read) ?? whoIsSaid(read, by)
    if (word !== undefined) return word
  }
  return undefined
}

/** 職業安定法 5条の5: what must not be collected goes to nobody in a person's own words either. */
export function refusingForbidden(text: string): string {
  const found = findForbidden(text, 'OWN_WORDS')
  if (found) throw forbiddenWords({ word: found.word })
  return text
}
