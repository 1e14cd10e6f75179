import type { KeptMail } from './kept-mails.ts'

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)

const page = (title: string, body: string) => `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title><link rel="stylesheet" href="/mailbox/style.css"></head><body>${body}</body></html>`

export const style = `:root{color-scheme:light dark;--line:light-dark(#dcdfe4,#3a3f47);--soft:light-dark(#f6f7f9,#1d2026);--quiet:light-dark(#5b6472,#a3abb8)}
body{font:15px/1.7 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.25rem;line-height:1.4;overflow-wrap:anywhere}p.lead{color:var(--quiet);margin-top:0}
form.search{display:flex;gap:.5rem;margin:1rem 0}input[type=search],textarea{flex:1;font:inherit;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.5rem;background:Canvas;color:CanvasText;min-width:0}
button{font:inherit;padding:.5rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--soft);color:CanvasText;cursor:pointer}
ul.mails{list-style:none;padding:0;border:1px solid var(--line);border-radius:.75rem;overflow:hidden}
ul.mails li+li{border-top:1px solid var(--line)}ul.mails a{display:grid;gap:0 1rem;grid-template-columns:1fr auto;padding:.75rem 1rem;color:inherit;text-decoration:none}
ul.mails a:hover,ul.mails a:focus-visible{background:var(--soft)}ul.mails b{font-weight:600;grid-column:1/-1;overflow-wrap:anywhere}ul.mails span{color:var(--quiet);overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:.125rem 1rem;color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
nav{display:flex;gap:1rem;margin:1rem 0;flex-wrap:wrap}nav a[aria-current]{font-weight:600;color:inherit;text-decoration:none}
iframe{width:100%;height:42rem;border:1px solid var(--line);border-radius:.75rem;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:.75rem;padding:1rem;background:var(--soft)}
fieldset{border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:1.5rem 0;min-width:0}textarea{width:100%;box-sizing:border-box}.row{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.75rem}`

const when = (instant: string) =>
  new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  )

export function listPage(mails: readonly KeptMail[], to: string): string {
  const items = mails.map(
    (mail) =>
      `<li><a href="/mailbox/${mail.id}"><b>${safe(mail.subject) || '(件名なし)'}</b><span>${safe(mail.to.join(', '))}</span><span>${when(mail.receivedAt)}</span></a></li>`,
  )
  const empty =
    to === '' ? 'まだメールはありません。 / No mail yet.' : 'この宛先のメールはありません。 / No mail to this address.'
  return page(
    '開発用メールボックス',
    `<h1>開発用メールボックス <span lang="en">Development mailbox</span></h1>
<p class="lead">この環境から送られたメールは、外部に出ずにすべてここへ届きます。<br><span lang="en">Every mail this installation sends arrives here and goes no further.</span></p>
<form class="search" method="get" action="/mailbox"><input type="search" name="to" value="${safe(to)}" aria-label="宛先で探す / Search by recipient" placeholder="宛先で探す / Search by recipient"><button>探す</button></form>
${items.length > 0 ? `<ul class="mails">${items.join('')}</ul>` : `<p>${empty}</p>`}`,
  )
}

const views = { html: 'HTML', text: 'テキスト / Text', source: 'ソース / Source' } as const
export type View = keyof typeof views

export type Shown = { mail: KeptMail; source: string; view: View; canAnswer: boolean; answered: boolean }

export function mailPage({ mail, source, view, canAnswer, answered }: Shown): string {
  const links = (Object.keys(views) as View[]).map(
    (name) =>
      `<a href="/mailbox/${mail.id}?view=${name}"${name === view ? ' aria-current="page"' : ''}>${views[name]}</a>`,
  )
  return page(
    mail.subject,
    `<p><a href="/mailbox">← 一覧 / All mails</a></p><h1>${safe(mail.subject)}</h1>
<dl><dt>宛先 / To</dt><dd>${safe(mail.to.join(', '))}</dd><dt>返信先 / Reply-To</dt><dd>${safe(mail.replyTo ?? '-')}</dd><dt>受信 / Received</dt><dd>${when(mail.receivedAt)}</dd></dl>
<nav aria-label="表示 / View">${links.join('')}</nav>${viewOf({ mail, source, view })}
${canAnswer ? answerForm(mail, answered) : ''}`,
  )
}

function viewOf({ mail, source, view }: Pick<Shown, 'mail' | 'source' | 'view'>): string {
  if (view === 'source') return `<pre>${safe(source)}</pre>`
  if (view === 'text' || mail.html === '') return `<pre>${safe(mail.text)}</pre>`
  return `<iframe title="${safe(mail.subject)}" src="/mailbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
}

const answerForm = (mail: KeptMail, answered: boolean) =>
  `<form method="post" action="/mailbox/${mail.id}/answers"><fieldset><legend>受信者として返信する / Answer as its reader</legend>
${answered ? '<p role="status">送信しました。応募者のタイムラインに表示されます。 / Sent.</p>' : ''}
<textarea name="text" rows="4" aria-label="本文 / Words">ご連絡いただき、ありがとうございました。</textarea>
<div class="row"><button name="kind" value="REPLY">返信 / Reply</button><button name="kind" value="AUTO_REPLY">不在の自動返信 / Out of office</button><button name="kind" value="BOUNCE">宛先不明 / Bounce</button><button name="kind" value="COMPLAINT">迷惑メール報告 / Complaint</button><button name="kind" value="UNSUBSCRIBE">配信停止 / Unsubscribe</button></div></fieldset></form>`
