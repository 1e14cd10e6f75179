import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import settings from '../../package.json' with { type: 'json' }
import { messageOf } from '../contract/messages/index.ts'
import { Refusal } from '../server/kernel/errors.ts'
import { addBackup } from './backup.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor/doctor.ts'
import { addFiles } from './files.ts'
import { addImport } from './import.ts'
import { addLink } from './link.ts'
import { addMigrate } from './migrate.ts'
import { addDisputes } from './relay/disputes.ts'
import { addLinks } from './relay/links.ts'
import { addPromises } from './relay/promises.ts'
import { addTrials } from './relay/trials.ts'
import { addRestore } from './restore.ts'
import { addRetain } from './retain.ts'
import { addSecondFactor } from './second-factor.ts'
import { addServe } from './serve.ts'
import { addSetup } from './setup.ts'
import { localeOf, printable } from './terminal.ts'
import { Found } from './verb.ts'
import { addCertificate } from './certificate.ts'
import { addVerify } from './verify.ts'
import { addWork } from './work.ts'

const verbs = [
  addServe,
  addWork,
  addMigrate,
  addSetup,
  addDemo,
  addImport,
  addFiles,
  addLink,
  addBackup,
  addRestore,
  addVerify,
  addRetain,
  addDoctor,
  addCertificate,
  addSecondFactor,
  addLinks,
  addTrials,
  addDisputes,
  addPromises,
]

/** Runs one command line. Exit codes: 0 done, 1 failed or found something wrong, 2 called wrongly. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('tasuki')
  const locale = localeOf(undefined, process.env)
  program
    .description(
      {
        ja: '襷 Tasuki — 自ら最新に保たれるタレントプールと、キャリアリレー',
        en: 'Tasuki: a talent pool that keeps itself current, and a career relay',
      }[locale],
    )
    .version(settings.version)
    // A verb may have verbs of its own with options of the same names: each takes what stands behind it.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError()
  for (const add of verbs) add(program)
  // Commander copies how to exit to a verb only when the verb is made after it was said.
  for (const command of program.commands.flatMap((one) => [one, ...one.commands])) command.exitOverride()
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    process.exitCode = tell(error, argv)
  }
}

/** Says what went wrong and answers the exit code for it. */
function tell(error: unknown, argv: readonly string[]): number {
  if (error instanceof Found) return 1
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const at = argv.indexOf('--lang')
  const locale = localeOf(at < 0 ? undefined : argv[at + 1], process.env)
  const code = error instanceof Refusal ? error.code : undefined
  const known = error instanceof Refusal ? messageOf(locale, error) : undefined
  const message = known ?? (error instanceof Error ? error.message : z.string().catch('unknown').parse(error))
  if (argv.includes('--json'))
    process.stderr.write(`${JSON.stringify({ error: { code: code ?? 'failed', message } })}\n`)
  else process.stderr.write(`${printable(message)}${code ? ` (${code})` : ''}\n`)
  return message.startsWith('Configuration:') ? 2 : 1
}
