import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceKinds } from '../../../../contract/people/person-fields.ts'
import { standing, strength, winner, type Claim } from './winner.ts'

const same = (value: unknown) => JSON.stringify(value)
const claim = fc.record({
  id: fc.uuid(),
  sourceRecordId: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom(...sourceKinds),
  value: fc.option(fc.constantFrom('東京都', '大阪府', '愛知県'), { nil: null, freq: 5 }),
  observedAt: fc.integer({ min: 0, max: 5 }).map((day) => new Date(day * 86_400_000)),
  recordedAt: fc.integer({ min: 0, max: 5 }).map((day) => new Date(day * 86_400_000)),
  confidence: fc.constantFrom(0.5, 1),
})
/** A record is of one kind, whatever it says. */
const claims = fc
  .tuple(
    fc.uniqueArray(claim, { selector: ({ id }) => id, maxLength: 12 }),
    fc.array(fc.constantFrom(...sourceKinds), { minLength: 4, maxLength: 4 }),
  )
  .map(([list, kinds]) => list.map((one): Claim => ({ ...one, kind: kinds['abcd'.indexOf(one.sourceRecordId)]! })))

describe('the winner policy', () => {
  test('does not depend on the order of the claims, nor on repeats', () => {
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = [...list, ...list]
          .map((one) => ({ one, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(winner(shuffled, same)).toEqual(winner(list, same))
      }),
    )
  })

  test('lets no stronger kind lose, and among equals no newer observation', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const verdict = winner(list, same)
        const last = [...new Set(list.map((one) => one.sourceRecordId))].map((record) => {
          const own = list.filter((one) => one.sourceRecordId === record)
          return own.toSorted(
            (a, b) =>
              b.observedAt.getTime() - a.observedAt.getTime() ||
              b.confidence - a.confidence ||
              b.recordedAt.getTime() - a.recordedAt.getTime() ||
              (a.id < b.id ? 1 : -1),
          )[0]!
        })
        const standing = last.filter((one) => one.value !== null)
        expect(Boolean(verdict)).toBe(standing.length > 0)
        for (const other of standing) {
          expect(strength[verdict!.winner.kind]).toBeGreaterThanOrEqual(strength[other.kind])
          if (strength[verdict!.winner.kind] === strength[other.kind])
            expect(verdict!.winner.observedAt.getTime()).toBeGreaterThanOrEqual(other.observedAt.getTime())
        }
      }),
    )
  })

  test('never shows a claim that was withdrawn', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const before = winner(list, same)
        if (!before) return
        const taken: Claim = { ...before.winner, id: 'withdrawal', value: null, withdraws: before.winner.id }
        expect(winner([...list, taken], same)?.winner.id).not.toBe(before.winner.id)
      }),
    )
  })

  test('lets no source but the person say again what was taken back from its record, and any other value', () => {
    fc.assert(
      fc.property(
        claims,
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 9 }),
        (list, picks, day) => {
          if (list.length === 0) return
          const taken = picks.map((pick) => list[pick % list.length]!)
          const takings = taken.map((one, index): Claim => ({
            ...one,
            id: `t${index}`,
            value: null,
            withdraws: one.id,
          }))
          const told = [...list, ...takings]
          const observedAt = new Date((6 + day) * 86_400_000)
          for (const one of taken.filter(({ value }) => value !== null)) {
            const again: Claim = { ...one, id: 'again', observedAt }
            const isOwn = one.kind === 'PERSON' || one.kind === 'MEMBER'
            expect(standing([...told, again], same).includes(again)).toBe(isOwn)
            // However often it is synchronised, the profile stays as it was after the taking back.
            if (!isOwn)
              expect(winner([...told, again, { ...again, id: 'and again' }], same)).toEqual(winner(told, same))
            const other: Claim = { ...one, id: 'other', value: '北海道', observedAt }
            expect(standing([...told, other], same)).toContain(other)
          }
        },
      ),
    )
  })

  const at = (day: number) => new Date(Date.UTC(2026, 0, day))
  const say = (id: string, kind: Claim['kind'], value: string | null, day: number): Claim => ({
    id,
    sourceRecordId: id,
    kind,
    value,
    observedAt: at(day),
    recordedAt: at(day),
    confidence: 1,
  })

  test('believes the person before a later vendor, and counts the values that disagree', () => {
    const verdict = winner(
      [say('a', 'PERSON', '東京都', 1), say('b', 'IMPORT', '大阪府', 9), say('c', 'WEBHOOK', '愛知県', 5)],
      same,
    )
    expect(verdict).toMatchObject({ winner: { id: 'a' }, disagreeing: 2 })
  })

  test('shows the next source once the strongest no longer states the field', () => {
    const silent = { ...say('a2', 'PERSON', null, 3), sourceRecordId: 'a' }
    expect(winner([say('a', 'PERSON', '東京都', 1), silent, say('b', 'IMPORT', '大阪府', 2)], same)?.winner.id).toBe(
      'b',
    )
  })
})
