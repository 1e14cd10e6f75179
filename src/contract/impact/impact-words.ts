import type { ImpactKind, ImpactLine, ImpactStep, Jurisdiction, Race, Sex } from './impact.ts'

type Words = {
  sexes: Record<Sex, string>
  races: Record<Race, string>
  steps: Record<ImpactStep, string>
  kinds: Record<ImpactKind, string>
  jurisdictions: Record<Jurisdiction, string>
  fourFifths: Record<NonNullable<ImpactLine['fourFifths']>, string>
  leftOut: Record<NonNullable<ImpactLine['leftOut']>, string>
  reference: string
  unknown: string
  withheld: string
  columns: string[]
}

/** The audit of impact ratios in words, the same on the page, in the file and for the person who is asked. */
export const impactWords: Record<'ja' | 'en', Words> = {
  ja: {
    sexes: { FEMALE: '女性', MALE: '男性', ANOTHER: '上記以外' },
    races: {
      HISPANIC_OR_LATINO: 'ヒスパニックまたはラテン系',
      WHITE: '白人',
      BLACK_OR_AFRICAN_AMERICAN: '黒人またはアフリカ系アメリカ人',
      NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER: 'ハワイ先住民または太平洋諸島系',
      ASIAN: 'アジア系',
      NATIVE_AMERICAN_OR_ALASKA_NATIVE: 'アメリカ先住民またはアラスカ先住民',
      TWO_OR_MORE_RACES: '2つ以上の人種',
    },
    steps: {
      SCORED: '順位付けの得点が中央値を超えた',
      SHOWN: '一覧に表示された',
      ASKED: '紹介を依頼された',
      INTRODUCED: '紹介が成立した',
    },
    kinds: { SEX: '性別', RACE: '人種・民族', INTERSECTION: '性別と人種・民族' },
    jurisdictions: {
      US_NEW_YORK_CITY: 'ニューヨーク市(Local Law 144)',
      US_OTHER: 'アメリカ合衆国のその他の法域',
      OUTSIDE_JAPAN_OTHER: '日本・アメリカ以外の法域',
    },
    fourFifths: { BELOW: '5分の4を下回る', NOT_BELOW: '5分の4以上', UNCLEAR: '判断できない' },
    leftOut: {
      WITHHELD: '少数のため非表示',
      NOBODY: '該当者なし',
      BELOW_MINIMUM_SHARE: '全体の2%未満のため比率から除外',
      NOBODY_SELECTED: '選ばれた人がいない',
    },
    reference: '基準(最も高い率)',
    unknown: '回答なし',
    withheld: '非表示',
    columns: [
      '開始日',
      '終了日',
      '段階',
      '区分',
      '人種・民族',
      '性別',
      '対象数',
      '選ばれた数',
      '率',
      '率の95%区間(下)',
      '率の95%区間(上)',
      '影響比率',
      '影響比率の95%区間(下)',
      '影響比率の95%区間(上)',
      '5分の4ルール',
      '比率を出さない理由',
    ],
  },
  en: {
    sexes: { FEMALE: 'Female', MALE: 'Male', ANOTHER: 'Another' },
    races: {
      HISPANIC_OR_LATINO: 'Hispanic or Latino',
      WHITE: 'White',
      BLACK_OR_AFRICAN_AMERICAN: 'Black or African American',
      NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER: 'Native Hawaiian or Pacific Islander',
      ASIAN: 'Asian',
      NATIVE_AMERICAN_OR_ALASKA_NATIVE: 'Native American or Alaska Native',
      TWO_OR_MORE_RACES: 'Two or more races',
    },
    steps: {
      SCORED: 'Scored above the median',
      SHOWN: 'Shown in a list',
      ASKED: 'Asked for an introduction',
      INTRODUCED: 'Introduced',
    },
    kinds: { SEX: 'Sex', RACE: 'Race/ethnicity', INTERSECTION: 'Sex and race/ethnicity' },
    jurisdictions: {
      US_NEW_YORK_CITY: 'New York City (Local Law 144)',
      US_OTHER: 'Elsewhere in the United States',
      OUTSIDE_JAPAN_OTHER: 'Outside Japan and the United States',
    },
    fourFifths: { BELOW: 'Below four fifths', NOT_BELOW: 'At least four fifths', UNCLEAR: 'Cannot be said' },
    leftOut: {
      WITHHELD: 'Withheld: too few',
      NOBODY: 'Nobody',
      BELOW_MINIMUM_SHARE: 'Less than 2% of the data: left out of the ratios',
      NOBODY_SELECTED: 'Nobody was selected',
    },
    reference: 'Reference (highest rate)',
    unknown: 'Not answered',
    withheld: 'withheld',
    columns: [
      'From',
      'Until',
      'Step',
      'Kind',
      'Race/ethnicity',
      'Sex',
      'Assessed',
      'Selected',
      'Rate',
      'Rate, 95% low',
      'Rate, 95% high',
      'Impact ratio',
      'Ratio, 95% low',
      'Ratio, 95% high',
      'Four-fifths rule',
      'Why no ratio',
    ],
  },
}
