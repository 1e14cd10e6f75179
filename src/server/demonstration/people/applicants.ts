import iconv from 'iconv-lite'
import { csvLine, slashed, toHalfWidth, writeBirthDate, writePhone, writeRomaji, writeVariant } from '../manners.ts'
import { makePeople, type MadeUpPerson } from './people.ts'
import { chance as chanceOf, type Chance } from './random.ts'
import { makeApplication, type MadeUpApplication, type MadeUpEnd } from '../selection.ts'

/** An applicant tracking system in CP932, a job board in UTF-8 with a byte order mark, an agency in UTF-8 and romaji. */
export type Manner = 'ATS' | 'BOARD' | 'AGENCY'
/** Who a row is about, and what a faultless reader takes from it. `null` is what the row does not say. */
export type ApplicantTruth = {
  row: number
  person: string
  family: string
  given: string
  kana: string | null
  birthDate: string | null
  mail: string | null
  masked: boolean
  phone: string
  prefecture: string | null
  openingTitle: string
  appliedAt: string
  stage: string | null
  end: MadeUpEnd
  skills: string[]
}
export type ApplicantFile = { manner: Manner; name: string; bytes: Uint8Array; truth: ApplicantTruth[] }

type Written = { cells: string[]; truth: Omit<ApplicantTruth, 'row'> }
type Writer = (chance: Chance, person: MadeUpPerson, application: MadeUpApplication, number: number) => Written

/**
 * Exports of one fictional employer in three manners, about the same people: `rows` of each, 7 people to 10 rows. The same
 * `seed` and `asOf` give the same bytes. Nobody in it exists; every address ends in `.example`.
 */
export function applicantFiles({
  seed,
  rows,
  asOf,
}: {
  seed: number
  rows: Record<Manner, number>
  asOf: string
}): ApplicantFile[] {
  const chance = chanceOf(seed)
  const total = rows.ATS + rows.BOARD + rows.AGENCY
  const people = makePeople(chance, Math.max(1, Math.ceil(total * 0.7)))
  return (['ATS', 'BOARD', 'AGENCY'] as const).map((manner) => {
    const { name, header, write } = manners[manner]
    const written = Array.from({ length: rows[manner] }, (_, at) =>
      write(chance, chance.pick(people), makeApplication(chance, asOf), at + 1),
    )
    const lines = [header, ...written.map(({ cells }) => cells)].map(csvLine)
    return {
      manner,
      name,
      bytes: encoded(manner, lines),
      truth: written.map(({ truth }, at) => ({ row: at + 1, ...truth })),
    }
  })
}

function encoded(manner: Manner, lines: string[]): Uint8Array {
  if (manner === 'ATS') return iconv.encode(`${lines.join('\r\n')}\r\n`, 'cp932')
  return Buffer.from(`${manner === 'BOARD' ? '\uFEFF' : ''}${lines.join('\n')}\n`)
}

const stageWords = {
  DOCUMENT_SCREENING: '書類選考',
  INTERVIEW_1: '一次面接',
  FINAL_INTERVIEW: '最終面接',
  OFFER: '内定',
} as const
const resultWords: Record<Manner, Record<MadeUpEnd, string>> = {
  ATS: { REJECTED: '不採用', WITHDRAWN: '選考辞退', HIRED: '採用', OFFER_DECLINED: '内定辞退' },
  BOARD: { REJECTED: '見送り', WITHDRAWN: '辞退', HIRED: '入社決定', OFFER_DECLINED: '内定辞退' },
  AGENCY: { REJECTED: 'Rejected', WITHDRAWN: 'Withdrawn', HIRED: 'Hired', OFFER_DECLINED: 'Offer declined' },
}
const channels = [
  ['エージェント', 'パソナ'],
  ['スカウト', 'ビズリーチ'],
  ['自社サイト', '採用サイト'],
  ['社員紹介', '社員'],
  ['求人媒体', 'リクナビNEXT'],
  ['求人媒体', 'doda'],
] as const

/** What all manners tell alike; the family name is the former one in half of the files of somebody who married. */
function factsOf(chance: Chance, person: MadeUpPerson, application: MadeUpApplication) {
  const former = chance.happens(0.5) ? person.formerFamily : null
  const family = writeVariant(chance, former?.kanji ?? person.family)
  const familyKana = former?.kana ?? person.familyKana
  const mail = chance.pick(person.mails)
  const truth = {
    person: person.id,
    family,
    given: person.given,
    kana: `${familyKana} ${person.givenKana}`,
    birthDate: person.birthDate,
    mail,
    masked: false,
    phone: `+81${person.phones[0]!.slice(1)}`,
    prefecture: person.prefecture,
    openingTitle: application.opening.title,
    appliedAt: application.appliedAt,
    stage: application.stage as string | null,
    end: application.end,
    skills: application.skills,
  }
  return { family, familyKana, mail, phone: writePhone(chance, person.phones[0]!), truth }
}

const writeAts: Writer = (chance, person, application, number) => {
  const { family, familyKana, mail, phone, truth } = factsOf(chance, person, application)
  const kana = `${familyKana} ${person.givenKana}`
  const [channel, channelName] = chance.pick(channels)
  const { opening, skills, appliedAt, endedAt, stage, end, reason, evaluation, note } = application
  const cells = [
    `A${String(number).padStart(5, '0')}`,
    family + chance.pick(['', ' ', '\u3000']) + person.given,
    chance.happens(0.5) ? toHalfWidth(kana) : kana,
    writeBirthDate(chance, person.birthDate),
    mail,
    phone,
    person.prefecture + person.city,
    opening.id,
    opening.title,
    channel,
    channelName,
    slashed(appliedAt),
    stageWords[stage],
    resultWords.ATS[end],
    reason,
    evaluation,
    note,
    person.education,
    person.employer,
    skills.join('、'),
    slashed(endedAt),
  ]
  return { cells, truth }
}

const writeBoard: Writer = (chance, person, application) => {
  const { family, familyKana, mail, phone, truth } = factsOf(chance, person, application)
  const masked = chance.happens(0.3)
  const address = masked ? `${chance.between(0x10000000, 0x7fffffff).toString(16)}@indeedemail.example` : mail
  const born = chance.happens(0.8)
  const age = Number(application.endedAt.slice(0, 4)) - Number(person.birthDate.slice(0, 4))
  const clock = `${String(chance.below(24)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`
  const cells = [
    `${application.appliedAt} ${clock}`,
    family,
    person.given,
    familyKana,
    person.givenKana,
    String(age),
    born ? person.birthDate.replaceAll('-', '') : '',
    phone,
    address,
    person.prefecture,
    application.opening.title,
    `${person.employer}／${chance.pick(['1年未満', '3年', '5年', '10年以上'])}`,
    application.skills.join(','),
    String(chance.between(30, 95) * 10),
    // Where they live is where they want to work: so that an opening elsewhere shows who would come in with remote work.
    person.prefecture,
    resultWords.BOARD[application.end],
  ]
  const birthDate = born ? person.birthDate : null
  return { cells, truth: { ...truth, birthDate, mail: address, masked, stage: stageByEnd('BOARD', application.end) } }
}

const writeAgency: Writer = (chance, person, application) => {
  const { family, familyKana, mail, phone, truth } = factsOf(chance, person, application)
  const romanised = chance.happens(0.7)
  const name = romanised ? writeRomaji(chance, { familyKana, givenKana: person.givenKana }) : family + person.given
  const [born, written] = [chance.happens(0.6), chance.happens(0.8)]
  const cells = [
    name,
    born ? person.birthDate : '',
    written ? mail : '',
    phone,
    person.employer,
    application.skills.join('; '),
    application.opening.title,
    application.appliedAt,
    resultWords.AGENCY[application.end],
    '',
  ]
  return {
    cells,
    truth: {
      ...truth,
      kana: romanised ? truth.kana : null,
      birthDate: born ? person.birthDate : null,
      mail: written ? mail : null,
      prefecture: null,
      stage: stageByEnd('AGENCY', application.end),
    },
  }
}

/** A list without a column of stages tells one only by its word for the end. */
function stageByEnd(manner: Manner, end: MadeUpEnd): string | null {
  if (end === 'OFFER_DECLINED') return 'OFFER'
  return end === 'HIRED' && manner === 'BOARD' ? 'JOIN_SCHEDULED' : null
}

const header = (names: string): string[] => names.split(' ')
const manners: Record<Manner, { name: string; header: string[]; write: Writer }> = {
  ATS: {
    name: 'ats_export.csv',
    header: header(
      '応募ID 氏名 フリガナ 生年月日 メールアドレス 電話番号 住所 求人番号 求人名 応募経路 媒体名 応募日 選考ステップ 選考結果 理由 評価 評価コメント 最終学歴 現職 スキル 結果確定日',
    ),
    write: writeAts,
  },
  BOARD: {
    name: 'board_export.csv',
    header: header(
      '応募日時 姓 名 セイ メイ 年齢 生年月日 電話 メール 都道府県 応募職種 職務経歴 保有スキル 希望年収(万円) 希望勤務地 選考状況',
    ),
    write: writeBoard,
  },
  AGENCY: {
    name: 'agency_export.csv',
    header: header('candidate_name dob email mobile current_employer skills position introduced_on status note'),
    write: writeAgency,
  },
}
