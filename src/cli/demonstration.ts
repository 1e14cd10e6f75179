import type { Running } from '../server/main.ts'
import { unregistered } from '../server/demonstration/people/cast.ts'
import type { SignIn } from '../server/demonstration/demonstrate.ts'
import type { Terminal, Words } from './terminal.ts'

/** Fills the running installation with the demonstration, telling each step, and answers who can sign in where. */
export async function fill(
  terminal: Terminal,
  { installation, clock }: Pick<Running, 'installation' | 'clock'>,
  onStep?: (step: Words) => void,
): Promise<SignIn[]> {
  const { demonstrate } = await import('../server/demonstration/demonstrate.ts')
  const tell = (words: Words) => {
    process.stderr.write(`  … ${words[terminal.locale]}\n`)
    onStep?.(words)
  }
  return demonstrate({ installation, clock, tell })
}

/** The addresses and sign-ins of a demonstration, for a human. */
export function signInWords(signIns: readonly SignIn[], mailboxUrl: string): Words {
  const lines = signIns
    .map(({ site, company, name, email }) => `  ${site.padEnd(8)} ${email}  (${company} ${name})`)
    .join('\n')
  const password = signIns[0]?.password ?? ''
  return {
    ja: `デモのデータができました。登場する会社・人物はすべて架空です。\n${lines}\n  パスワード(共通): ${password}\n  届いたメール: ${mailboxUrl}\n  まだ登録していない方: ${unregistered}`,
    en: `The demonstration is ready. Everybody in it is made up.\n${lines}\n  Password (all): ${password}\n  Mails: ${mailboxUrl}\n  Not registered yet: ${unregistered}`,
  }
}
