import type { PortalText } from '../text.ts'

export const requests: PortalText['requests'] = {
  title: 'Your requests',
  lead: 'What you have asked about your data, and what became of it.',
  kinds: {
    DISCLOSURE: 'Disclosure',
    CORRECTION: 'Correction',
    STOP: 'Stop of use',
    ERASURE: 'Erasure',
    PROVISION_RECORDS: 'Records of provision',
  },
  states: { OPEN: 'In hand', ANSWERED: 'Done', PARTIAL: 'Done in part', DECLINED: 'Refused' },
  asked: 'Asked on',
  due: 'To be answered by',
  answered: 'Answered on',
  answer: 'Answer',
  passed: 'Passed on to',
  passings: { SENT: 'Being told', RECEIVED: 'Taken up', DONE: 'Done', REFUSED: 'Refused' },
  escalated: 'They are late to answer; the operator is looking into it.',
  nothing: 'You have asked for nothing.',
  make: 'Corrections are asked for beside each value, and an erasure on its own page.',
}
