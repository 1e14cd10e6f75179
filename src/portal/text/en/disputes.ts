import type { disputes as ja } from '../ja/disputes.ts'

export const disputes: typeof ja = {
  link: 'Complain to the operator, or see a complaint',
  title: 'Complaints about this introduction',
  lead: (company, opening) =>
    `About your introduction to ${company} (${opening}). The operator hears both sides and decides, with reasons.`,
  sent: 'Sent. You will be told of the decision by mail.',
  ownHeading: 'Your complaint',
  theirsHeading: (company) => `Raised by ${company}`,
  states: { STATEMENT: 'Hearing both sides', REVIEW: 'With the operator', DECIDED: 'Decided', WITHDRAWN: 'Withdrawn' },
  decideBy: (date) => `A decision comes by ${date}.`,
  outcomes: { UPHELD: 'Upheld', REJECTED: 'Not upheld' },
  you: 'You',
  askedUntil: (date) =>
    `You may say your part once, until ${date}. It is up to you; nothing is held against you if you do not.`,
  text: 'What happened',
  textHint:
    'Please describe what happened (20 to 2,000 characters). The employer reads it too. Do not write names or addresses of others.',
  evidence: 'What proves it',
  evidenceHint: 'For example the date and subject of a mail, one on each line. Nothing can be attached.',
  say: 'Send',
  withdraw: 'Withdraw the complaint',
  newHeading: 'Complain',
  newText:
    'Tell us where the employer went wrong: a promised interview that did not take place, a course on record that is not true. They are heard as well, and a decision comes within 14 days. The operator’s staff do not see your name.',
  send: 'Send',
  back: 'Back to the introduction',
}
