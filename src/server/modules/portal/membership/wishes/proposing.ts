import { paths, proposalsPage, type Problem, type ProposedChange } from '../../../../../portal/index.ts'
import { company } from '../../../accounts/index.ts'
import { acceptProposal, correctProposal, proposals, refuseProposal, type Proposal } from '../../../freshness/index.ts'
import { named, sessionFrame } from '../../frames.ts'
import { fieldKey, inputOf } from '../../rights/field-keys.ts'
import { sources } from '../../rights/known.ts'
import { mayNotBeKept } from '../../rights/own-words.ts'
import { shownValue } from '../../rights/values.ts'
import { inVisitedCompany, postedId, type Answer, type SessionVisit } from '../../visit.ts'

function shown({ language }: SessionVisit, { claimId, field, found, own }: Proposal): ProposedChange[] {
  const key = fieldKey(field, language)
  if (key === undefined) return []
  const said = ({ value, kind, observedAt }: Proposal['found']) => ({
    value: shownValue(field, value, language),
    source: sources[language][kind],
    observedAt: observedAt.toISOString(),
  })
  return [{ claimId, field: key, input: inputOf(field), found: said(found), own: own && said(own) }]
}

async function page(visit: SessionVisit, problems: readonly Problem[]) {
  const { personId } = visit.session
  const { own, found } = await inVisitedCompany(visit, async (work) => ({
    own: await company(work),
    found: await proposals(work, personId),
  }))
  const done = visit.query.get('done')
  return proposalsPage(await sessionFrame(visit, 'proposals'), {
    company: named(own, visit.language),
    changes: found.flatMap((one) => shown(visit, one)),
    justDone:
      done === 'accepted' ? 'ACCEPTED' : done === 'corrected' ? 'CORRECTED' : done === 'refused' ? 'REFUSED' : null,
    problems,
  })
}

export const proposed = (visit: SessionVisit): Promise<Answer> => page(visit, [])

const answering = (visit: SessionVisit) => ({
  id: postedId(visit, 'proposal'),
  personId: visit.session.personId,
  claimId: visit.params['claim'] ?? '',
})

export async function accept(visit: SessionVisit): Promise<Answer> {
  await inVisitedCompany(visit, (work) => acceptProposal(work, answering(visit)))
  return { to: `${paths.proposals()}?done=accepted` }
}

export async function refuse(visit: SessionVisit): Promise<Answer> {
  await inVisitedCompany(visit, (work) => refuseProposal(work, answering(visit)))
  return { to: `${paths.proposals()}?done=refused` }
}

export async function correct(visit: SessionVisit): Promise<Answer> {
  const name = `value-${visit.params['claim'] ?? ''}`
  const value = (visit.body.get(name) ?? '').trim()
  const again = async (code: Problem['code']): Promise<Answer> => ({
    page: await page(visit, [{ field: name, code }]),
    status: 422,
  })
  if (value === '') return again('required')
  if (value.length > 2000) return again('tooLong')
  try {
    const isFit = await inVisitedCompany(visit, (work) => correctProposal(work, { ...answering(visit), value }))
    return isFit ? { to: `${paths.proposals()}?done=corrected` } : again('unknownOption')
  } catch (error) {
    if (mayNotBeKept(error)) return again('mayNotBeAsked')
    throw error
  }
}
