import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { letterTemplate } from '../../messages/index.ts'
import { merge } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { letterOpened } from '../letters/steps.ts'
import { listLetters } from '../letters/lists/store-letter-list.ts'
import { findLetter } from '../letters/store-letters.ts'
import type { TrialLetter } from './store-trials.ts'
import { aLetterCompany, aRejected, setClock, type LetterCompany } from '../testing.ts'
import { peopleOf, trialReport } from './trial-report.ts'
import { drawnWords, endTrial, startTrial, variantOf } from './trials.ts'

const key = { stage: 'INTERVIEW', offer: 'PLACEMENT', language: 'ja' } as const
const other = { subject: '【{{company.name}}】選考結果につきまして', body: '{{person.name}} 様\n\n{{link}}' }

const started = (over: Partial<Parameters<typeof startTrial>[1]> = {}) => ({
  id: newId(),
  ...key,
  scope: null,
  preflightId: null,
  outcome: 'OPENED' as const,
  windowDays: 14,
  points: 10,
  ...other,
  ...over,
})

async function sentTo({ company, installation, settle }: LetterCompany, people: number) {
  const rejected = []
  for (let count = 0; count < people; count += 1) rejected.push(await aRejected(company))
  await settle()
  setClock(installation, '2027-06-08T11:00:00+09:00')
  await settle()
  await settle()
  return rejected
}

const at = '2027-06-02T10:00:00+09:00'

describe('a trial of two wordings', () => {
  test('gives each person one of them, keeps which, and the words that left are those', async () => {
    const world = await aLetterCompany({ at })
    const { company, installation } = world
    const trial = await company.work((work) => startTrial(work, started()))
    await sentTo(world, 12)
    const letters = await company.work((work) => listLetters(work, { limit: 20 }))
    expect(letters).toHaveLength(12)
    for (const letter of letters) expect(letter).toMatchObject({ state: 'SENT', trialId: trial.id })
    const ofB = installation.mailer.sent.filter(({ subject }) => subject.endsWith('つきまして')).length
    expect(letters.filter(({ variant }) => variant === 'B')).toHaveLength(ofB)
  })

  test('reaches only what it is for, and one runs at a time for one kind of letter', async () => {
    const world = await aLetterCompany({ at })
    const { company } = world
    const preflightId = newId()
    await expect(company.work((work) => startTrial(work, started({ preflightId })))).rejects.toMatchObject({
      code: 'relay.preflight-not-found',
    })
    await expect(company.work((work) => startTrial(work, started({ scope: newId() })))).rejects.toMatchObject({
      status: 404,
    })
    const made = started({ scope: 'BY_HAND' })
    const first = await company.work((work) => startTrial(work, made))
    expect(await company.work((work) => startTrial(work, made))).toEqual(first)
    await expect(company.work((work) => startTrial(work, started()))).rejects.toMatchObject({
      code: 'relay.trial-running',
    })
    const reached = (scope: string) =>
      company.work((work) => drawnWords(work, { key, personId: newId(), scope, preflightId: null }))
    expect(await reached('BY_HAND')).toMatchObject({ trialId: first.id })
    expect(await reached(newId())).toBeUndefined()
    const elsewhere = { ...key, stage: 'FINAL' as const }
    const drawn = company.work((work) =>
      drawnWords(work, { key: elsewhere, personId: newId(), scope: 'BY_HAND', preflightId: null }),
    )
    expect(await drawn).toBeUndefined()
  })

  test('gives one human the same wording for every letter, also after a merge', async () => {
    const world = await aLetterCompany({ at })
    const { company } = world
    const trial = await company.work((work) => startTrial(work, started()))
    const older = []
    for (let count = 0; count < 5; count += 1) older.push(await aPerson(company))
    const sent = await sentTo(world, older.length)
    for (const [index, { personId: survivor }] of older.entries()) {
      const { personId: dissolved = '', applicationId } = sent[index] ?? {}
      await company.work((work) => merge(work, { id: newId(), survivor, dissolved, reason: 'STAFF' }))
      const [letter] = await company.work((work) => listLetters(work, { applicationId, limit: 1 }))
      const drawn = company.work((work) =>
        drawnWords(work, { key, personId: survivor, scope: 'BY_HAND', preflightId: null }),
      )
      expect(await drawn).toMatchObject({ trialId: trial.id, variant: letter?.variant })
    }
  })

  test('ends by a human alone, whose choice is the wording from then on', async () => {
    const { company } = await aLetterCompany({ at })
    const trial = await company.work((work) => startTrial(work, started()))
    await expect(
      company.work((work) => endTrial({ ...work, actor: { ...work.actor, kind: 'key' } }, { id: trial.id, keep: 'B' })),
    ).rejects.toMatchObject({ code: 'relay.trial-needs-human' })
    const ends = await Promise.allSettled(
      [1, 2].map(() => company.work((work) => endTrial(work, { id: trial.id, keep: 'B' }))),
    )
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await company.work((work) => letterTemplate(work, key))).toMatchObject({ ...other, version: 1 })
    await expect(company.work((work) => endTrial(work, { id: trial.id, keep: 'A' }))).rejects.toMatchObject({
      code: 'relay.trial-ended',
    })
    await expect(company.work((work) => startTrial(work, started()))).rejects.toMatchObject({
      code: 'relay.trial-same-words',
    })
  })

  test('shows what came of each wording once the days of watching are over, and claims nothing before it may', async () => {
    const world = await aLetterCompany({ at })
    const { company, installation } = world
    const trial = await company.work((work) => startTrial(work, started()))
    await sentTo(world, 10)
    const letters = await company.work((work) => listLetters(work, { limit: 20 }))
    for (const { id, variant } of letters) if (variant === 'B') await company.work((work) => letterOpened(work, id))
    const early = await company.work((work) => trialReport(work, trial.id))
    expect(early.variants.map(({ people, watched }) => [people, watched])).toEqual(
      (['A', 'B'] as const).map((variant) => {
        const own = letters.filter((letter) => letter.variant === variant).length
        return [own, own]
      }),
    )
    installation.clock.advance({ hours: 24 * 15 })
    const late = await company.work((work) => trialReport(work, trial.id))
    const [a, b] = late.variants
    expect(a?.opened).toMatchObject({ count: 0 })
    expect(b?.opened.count).toBe(letters.filter(({ variant }) => variant === 'B').length)
    expect(late).toMatchObject({ better: null, excluded: 0 })
    expect(late.peopleToTell).toBeGreaterThan(10)
    expect((await company.work((work) => findLetter(work, letters[0]?.id ?? '')))?.trialId).toBe(trial.id)
  })
})

describe('the chance of a wording', () => {
  test('is even, and follows from the trial and the person alone', () => {
    const [secret, trialId] = ['of the installation', newId()]
    const people = Array.from({ length: 4_000 }, newId)
    const drawn = (id: string) => people.map((personId) => variantOf({ secret, trialId: id, personId }))
    expect(drawn(trialId)).toEqual(drawn(trialId))
    expect(drawn(newId())).not.toEqual(drawn(trialId))
    const ofA = drawn(trialId).filter((variant) => variant === 'A').length
    // Five standard errors of an even chance.
    expect(Math.abs(ofA - 2_000)).toBeLessThan(160)
  })
})

describe('the people of a trial', () => {
  const sentAt = new Date('2027-06-01T00:00:00Z')
  const letter = (over: Partial<TrialLetter>): TrialLetter => ({
    personId: 'one',
    variant: 'A',
    sentAt,
    openedAt: null,
    registeredAt: null,
    stoppedAt: null,
    repliedAt: null,
    ...over,
  })
  const within = { windowDays: 14, now: new Date('2027-07-01T00:00:00Z') }

  test('count once each, with what came of any letter in the days of watching', () => {
    const later = new Date('2027-06-10T00:00:00Z')
    const tooLate = new Date('2027-06-16T00:00:00Z')
    const letters = [
      letter({ registeredAt: tooLate }),
      letter({ sentAt: later, openedAt: later }),
      letter({ personId: 'two', openedAt: tooLate }),
    ]
    expect(peopleOf(letters, within)).toMatchObject({
      followed: [
        { opened: true, registered: false },
        { opened: false, isFinal: true },
      ],
      excluded: 0,
    })
  })

  test('leave out who was sent both wordings, and say how many', () => {
    const letters = [letter({}), letter({ variant: 'B' }), letter({ personId: 'two' })]
    expect(peopleOf(letters, within)).toMatchObject({ followed: [{ variant: 'A' }], excluded: 1 })
  })
})
