import type { PortalText } from '../text.ts'

export const files: PortalText['files'] = {
  title: 'Résumés',
  lead: (company: string) =>
    `The résumés and other files about you that ${company} keeps. You can hand in another, and remove what you handed in yourself.`,
  none: 'No file is kept.',
  by: { STAFF: (company: string) => `Kept by the recruiters of ${company}`, PERSON: 'Handed in by you' },
  on: (day: string) => `Since ${day}`,
  masked: (count: number) =>
    `${count} ${count === 1 ? 'place is' : 'places are'} hidden from the company, since employers may not collect it.`,
  take: 'Download',
  takeOf: (name: string) => ` ${name}`,
  remove: 'Remove',
  byStaff: 'To have a file removed that the recruiters kept, use “Ask for erasure”.',
  sendHeading: 'Hand in a file',
  purpose: (company: string) =>
    `${company} uses it for its selection and to tell you of later openings. It is passed to no other company, is kept encrypted, and only its recruiters see it.`,
  duty: 'Please leave out what does not concern the work: birthplace, family, religion or politics. Where it is written, it is hidden from the company.',
  file: 'File',
  hint: 'PDF, Word (.docx) or text, at most 10 MB.',
  send: 'Hand in',
  sent: 'The file is handed in.',
  sentMasked: (count: number) =>
    `The file is handed in. ${count} ${count === 1 ? 'place does' : 'places do'} not concern the work and ${count === 1 ? 'is' : 'are'} hidden from the company. If you like, hand in a file without them and remove this one.`,
  removed: 'The file is removed.',
  held: (company: string) =>
    `${company} has stopped removing your information for the time being, for a lawsuit, an authority or the like, so this file cannot be removed. It is still there. Ask for the reason, and for how long, under your requests.`,
}
