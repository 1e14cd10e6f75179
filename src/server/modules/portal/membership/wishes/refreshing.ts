import { listFields, type PersonField } from '../../../../../contract/people/person-fields.ts'
import { paths, refreshPage, type Problem, type RefreshField } from '../../../../../portal/index.ts'
import { company } from '../../../accounts/index.ts'
import { answerRefresh, endingPoolConsent, proposals, stopAsking, toConfirm } from '../../../freshness/index.ts'
import { decidePool } from '../consenting.ts'
import { named, sessionFrame } from '../../frames.ts'
import { fieldKey } from '../../rights/field-keys.ts'
import { poolStandingOffer } from '../offering.ts'
import { shownValue } from '../../rights/values.ts'
import { inVisitedCompany, postedId, type Answer, type SessionVisit } from '../../visit.ts'

const lists: ReadonlySet<PersonField> = new Set(listFields)
const nameOf = (field: PersonField) => `field-${field}`

const asked = (visit: SessionVisit) =>
  inVisitedCompany(visit, async (work) => ({
    own: await company(work),
    now: work.now,
    ending: await endingPoolConsent(work, visit.session.personId),
    proposed: (await proposals(work, visit.session.personId)).length,
    ...(await toConfirm(work, visit.session.personId)),
  }))

type Typed = ReadonlyMap<PersonField, string>

async function page(visit: SessionVisit, problems: readonly Problem[], typed: Typed = new Map()) {
  const found = await asked(visit)
  const isOpen = visit.session.verifiedAt !== null
  const done = visit.query.get('done')
  const answers = ['CONFIRMED', 'CHANGED', 'STOPPED', 'STAYS', 'LEAVES'] as const
  return refreshPage(await sessionFrame(visit, null), {
    company: named(found.own, visit.language),
    isOpen,
    fields: found.fields.flatMap(({ field, value, observedAt }): RefreshField[] => {
      const key = fieldKey(field, visit.language)
      if (key === undefined) return []
      const shown = value === null || !isOpen ? '' : shownValue(field, value, visit.language)
      return [
        {
          name: nameOf(field),
          field: key,
          value: typed.get(field) ?? shown,
          observedAt: observedAt?.toISOString() ?? null,
          isList: lists.has(field),
        },
      ]
    }),
    pool: found.ending
      ? { endsAt: found.ending.expiresAt.toISOString(), hasEnded: found.ending.expiresAt <= found.now }
      : null,
    isStopped: found.isStopped,
    proposed: isOpen ? found.proposed : 0,
    justDone: answers.find((one) => one === done) ?? null,
    problems,
  })
}

/** Where the mail leads: nothing is shown of what is held until the code is entered. */
export const refresh = (visit: SessionVisit): Promise<Answer> => page(visit, [])

/**
 * One press: what stands as it was shown is confirmed, what was changed is kept as changed, what was emptied stays
 * unconfirmed. Beside a value that cannot be, the others are kept.
 */
export async function confirm(visit: SessionVisit): Promise<Answer> {
  const { fields } = await asked(visit)
  const typed = new Map(
    fields.flatMap(({ field }) => {
      const posted = visit.body.get(nameOf(field))
      return posted === null ? [] : [[field, posted.trim()] as const]
    }),
  )
  const tooLong = [...typed].filter(([, text]) => text.length > 2000)
  if (tooLong.length > 0) {
    const problems = tooLong.map(([field]) => ({ field: nameOf(field), code: 'tooLong' as const }))
    return { page: await page(visit, problems, typed), status: 422 }
  }
  const statements = fields.flatMap(({ field, value }) => {
    const text = typed.get(field) ?? ''
    if (text === '') return []
    // Either language's way of writing it is what was shown.
    const isSame =
      value !== null && (['ja', 'en'] as const).some((language) => shownValue(field, value, language) === text)
    return [{ field, value: isSame && value !== null ? value : text, isChange: !isSame }]
  })
  const answering = { id: postedId(visit, 'refresh'), personId: visit.session.personId, statements }
  const { unfit } = await inVisitedCompany(visit, (work) => answerRefresh(work, answering))
  if (unfit.length > 0) {
    const problems = unfit.map((field) => ({ field: nameOf(field), code: 'unknownOption' as const }))
    return { page: await page(visit, problems, typed), status: 422 }
  }
  const isChanged = statements.some(({ isChange }) => isChange)
  return { to: `${paths.refresh()}?done=${isChanged ? 'CHANGED' : 'CONFIRMED'}` }
}

export async function stop(visit: SessionVisit): Promise<Answer> {
  await inVisitedCompany(visit, (work) => stopAsking(work, visit.session.personId))
  return { to: `${paths.refresh()}?done=STOPPED` }
}

export async function stay(visit: SessionVisit): Promise<Answer> {
  const offer = await poolStandingOffer(visit)
  await decidePool(visit, { id: postedId(visit, 'stay'), offer, decision: 'GIVEN' })
  return { to: `${paths.refresh()}?done=STAYS` }
}

export async function leave(visit: SessionVisit): Promise<Answer> {
  const offer = await poolStandingOffer(visit)
  await decidePool(visit, { id: postedId(visit, 'leave'), offer, decision: 'WITHDRAWN' })
  return { to: `${paths.refresh()}?done=LEAVES` }
}
