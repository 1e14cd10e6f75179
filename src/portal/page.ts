import type { Language, MenuEntry, PublicFrame, SessionFrame } from './frame.ts'
import type { Html, HtmlValue } from './html.ts'
import { attributes, html } from './html.ts'
import { paths } from './paths.ts'
import { textIn, type PortalText } from './text/text.ts'

interface Content {
  title: string
  lead?: HtmlValue
  body: HtmlValue
}

function inLanguage(path: string, language: Language): string {
  const [head = '/', query = ''] = path.split('?')
  const rest = query.split('&').filter((part) => part !== '' && !part.startsWith('lang='))
  return `${head}?${[...rest, `lang=${language}`].join('&')}`
}

function languageSwitch(frame: PublicFrame): Html {
  const other = frame.language === 'ja' ? 'en' : 'ja'
  return html`<a class="language" href="${inLanguage(frame.path, other)}" lang="${other}" hreflang="${other}"
    >${textIn(other).frame.languageName}</a
  >`
}

type Group = { name: keyof PortalText['frame']['menu']['groups']; entries: readonly MenuEntry[] }

const application: Group = {
  name: 'application',
  entries: ['known', 'proposals', 'files', 'reapply', 'certificates'],
}
const relay: Group = { name: 'relay', entries: ['introductions', 'profile', 'settings', 'withdraw'] }
const data: Group = { name: 'data', entries: ['consents', 'shares', 'requests', 'visits', 'export', 'erase'] }

function menuEntry(frame: SessionFrame, entry: MenuEntry): Html {
  const t = textIn(frame.language).frame.menu
  const { current, openIntroductions } = frame.menu
  const count =
    entry === 'introductions' && openIntroductions > 0
      ? html` <span class="count">${t.waiting(openIntroductions)}</span>`
      : null
  return html`<li>
    <a ${attributes({ href: paths[entry](), 'aria-current': current === entry ? 'page' : null })}
      >${t.entries[entry]}${count}</a
    >
  </li>`
}

/** Folded under every page of a phone, and open beside the page where there is room (portal.css). */
function menu(frame: SessionFrame): Html {
  const { openIntroductions } = frame.menu
  const t = textIn(frame.language).frame.menu
  const groups = frame.menu.member ? [application, relay, data] : [application, data]
  return html`<nav id="menu" class="menu" aria-label="${t.heading}">
    <details>
      <summary>
        <h2>${t.heading}</h2>
        ${openIntroductions > 0 ? html`<span class="count">${t.waiting(openIntroductions)}</span>` : null}
      </summary>
      ${groups.map(
        ({ name, entries }) =>
          html`<h3>${t.groups[name]}</h3>
            <ul>
              ${entries.map((entry) => menuEntry(frame, entry))}
            </ul>`,
      )}
    </details>
  </nav>`
}

function header(frame: PublicFrame, session: SessionFrame | null): Html {
  const t = textIn(frame.language).frame
  return html`<header class="top">
    <div class="inner">
      <p class="service"><span class="sash" aria-hidden="true"></span>${frame.service.name}</p>
      <p class="tools">
        ${languageSwitch(frame)}${session ? html`<a class="to-menu" href="#menu">${t.menu.heading}</a>` : null}
      </p>
    </div>
    ${session ? html`<p class="writer"><span>${t.writtenBy}</span> <strong>${session.writer?.companyName ?? frame.service.operatorName}</strong></p>` : null}
  </header>`
}

function footer(frame: PublicFrame, session: SessionFrame | null): Html {
  const t = textIn(frame.language).frame
  const { service } = frame
  return html`<footer class="bottom">
    <div class="inner">
      <section aria-labelledby="contact">
        <h2 id="contact">${t.contactHeading}</h2>
        ${session?.writer ? html`<p>${t.companyContact(session.writer.companyName, session.writer.contactName)}<br /><a href="mailto:${session.writer.contactEmail}">${session.writer.contactEmail}</a></p>` : null}
        <p>
          ${t.serviceContact(service.operatorName)}<br /><a href="mailto:${service.contactEmail}"
            >${service.contactEmail}</a
          >${service.contactHours ? html`<br /><small>${service.contactHours}</small>` : null}
        </p>
      </section>
      <ul>
        <li><a href="${paths.notMe()}">${t.notMe}</a></li>
        <li><a href="${paths.unreachable()}">${t.unreachable}</a></li>
        <li><a href="${paths.lostLink()}">${t.lostLink}</a></li>
        <li><a href="${service.privacyUrl}">${t.privacy}</a></li>
      </ul>
      ${session ? html`<form method="post" action="${paths.signOut()}"><input type="hidden" name="csrf" value="${frame.guard.csrf}" /><input type="hidden" name="idempotencyId" value="${frame.guard.idempotencyId}" /><button class="quiet" type="submit">${t.signOut}</button></form>` : null}
    </div>
  </footer>`
}

function documentOf(frame: PublicFrame, session: SessionFrame | null, { title, lead, body }: Content): Html {
  const t = textIn(frame.language).frame
  const { stylesheet, script } = frame.assets
  return html`<!doctype html>
    <html lang="${frame.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} – ${frame.service.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylesheet.href}" integrity="${stylesheet.integrity}" />
        ${script ? html`<script type="module" src="${script.href}" integrity="${script.integrity}"></script>` : null}
      </head>
      <body>
        <a class="skip" href="#main">${t.skip}</a>
        ${header(frame, session)}
        <div class="inner ${session ? 'with-menu' : 'alone'}">
          <main id="main" tabindex="-1">
            <h1>${title}</h1>
            ${lead ? html`<div class="lead">${lead}</div>` : null} ${body}
          </main>
          ${session ? menu(session) : null}
        </div>
        ${footer(frame, session)}
      </body>
    </html> `
}

/** A page that anybody may open. */
export function publicPage(frame: PublicFrame, content: Content): Html {
  return documentOf(frame, null, content)
}

/** A page of a person who has continued from the landing page. */
export function sessionPage(frame: SessionFrame, content: Content): Html {
  return documentOf(frame, frame, content)
}
