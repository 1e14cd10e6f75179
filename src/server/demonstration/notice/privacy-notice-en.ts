import { operator, type Employer } from '../people/cast.ts'
import { keptMonths, points, type Section } from './privacy-notice-parts.ts'

/** An employer's privacy notice in English: whose it is and what for, what becomes of the data, and what people can do. */
export const english = (employer: Employer): Section[] => [
  ...purposesOf(employer),
  ...fateOfData(),
  ...rightsOf(employer),
]

const purposesOf = (employer: Employer): Section[] => {
  const { company, representative, privacyOfficer } = employer
  return [
    [
      'Who is responsible',
      `${company.nameEn}\n${company.address}\n${representative.en}\nFee-charging placement licence ${company.licenceNumber}`,
      `Privacy officer: ${privacyOfficer.en}`,
    ],
    [
      'What is collected',
      points([
        'Name, date of birth, address, telephone and mail address',
        'Education, career, qualifications, skills, and wishes such as occupation, place of work and salary',
        'What stands in résumés and other papers that you hand in',
        'How you applied, the course of the selection, records and evaluations of interviews, and the result',
      ]),
      'What the Employment Security Act and its guidelines do not allow to collect, such as birthplace, family, beliefs and religion, is not collected. Where papers hold it, it is masked.',
    ],
    [
      'Purposes of use',
      points([
        'To hold selections, check whether requirements are met, and be in touch about them.',
        'To tell the result of a selection and, to those who wish, what else there is for them.',
        'To keep the data of past applicants and tell them of openings that fit their wishes.',
        'To keep the entries of the talent pool up to date and tell people of openings that fit their wishes.',
        'To improve hiring by figures in which nobody can be recognised.',
        'To prepare for the entry of those who join.',
      ]),
      'For any other purpose we ask for your consent first, unless the law provides otherwise.',
    ],
  ]
}

const fateOfData = (): Section[] => [
  [
    'Provision to third parties',
    'Unless the law demands it, personal data is given to nobody without your consent.',
    `If you were not selected and choose to register in the career relay, you are asked about each recipient, purpose and item, and only what you agreed to is given: to ${operator.nameEn}, which runs the relay, and to the employers to which you agreed to be introduced.`,
    points([
      'Items: those of name, contacts, career, skills and wishes that you agreed to',
      'Means: encrypted transmission between systems',
      'Records: each provision is on record for three years, and you can ask to see the records at any time',
      'Withdrawal: at any time, without any disadvantage in this or a later selection',
    ]),
    'Nothing is given to third parties outside Japan.',
  ],
  [
    'Processors',
    'We may entrust others with the operation of our applicant system and with sending mails. They are chosen for their care with personal data, bound by contract and supervised.',
  ],
  [
    'How long it is kept',
    points([
      `Not selected, or withdrawn: ${keptMonths.REJECTED} months from the end of the selection`,
      `No result on record: ${keptMonths.APPLICANT} months from when we last received your data`,
      `Only attended an event: ${keptMonths.EVENT_ATTENDEE} months from when we last received your data`,
      `Joined the company: application data, ${keptMonths.HIRED} months from the end of the selection`,
    ]),
    'After that it is erased, except where the law demands that it is kept. You can ask for erasure before.',
  ],
]

const rightsOf = ({ company, privacyOfficer }: Employer): Section[] => [
  [
    'How it is protected',
    points([
      'Organisation: a privacy officer, written rules, and a review every year.',
      'People: recruiters and interviewers are trained in handling personal data every year.',
      'Technology: only authorised staff can read it, reading and changes are recorded, and papers are kept encrypted.',
      'Place: personal data is kept in Japan.',
    ]),
  ],
  [
    'Your rights',
    'You can ask for disclosure, for correction, addition or deletion, for a stop of use or erasure, for a stop of provision to third parties, and for the records of provision: on the page for your data or at the contact below. Once we have made sure that it is you, you are answered within 14 days, free of charge.',
    'Giving us your data is up to you; without what a selection needs, we may not be able to hold it.',
  ],
  [
    'Contact and complaints',
    `Recruiting, ${company.nameEn} (${privacyOfficer.en})\n${company.address}\n${company.contactMail}\nWeekdays 10:00–17:00 (Japan)`,
  ],
  [
    'Changes to this notice',
    'Changes are told on this page, with the day from which they hold. Earlier versions can be read here too.',
  ],
]
