import { diceOf, misspelt } from './dice.ts'
import type { Asked, MadeSet } from './made.ts'

const header = ['fname_c1', 'fname_c2', 'lname_c1', 'lname_c2', 'by', 'bm', 'bd', 'ent_id']
const given =
  'peter michael thomas andreas wolfgang klaus jürgen günter stefan christian uwe werner horst frank dieter manfred gerhard hans bernd torsten matthias helmut walter heinz martin jörg rolf jens sven alexander jan rainer holger karl dirk joachim ralf carsten herbert oliver wilhelm kurt markus heinrich harald paul hermann kai rudolf norbert lars ernst alfred ursula monika petra elisabeth sabine renate helga karin brigitte ingrid erika andrea gisela claudia susanne gabriele christa christine hildegard anna birgit barbara gerda marion martina maria ilse nicole angelika edith kerstin ingeborg gudrun heike silke ulrike jutta anke ruth katharina stefanie julia elke lieselotte margarete'.split(
    ' ',
  )
const stems = 'müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer koch bauer richter klein wolf schröder neumann schwarz zimmermann braun krüger hofmann hartmann lange schmitt werner schmitz krause meier lehmann schmid schulze maier köhler herrmann könig walter mayer huber kaiser fuchs peters lang scholz möller weiss jung hahn schubert vogel friedrich keller günther frank berger winkler roth beck lorenz baumann franke albrecht schuster simon ludwig böhm winter kraus martin schumacher krämer vogt stein jäger otto sommer gross seidel heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kühn pohl engel horn busch bergmann thomas voigt sauer arnold wolff pfeiffer'.split(' ') // prettier-ignore

/**
 * People of whom a name and a birth date in three columns are all that is known, in the manner of the `RLdata` sets of the
 * R package RecordLinkage: one in ten is there twice, the second time with one or two slips; second names are rare.
 */
export function madeGerman({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick } = dice
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows; person++) {
    const original = [
      frequent(given), chance(0.03) ? frequent(given) : '', frequent(stems), chance(0.01) ? frequent(stems) : '',
      String(1920 + below(90)), String(1 + below(12)), String(1 + below(28)),
    ] // prettier-ignore
    const record = original.map((cell) => cell.toUpperCase())
    made.table.push([...record, String(person)])
    made.persons.push(person)
    if (!chance(0.11) || made.persons.length >= rows) continue
    const again = record.slice()
    for (let slips = 1 + (chance(0.4 * dirt) ? 1 : 0); slips > 0; slips--) {
      const at = pick([0, 0, 2, 2, 4, 5, 6])
      if (at < 4) again[at] = misspelt(again[at]!.toLowerCase(), dice).toUpperCase()
      else
        again[at] = at === 4 ? String(Number(again[4]) + pick([-10, -1, 1, 10])) : String(1 + below(at === 5 ? 12 : 28))
    }
    made.table.push([...again, String(person)])
    made.persons.push(person)
  }
  return made
}
