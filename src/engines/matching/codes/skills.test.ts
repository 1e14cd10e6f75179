import { expect, test } from 'vitest'
import { canonicalSkill, SKILL_GROUPS, skillCategory, skillName } from '../index.ts'
import { BUSINESS_SKILLS, IMPLIED_SKILLS, QUALIFICATIONS } from './skill-rows-business.ts'
import { TECHNOLOGY_SKILLS } from './skill-rows-technology.ts'
import { withImplied } from './skills.ts'

test.each([
  ['TypeScript', 'TS'],
  ['PostgreSQL', 'Ｐｏｓｔｇｒｅｓ'],
  ['法人営業', 'BtoB営業'],
  ['日商簿記2級', '日商簿記検定２級'],
  ['C#', 'c sharp'],
  ['Node.js', 'NodeJS'],
  ['エクセル', 'ｴｸｾﾙ'],
  ['k8s', 'Kubernetes'],
])('%s and %s are one skill', (one, other) => {
  expect(canonicalSkill(one)).toBe(canonicalSkill(other))
})

test.each([
  ['Java', 'JavaScript'],
  ['C', 'C++'],
  ['日商簿記1級', '日商簿記2級'],
  ['法人営業', '個人営業'],
])('%s and %s stay two', (one, other) => {
  expect(canonicalSkill(one)).not.toBe(canonicalSkill(other))
})

test('an unknown skill keeps its own name, normalised', () => {
  expect(canonicalSkill(' Ｗeld ing')).toBe('welding')
  expect(skillCategory('welding')).toBeUndefined()
  expect(skillName('boki-2', 'en')).toBe('Bookkeeping grade 2')
})

test('a higher grade implies the lower ones, never the other way round', () => {
  expect([...withImplied('boki-1')]).toEqual(['boki-1', 'boki-2', 'boki-3'])
  expect([...withImplied('boki-3')]).toEqual(['boki-3'])
})

test('the table is sound: about 150 groups, no id or spelling in two of them, implications known', () => {
  expect(SKILL_GROUPS.length).toBeGreaterThanOrEqual(150)
  expect([TECHNOLOGY_SKILLS, BUSINESS_SKILLS, QUALIFICATIONS].join('').match(/^[^|\n]+$/m)).toBeNull()
  const ids = new Set(SKILL_GROUPS.map(({ id }) => id))
  expect(ids.size).toBe(SKILL_GROUPS.length)
  for (const group of SKILL_GROUPS) {
    for (const spelling of [group.en, group.ja, ...group.spellings]) {
      expect([spelling, canonicalSkill(spelling)]).toEqual([spelling, group.id])
    }
  }
  for (const pair of IMPLIED_SKILLS) for (const id of pair) expect(ids).toContain(id)
})
