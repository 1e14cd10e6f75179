import { choices, form, problemSummary, selectField, textArea, textField } from '../form.ts'
import type { Option, OptionGroup } from '../form.ts'
import type { OperatingMode, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { attributes, html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { bullets, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'
import type { RemoteKey } from '../text/ja/words.ts'
import type { ConsentOffer } from './consent-offer.ts'
import { consentQuestion } from './consent-offer.ts'
import { employerFields, employerOffer, type EmployerChoice } from './hide-employer.ts'
import { unlisted } from './unlisted.ts'

/** What a person says about their wishes; each value as it is typed in the form. */
export interface Wishes {
  displayName: string
  occupations: readonly string[]
  prefectures: readonly string[]
  remote: RemoteKey
  /** 万円 a year, as typed. */
  salary: string
  /** A day as `YYYY-MM-DD`, or empty; whatever was typed when it is shown again. */
  startFrom: string
  skills: string
  workHistory: string
}

export interface WishOptions {
  occupations: readonly Option[]
  /** What is likely is open; the rest is folded by region. */
  prefectures: { near: readonly Option[]; regions: readonly OptionGroup[] }
}

export interface Register {
  /** The stricter of the installation's and the company's mode. */
  mode: OperatingMode
  wishes: Wishes
  options: WishOptions
  offers: readonly ConsentOffer[]
  /** Offer ids answered with yes when the form is shown again; empty at first. */
  chosen: readonly string[]
  oldEnough: boolean
  /** Null where nobody is shown to other companies. */
  employer: EmployerChoice | null
  problems: readonly Problem[]
}

/** The company that wrote; the operator where none did. */
const writerOf = (frame: SessionFrame) => frame.writer?.companyName ?? frame.service.operatorName

type Labels = Record<string, string>

function labels(frame: SessionFrame): Labels {
  const t = textIn(frame.language).register
  return {
    displayName: t.displayName,
    occupations: t.occupations,
    prefectures: t.prefectures,
    remote: t.remote,
    salary: t.salary,
    startFrom: t.startFrom,
    skills: t.skills,
    workHistory: t.workHistory,
    oldEnough: t.age,
    employer: t.hide.employer,
  }
}

/** The controls for a person's wishes: `displayName`, `occupations`*, `prefectures`*, `remote`, `salary`, `startFrom`, `skills`, `workHistory`. */
function wishFields(
  frame: SessionFrame,
  { wishes, options, problems }: { wishes: Wishes; options: WishOptions; problems: readonly Problem[] },
): Html {
  const { register: t, words } = textIn(frame.language)
  const remotes: readonly RemoteKey[] = ['NO_WISH', 'ON_SITE', 'PARTLY', 'FULLY']
  const base = { frame, problems }
  return html`${textField({ ...base, name: 'displayName', label: t.displayName, hint: t.displayNameHint, autocomplete: 'nickname', maxlength: 60, required: true, value: wishes.displayName })}
    ${choices({ ...base, name: 'occupations', label: t.occupations, hint: t.occupationsHint, type: 'checkbox', layout: 'chips', options: options.occupations, chosen: wishes.occupations })}
    <details class="field more" ${attributes({ open: saysMore(wishes, problems) })}>
      <summary>${t.more}</summary>
      ${choices({ ...base, name: 'prefectures', label: t.prefectures, hint: options.prefectures.near.length > 0 ? t.prefecturesNearHint : t.prefecturesHint, type: 'checkbox', layout: 'chips', options: options.prefectures.near, folded: options.prefectures.regions, chosen: wishes.prefectures })}
      ${textField({ ...base, name: 'salary', label: t.salary, hint: t.salaryHint, inputmode: 'numeric', maxlength: 6, suffix: t.salarySuffix, value: wishes.salary })}
      ${selectField({ ...base, name: 'remote', label: t.remote, value: wishes.remote, options: remotes.map((value) => ({ value, label: words.remote[value] })) })}
      ${textField({ ...base, name: 'startFrom', label: t.startFrom, hint: t.startHint, type: 'date', value: wishes.startFrom })}
      ${textArea({ ...base, name: 'skills', label: t.skills, hint: t.skillsHint, rows: 2, maxlength: 500, value: wishes.skills })}
      ${textArea({ ...base, name: 'workHistory', label: t.workHistory, hint: t.workHistoryHint, rows: 5, maxlength: 2000, value: wishes.workHistory })}
    </details>`
}

const folded = ['prefectures', 'salary', 'remote', 'startFrom', 'skills', 'workHistory']

/** Whether what may be left out holds something already, or something to mend. */
function saysMore(wishes: Wishes, problems: readonly Problem[]): boolean {
  const { remote, prefectures, salary, startFrom, skills, workHistory } = wishes
  const isTyped = [salary, startFrom, skills, workHistory].some((one) => one !== '')
  return (
    isTyped || prefectures.length > 0 || remote !== 'NO_WISH' || problems.some(({ field }) => folded.includes(field))
  )
}

/** Posts the wishes, `oldEnough=yes`, the employer (`employerFields`), and for every offer `consent.<offer id>` = yes | no (a missing answer is no). */
export function registerPage(frame: SessionFrame, model: Register): Html {
  const t = textIn(frame.language).register
  const company = writerOf(frame)
  const relay = model.mode === 'INFO_PROVISION' || model.mode === 'PLACEMENT'
  // Above the first control stands only what one needs to begin; what registering leads to stands where it is pressed.
  const before = [relay && frame.writer ? t.points.credit(company) : null, t.points.leave]
  const age = model.problems.find((one) => one.field === 'oldEnough')
  return sessionPage(frame, {
    title: t.titles[model.mode],
    lead: html`<p>${t.leads[model.mode](company)}</p>`,
    body: html`${bullets([t.points.short, t.points.optional])} ${problemSummary(frame, model.problems, labels(frame))}
    ${form({
      frame,
      action: paths.register(),
      submit: t.submits[model.mode],
      note: html`<a href="${paths.known()}">${t.notNow}</a>`,
      body: html`${section(
        t.aboutHeading,
        html`${wishFields(frame, model)}
          <fieldset class="field" aria-describedby="oldEnough-hint">
            <legend>${t.age} <span class="need">${textIn(frame.language).frame.required}</span></legend>
            <p class="hint" id="oldEnough-hint">${t.ageHint}</p>
            ${age ? html`<p class="problem" id="oldEnough-problem">${textIn(frame.language).frame.problems[age.code]}</p>` : null}
            <label class="choice"
              ><input
                ${attributes({ type: 'checkbox', id: 'oldEnough', name: 'oldEnough', value: 'yes', checked: model.oldEnough, required: true, 'aria-describedby': age ? 'oldEnough-problem' : null })}
              /><span>${t.ageLabel}</span></label
            >
          </fieldset>`,
      )}
      ${section(
        t.consentHeading,
        html`<p>${t.consentLead}</p>
          ${model.offers.map((offer) => consentQuestion(frame, offer, model.chosen.includes(offer.id)))}
          ${model.employer ? employerFields(frame, { employer: model.employer, problems: model.problems }) : null}`,
      )}
      ${section(t.beforeHeading, bullets(before.filter((one) => one !== null)))}`,
    })}`,
  })
}

export interface RegisterDone {
  /** The company that was kept from seeing the person by this registration. */
  hidden: string | null
  /** Employers of this moment that could still find the person. */
  employers: readonly string[]
  /** Whether employers can be shown the profile after this registration. */
  isListed: boolean
}

export function registerDonePage(frame: SessionFrame, { hidden, employers, isListed }: RegisterDone): Html {
  const { register: t, seen } = textIn(frame.language)
  return sessionPage(frame, {
    title: t.doneTitle,
    lead: html`<p>${t.done}</p>`,
    body: html`${hidden === null ? null : notice('good', html`<p>${t.hide.done(hidden)}</p>`)}
      ${isListed ? null : unlisted(frame)} ${employerOffer(frame, employers)}
      <p>${t.doneNext}</p>
      <p class="actions">
        ${isListed ? html`<a class="button main" href="${paths.seen()}">${seen.link}</a>` : null}
        <a class="button ${isListed ? 'even' : 'main'}" href="${paths.settings()}">${t.toSettings}</a
        ><a class="button even" href="${paths.consents()}">${t.toConsents}</a>
      </p>`,
  })
}

export interface LinkLetter {
  /** What is asked about the company that wrote alone; what stands already is not asked again. */
  offers: readonly ConsentOffer[]
}

/** For who is registered already: posts for every offer `consent.<offer id>` = yes | no (a missing answer is no). */
export function linkPage(frame: SessionFrame, { offers }: LinkLetter): Html {
  const t = textIn(frame.language).register.link
  const company = writerOf(frame)
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(company)}</p>`,
    body: html`${bullets([t.points.told(company), t.points.credit(company), t.points.optional])}
    ${form({
      frame,
      action: paths.link(),
      submit: t.submit,
      note: html`<a href="${paths.profile()}">${t.notNow}</a>`,
      body:
        offers.length > 0
          ? section(
              t.consentHeading(company),
              html`<p>${t.consentLead}</p>
                ${offers.map((offer) => consentQuestion(frame, offer, false))}`,
            )
          : html``,
    })}`,
  })
}

export function linkDonePage(frame: SessionFrame, { employers }: Pick<RegisterDone, 'employers'>): Html {
  const { link: t, toConsents } = textIn(frame.language).register
  return sessionPage(frame, {
    title: t.doneTitle,
    lead: html`<p>${t.done(writerOf(frame))}</p>`,
    body: html`${employerOffer(frame, employers)}
      <p class="actions">
        <a class="button main" href="${paths.profile()}">${t.toProfile}</a
        ><a class="button even" href="${paths.consents()}">${toConsents}</a>
      </p>`,
  })
}

export interface ProfileEdit {
  wishes: Wishes
  options: WishOptions
  problems: readonly Problem[]
}

/** Posts the same controls as registration, without age and consents. */
export function profileEditPage(frame: SessionFrame, model: ProfileEdit): Html {
  const t = textIn(frame.language)
  return sessionPage(frame, {
    title: t.known.profile.editTitle,
    body: html`${problemSummary(frame, model.problems, labels(frame))}
    ${form({ frame, action: paths.editProfile(), submit: t.frame.save, body: wishFields(frame, model), note: html`<a href="${paths.profile()}">${t.frame.back}</a>` })}`,
  })
}
