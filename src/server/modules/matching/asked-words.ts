import type { Words } from '../../../contract/matching.ts'
import { canonicalSkill, skillName, type Opening as Asked } from '../../../engines/matching/index.ts'
import { employmentTypeWords, languageWords, occupationWords, prefectureWords } from './terms.ts'

const joined = (all: readonly Words[]): Words => ({
  ja: all.map(({ ja }) => ja).join('、'),
  en: all.map(({ en }) => en).join(', '),
})

const labelled = (ja: string, en: string, said: Words): Words => ({ ja: `${ja}: ${said.ja}`, en: `${en}: ${said.en}` })

const skills = (asked: Asked['requiredSkills']): Words =>
  joined(
    asked.map(({ skill, years }) => {
      const id = canonicalSkill(skill)
      const [ja, en] = [skillName(id, 'ja'), skillName(id, 'en')]
      return years === undefined ? { ja, en } : { ja: `${ja} ${years}年`, en: `${en} ${years} years` }
    }),
  )

/** What an opening asked, one line each, for the log. Age is named only as asked under a recorded exception. */
export function askedWords(asked: Partial<Asked>): Words[] {
  const { requiredSkills = [], preferredSkills = [], prefectures = [], occupations = [], employmentTypes = [] } = asked
  const { languages = [], salaryOffered, startBy, experienceYears } = asked
  const man = (yen: number) => Math.round(yen / 10_000)
  const said: (Words | false | undefined)[] = [
    requiredSkills.length > 0 && labelled('必須', 'Required', skills(requiredSkills)),
    preferredSkills.length > 0 && labelled('歓迎', 'Preferred', skills(preferredSkills)),
    occupations.length > 0 && labelled('職種', 'Occupation', joined(occupations.map(occupationWords))),
    prefectures.length > 0 &&
      labelled(
        '勤務地',
        'Place',
        prefectures.length >= 47 ? { ja: '全国', en: 'anywhere' } : joined(prefectures.map(prefectureWords)),
      ),
    asked.remoteAllowed === true && { ja: 'リモート可', en: 'Remote allowed' },
    employmentTypes.length > 0 && labelled('雇用形態', 'Terms', joined(employmentTypes.map(employmentTypeWords))),
    salaryOffered && {
      ja: `年収 ${man(salaryOffered.maximum)}万円まで`,
      en: `Salary up to ¥${man(salaryOffered.maximum) / 100} million`,
    },
    languages.length > 0 &&
      labelled('言語', 'Languages', joined(languages.map(({ language }) => languageWords(language)))),
    startBy !== undefined && { ja: `${startBy}までに入社`, en: `Start by ${startBy}` },
    experienceYears !== undefined && { ja: `経験${experienceYears}年`, en: `${experienceYears} years of experience` },
    asked.workPermitRequired === true && { ja: '就労資格が必要', en: 'Permission to work' },
    asked.ageException && { ja: '記録された例外事由による年齢条件', en: 'Age, under the exception on record' },
  ]
  return said.filter((one): one is Words => Boolean(one))
}
