import { seeded } from '#shared/kernel/random.ts';
import { contactsCsv, executivesCsv, makePartners, partnersCsv } from './parties.ts';
import { agendaCsv, ndasCsv, requestsCsv, roomsCsv } from './programme.ts';
import { categoriesCsv, commitmentsCsv, judgesCsv, makeJudges, makeNominations, nominationsCsv, scoresCsv } from './promises.ts';

/** The folder of exports that the product's sample summit is imported from, by file name: the same bytes whenever and wherever it is made. */
export function sampleExports(): ReadonlyMap<string, string> {
  const random = seeded(20270511);
  const partners = makePartners(random);
  const nominations = makeNominations(random, partners);
  const judges = makeJudges(nominations);
  return new Map([
    ['partners.csv', partnersCsv(random, partners)],
    ['contacts.csv', contactsCsv(random, partners)],
    ['executives.csv', executivesCsv(random)],
    ['rooms.csv', roomsCsv()],
    ['agenda.csv', agendaCsv()],
    ['ndas.csv', ndasCsv(random, partners)],
    ['meeting requests.csv', requestsCsv(random, partners)],
    ['award categories.csv', categoriesCsv()],
    ['nominations.csv', nominationsCsv(random, nominations)],
    ['judges.csv', judgesCsv(judges)],
    ['scores.csv', scoresCsv(random, nominations, judges)],
    ['commitments.csv', commitmentsCsv(random, partners)],
  ]);
}
