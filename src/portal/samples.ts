import { codeSamples, publicSamples } from './sample-arrival.ts'
import { introductionSamples } from './sample-introductions.ts'
import * as portal from './index.ts'
import {
  fileSamples,
  proposalSamples,
  recordSamples,
  refreshSamples,
  seenSamples,
  visitSamples,
} from './sample-records.ts'
import { requestSamples } from './sample-requests.ts'
import { registrationSamples } from './sample-registration.ts'
import {
  fields,
  frames,
  offers,
  options,
  receipt,
  share,
  wishes,
  type Sample,
  type SampleSettings,
} from './sample-content.ts'
import { settingSamples } from './sample-settings.ts'

/** Home, with and without an erasure that is pending. */
function knownSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  const frame = session('known', false)
  const model = {
    personName: ja ? '髙橋 遥' : 'Haruka Takahashi',
    erasure: null,
    applications: [
      {
        openingTitle: ja ? '社内システムエンジニア（横浜）' : 'Internal systems engineer (Yokohama)',
        appliedOn: '2026-05-11',
        stage: 'INTERVIEW_2',
        result: 'REJECTED',
        decidedAt: '2026-06-26T06:00:00Z',
      },
    ],
    fields: fields(ja),
    isOpen: true,
    proposed: 2,
    offer: 'RELAY',
  } as const
  const erasure = { number: '7F3A92C04D1B', openedAt: '2026-07-03T05:12:00Z', dueAt: '2026-07-17T05:12:00Z' }
  return [
    { name: 'known', page: portal.knownPage(frame, model) },
    { name: 'known-before-code', page: portal.knownPage(frame, { ...model, isOpen: false }) },
    { name: 'known-erasing', page: portal.knownPage(frame, { ...model, erasure, offer: null }) },
  ]
}

/** The form of registration and of linking one more letter, and what comes after. */
function registeringSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  const register = {
    mode: 'PLACEMENT',
    wishes: wishes(ja),
    options: options(ja),
    offers: offers(ja),
    chosen: [],
    oldEnough: false,
    employer: { company: ja ? '株式会社北斗製作所' : 'Hokuto Works Co., Ltd.', isHidden: true },
  } as const
  return [
    {
      name: 'register',
      page: portal.registerPage(session(null, false), {
        ...register,
        wishes: {
          ...wishes(ja),
          prefectures: [],
          remote: 'NO_WISH',
          salary: '',
          startFrom: '',
          skills: '',
          workHistory: '',
        },
        problems: [],
      }),
    },
    {
      name: 'register-in-house',
      page: portal.registerPage(session(null, false), {
        ...register,
        mode: 'IN_HOUSE',
        employer: null,
        offers: offers(ja).slice(1),
        problems: [],
      }),
    },
    {
      name: 'register-problem',
      page: portal.registerPage(session(null, false), {
        ...register,
        wishes: { ...wishes(ja), displayName: '' },
        problems: [
          { field: 'displayName', code: 'required' },
          { field: 'oldEnough', code: 'tooYoung' },
        ],
      }),
    },
    {
      name: 'register-done',
      page: portal.registerDonePage(session(null), {
        hidden: register.employer.company,
        employers: [ja ? '青葉商事株式会社' : 'Aoba Trading Inc.'],
        isListed: false,
      }),
    },
    { name: 'link', page: portal.linkPage(session(null), { offers: offers(ja).slice(1) }) },
    { name: 'link-done', page: portal.linkDonePage(session(null), { employers: [] }) },
  ]
}

function personalSamples(made: ReturnType<typeof frames>): Sample[] {
  const { session, ja } = made
  const firstField = fields(ja)[2]!
  return [
    ...codeSamples(session),
    ...knownSamples(made),
    {
      name: 'correction',
      page: portal.correctionPage(session('known', false), {
        field: firstField,
        input: 'line',
        value: '',
        note: '',
        problems: [],
      }),
    },
    ...fileSamples(made),
    ...visitSamples(made),
    ...proposalSamples(made),
    ...seenSamples(made),
    ...refreshSamples(made),
    ...registeringSamples(made),
  ]
}

function keepingSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'profile',
      page: portal.profilePage(session('profile'), {
        fields: fields(ja),
        shownUntil: '2027-01-03',
        employers: [ja ? '株式会社北斗製作所' : 'Hokuto Works Co., Ltd.'],
        saved: true,
      }),
    },
    {
      name: 'profile-edit',
      page: portal.profileEditPage(session('profile'), { wishes: wishes(ja), options: options(ja), problems: [] }),
    },
    {
      name: 'export',
      page: portal.exportPage(session('export')),
    },
    { name: 'withdraw', page: portal.withdrawPage(session('withdraw')) },
    { name: 'withdraw-done', page: portal.withdrawDonePage(session(null, false)) },
    { name: 'erase', page: portal.erasePage(session('erase'), { recipients: [share(ja).recipientName] }) },
    { name: 'erase-confirm', page: portal.eraseConfirmPage(session('erase'), { problems: [] }) },
  ]
}

function consentSamples(made: ReturnType<typeof frames>): Sample[] {
  const { session, ja } = made
  const [network, flowback] = [offers(ja)[0]!, offers(ja)[1]!]
  const standings = [
    { consentId: 'k1', state: 'GIVEN', changedAt: '2026-07-03T05:12:00Z', offer: network, canGive: true },
    { consentId: null, state: 'NOT_GIVEN', changedAt: null, offer: flowback, canGive: true },
    {
      consentId: 'k3',
      state: 'WITHDRAWN',
      changedAt: '2026-07-05T05:12:00Z',
      canGive: true,
      offer: { ...flowback, id: 'other', recipientName: ja ? '株式会社北町印刷' : 'Kitamachi Printing' },
    },
  ] as const
  return [
    {
      name: 'consents',
      page: portal.consentsPage(session('consents'), {
        standings,
        receipts: [receipt(ja)],
        allHref: '/consents/receipts.jsonld',
        justDone: { withdrawn: 'INTRODUCTION' },
      }),
    },
    {
      name: 'renewal',
      page: portal.renewalPage(session('consents'), {
        endings: [network, flowback].map(({ purposeTitle, recipientName }, at) => ({
          purposeTitle,
          recipientName,
          endsAt: at === 0 ? '2027-01-03T05:12:00Z' : '2026-07-01T05:12:00Z',
          ended: at > 0,
        })),
        justDone: null,
      }),
    },
    ...registrationSamples(made),
    {
      name: 'stay',
      page: portal.stayPage(session(null), {
        company: ja ? 'さくら商事株式会社' : 'Sakura Trading',
        held: ['name', 'email', 'workHistory'],
        offer: network,
        agreedUntil: null,
        justDone: null,
      }),
    },
    {
      name: 'stay-done',
      page: portal.stayPage(session(null), {
        company: ja ? 'さくら商事株式会社' : 'Sakura Trading',
        held: [],
        offer: network,
        agreedUntil: null,
        justDone: 'LEFT',
      }),
    },
    { name: 'receipt', page: portal.receiptPage(session('consents'), receipt(ja)) },
    ...recordSamples(made),
    ...requestSamples(made),
  ]
}

function passportSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'certificates',
      page: portal.certificatesPage(session('certificates'), {
        certificates: [
          {
            certificateId: 'z1',
            values: {
              stage: ja ? '最終面接' : 'final interview',
              occupation: ja ? 'ITエンジニア' : 'IT engineer',
              period: '2026 Q2',
              employer: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
              name: ja ? '髙橋 遥' : 'Haruka Takahashi',
            },
            validUntil: '2029-06-30',
          },
        ],
        checkUrl: 'https://portal.tasuki.example/verify',
      }),
    },
    {
      name: 'reapply',
      page: portal.reapplyPage(session('reapply'), {
        rules: [
          {
            companyName: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
            from: '2026-12-26',
            open: false,
            cooldownMonths: 6,
            last: [
              {
                openingTitle: ja ? '社内システムエンジニア' : 'Internal systems engineer',
                endedAt: '2026-06-26T06:00:00Z',
              },
            ],
          },
        ],
      }),
    },
  ]
}

/** Every page of the portal in one language. */
export function samplePages(settings: SampleSettings): { open: Sample[]; personal: Sample[] } {
  const made = frames(settings)
  return {
    open: publicSamples(made),
    personal: [
      ...personalSamples(made),
      ...keepingSamples(made),
      ...consentSamples(made),
      ...introductionSamples(made),
      ...settingSamples(made),
      ...passportSamples(made),
    ],
  }
}
