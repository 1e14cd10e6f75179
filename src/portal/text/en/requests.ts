import type { PortalText } from '../text.ts'

export const requests: PortalText['requests'] = {
  title: 'Requests about your data',
  lead: 'By the Act on the Protection of Personal Information you may ask for disclosure, correction, a stop of use, or erasure of your data. Here you also see what became of what you asked.',
  number: 'Number',
  accepted: (kind, number, due) => `Your request is accepted (${kind}, no. ${number}). It is answered by ${due}.`,
  acceptedMail: 'A receipt is on its way to the address that is held.',
  added: (number, due) => `Added to your request for correction (no. ${number}). It is answered by ${due}.`,
  correctMore: 'Correct another entry',
  corrections: 'What is to be corrected',
  toDelete: 'To be deleted',
  byNote: 'As described in your note',
  done: 'Done',
  notDone: 'Refused',
  already: (kind, number, due) =>
    `A request of this kind is already in hand (${kind}, no. ${number}). It is answered by ${due}; after that you may ask again.`,
  makeHeading: 'Ask',
  listHeading: 'What you have asked',
  ask: {
    DISCLOSURE: {
      title: 'Ask for disclosure',
      lead: (company) =>
        `You may ask ${company} to disclose the data it holds about you. A person answers within 14 days.`,
      short: 'Receive a copy of what is held about you',
      form: 'How you would like to receive it',
      forms: { ELECTRONIC: 'As electronic data', PAPER: 'On paper' },
    },
    STOP: {
      title: 'Ask for a stop of use',
      lead: (company) =>
        `You may ask ${company} to stop using your data. A person answers within 14 days. The data itself stays.`,
      short: 'Your data stays, and is used no more',
    },
    reason: 'Reason or wishes',
    reasonHint: {
      DISCLOSURE: 'If you mean only a part of the data, for example, please say which.',
      STOP: 'If you mean only some uses, or have a reason to give, please say so.',
    },
    oneAtATime:
      'Disclosure and a stop of use are taken one request at a time each. You may ask for as many corrections as there are.',
    submit: { DISCLOSURE: 'Send the request for disclosure', STOP: 'Send the request to stop' },
  },
  toCorrection: { title: 'Ask for a correction', short: 'Beside each entry, with “This is wrong”' },
  toErasure: { title: 'Ask for erasure', short: 'In two steps' },
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
  receive: 'What was disclosed',
  receiveProvisions: 'See and save the records of provision',
  refused: 'What is refused',
  grounds: 'Why it is refused',
  passed: 'Passed on to',
  passings: { SENT: 'Being told', RECEIVED: 'Taken up', DONE: 'Done', REFUSED: 'Refused' },
  escalated: 'They are late to answer; the operator is looking into it.',
  nothing: 'You have asked for nothing so far.',
}
