import { describe, expect, test } from 'vitest'
import { defaultRules, type CompanyRules } from '../src/contract/rules.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { changeRules } from '../src/server/modules/accounts/index.ts'
import { aCompany, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { passagesBy } from '../src/server/modules/insights/insights.ts'
import { contactsLeft, spendContact } from '../src/server/modules/messages/index.ts'
import { letterTemplate, rewriteLetter } from '../src/server/modules/messages/letter-templates.ts'
import { afterUndoWindow } from '../src/server/modules/relay/letters/letters.ts'
import { changeSettings } from '../src/server/modules/relay/index.ts'
import { listLetters } from '../src/server/modules/relay/letters/lists/store-letter-list.ts'
import { aLetterCompany, aRejected, setClock } from '../src/server/modules/relay/testing.ts'
import { anApplication, anOpening } from '../src/server/modules/selection/testing.ts'

const choose = (company: TestCompany, change: Partial<CompanyRules>) =>
  company.work((work) => changeRules(work, change))

/** Wednesday, 9 June 2027, in office hours; no holiday is near. */
const wednesday = '2027-06-09T10:00:00+09:00'

async function dueOfARejection({ company, settle }: Awaited<ReturnType<typeof aLetterCompany>>) {
  const { applicationId } = await aRejected(company)
  await settle()
  const [letter] = await company.work((work) => listLetters(work, { applicationId, limit: 1 }))
  return letter?.dueAt.toISOString().slice(0, 16)
}

describe('a rule that a company sets', () => {
  test('for the send window moves letters to its hours, weekdays and away from its closed days', async () => {
    const post = await aLetterCompany({ at: wednesday })
    expect(await dueOfARejection(post)).toBe('2027-06-14T01:00')
    const closedDays = ['2027-06-15']
    await choose(post.company, {
      sendWindow: { ...defaultRules.sendWindow, fromHour: 13, weekdays: [2, 4], closedDays },
    })
    // Three business days end on Monday the 14th; the 15th is closed, so it goes on Thursday.
    expect(await dueOfARejection(post)).toBe('2027-06-17T04:00')
  })

  test('for the send window holds back what was scheduled before, too', async () => {
    const post = await aLetterCompany({ at: wednesday })
    await aRejected(post.company)
    await post.settle()
    await choose(post.company, { sendWindow: { ...defaultRules.sendWindow, fromHour: 14 } })
    setClock(post.installation, '2027-06-14T10:30:00+09:00')
    await post.settle()
    expect(post.installation.mailer.sent).toEqual([])
    setClock(post.installation, '2027-06-14T14:01:00+09:00')
    await post.settle()
    expect(post.installation.mailer.sent).toHaveLength(1)
  })

  test('for the wait of letters counts that many business days', async () => {
    const post = await aLetterCompany({ at: wednesday })
    await post.company.work((work) => changeSettings(work, { delayBusinessDays: 1 }))
    expect(await dueOfARejection(post)).toBe('2027-06-10T01:00')
  })

  test('for taking back lets a letter sent by hand wait that long', async () => {
    const { company } = await aLetterCompany({ at: wednesday })
    await company.work((work) => changeSettings(work, { undoMinutes: 45 }))
    const due = await company.work(afterUndoWindow)
    const now = await company.work(async (work) => work.now)
    expect(Math.round((due.getTime() - now.getTime()) / 60_000)).toBe(45)
  })

  test('for applying again is told in a letter that says so', async () => {
    const post = await aLetterCompany({ at: wednesday })
    const template = await post.company.work((work) =>
      letterTemplate(work, { stage: 'INTERVIEW', offer: 'PLACEMENT', language: 'ja' }),
    )
    const body = `${template.body}\n\n{{reapply.from}} からは、あらためてご応募いただけます。`
    await post.company.work((work) => rewriteLetter(work, { ...template, body }))
    await post.company.work((work) => changeSettings(work, { reapplyCooldownMonths: 12, delayBusinessDays: 0 }))
    await aRejected(post.company)
    await post.settle()
    setClock(post.installation, '2027-06-09T10:20:00+09:00')
    await post.settle()
    expect(post.installation.mailer.sent[0]?.text).toContain('2028年6月9日')
  })

  test('for contacts refuses the one too many, until the period is over', async () => {
    const { company, installation } = await aLetterCompany({ at: wednesday })
    await choose(company, { contactBudget: { contacts: 1, days: 10 } })
    const personId = newId()
    const contact = () => company.work((work) => spendContact(work, { id: newId(), personId, kind: 'SCOUT' }))
    await contact()
    await expect(contact()).rejects.toMatchObject({ code: 'messages.budget-spent', detail: { limit: 1, days: 10 } })
    installation.clock.advance({ days: 11 })
    expect(await company.work((work) => contactsLeft(work, personId))).toMatchObject({ left: 1 })
  })

  test('for small groups withholds rates of fewer people', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    for (let count = 0; count < 12; count += 1)
      await anApplication(company, {
        openingId,
        appliedAt: new Date('2026-04-06T01:00:00Z'),
        course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }, { kind: 'REJECT' }],
      })
    const rate = async () => {
      const { groups } = await company.work((work) => passagesBy(work, { by: 'all', basis: 'APPLIED_COHORT' }))
      return groups[0]?.stages.at(-1)?.passRate
    }
    expect(await rate()).toMatchObject({ suppressed: false, trials: 12 })
    await choose(company, { kAnonymity: 20 })
    expect(await rate()).toMatchObject({ suppressed: true, minimumN: 20 })
  })
})
