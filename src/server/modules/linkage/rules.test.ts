import { expect, test } from 'vitest'
import { defaultLinkageRules, type LinkageRules } from '../../../contract/linkage/linkage-terms.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { aPerson } from '../people/testing.ts'
import { decide, duplicates, linkRecord } from './index.ts'
import { outcomeUnder } from './comparing/outcome.ts'
import { changeRules, tryRules } from './rules.ts'
import { insertRules, rulesInForce } from './store-rules.ts'

const flagForms: LinkageRules = {
  ...defaultLinkageRules,
  routes: { ...defaultLinkageRules.routes, FORM: { treat: 'FLAG', certainFrom: 0.995 } },
}

async function arrives(company: TestCompany, made: Parameters<typeof aPerson>[1]) {
  const { sourceRecordId } = await aPerson(company, made)
  return company.work((work) => linkRecord(work, sourceRecordId))
}

test('a route that only flags leaves what is certain to a human, and others go on', async () => {
  const company = await aCompany()
  await company.work((work) => changeRules(work, { rules: flagForms, basedOn: 0 }))
  await arrives(company, { email: 'naoko@mail.example' })
  expect((await arrives(company, { email: 'naoko@mail.example' })).outcome).toBe('QUEUED')
  await arrives(company, { name: '大野 健', email: 'ken@mail.example', kind: 'IMPORT' })
  expect((await arrives(company, { name: '大野 健', email: 'ken@mail.example', kind: 'IMPORT' })).outcome).toBe(
    'LINKED',
  )
})

test('rules are versions: the same again makes none, and a version that is not in force cannot be built on', async () => {
  const company = await aCompany()
  const change = (rules: LinkageRules, basedOn: number) => company.work((work) => changeRules(work, { rules, basedOn }))
  expect(await change(flagForms, 0)).toMatchObject({ version: 1, isChanged: true })
  expect(await change(flagForms, 0)).toMatchObject({ version: 1, isChanged: false })
  await expect(change(defaultLinkageRules, 0)).rejects.toMatchObject({ code: 'linkage.rules-outdated' })
  expect(await change(defaultLinkageRules, 1)).toMatchObject({ version: 2 })
  expect(await company.work(rulesInForce)).toMatchObject({ version: 2, rules: defaultLinkageRules })
})

test('trying rules tells what would have gone another way, with what humans said of it', async () => {
  const company = await aCompany()
  const pair = async (made: Parameters<typeof aPerson>[1]) => {
    await arrives(company, made)
    await arrives(company, made)
  }
  await pair({ email: 'naoko@mail.example' })
  await company.work((work) => changeRules(work, { rules: flagForms, basedOn: 0 }))
  await pair({ name: '大野 健', email: 'ken@mail.example' })
  await pair({ name: '五百旗頭 航' })
  const { candidates } = await company.work((work) => duplicates(work, { limit: 10 }))
  for (const { id } of candidates) await company.work((work) => decide(work, { candidateId: id, decision: 'SAME' }))
  expect(await company.work((work) => tryRules(work, flagForms))).toMatchObject({
    looked: 3,
    differ: 1,
    wouldWait: 1,
    wouldJoin: { pairs: 0 },
  })
  expect(await company.work((work) => tryRules(work, { ...defaultLinkageRules, likelyFrom: 0.998 }))).toMatchObject({
    looked: 3,
    differ: 2,
    wouldWait: 0,
    wouldJoin: { pairs: 1, same: 1, notSame: 0 },
    wouldForget: { pairs: 1, same: 1 },
  })
})

test('what speaks against a pair keeps it from being linked by itself under any rules', () => {
  const pair = { probability: 0.9999, route: 'FORM' } as const
  expect(outcomeUnder(defaultLinkageRules, { ...pair, reasons: ['SAME_MAIL'] })).toBe('JOIN')
  expect(outcomeUnder(defaultLinkageRules, { ...pair, reasons: ['SAME_MAIL', 'DIFFERENT_BIRTH'] })).toBe('WAIT')
})

test('rules on record that cannot be read link nobody, instead of the product’s own being in force', async () => {
  const company = await aCompany()
  await company.work((work) => insertRules(work, { version: 1, rules: { routes: {} } as LinkageRules }))
  await expect(company.work(rulesInForce)).rejects.toThrow()
})
