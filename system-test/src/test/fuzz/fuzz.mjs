// Asks every route of the description for what nobody has thought of. No answer may be a failure of the server, none may be missing, and each must be
// as described. FUZZ_SEED repeats another run as far as the server's own ids and times let it.
import fc from 'fast-check';
import { Description } from './description.mjs';
import { Requests } from './requests.mjs';
import { Site } from './site.mjs';

const { ATELIER_BASE_URL, ATELIER_EMAIL, ATELIER_PASSWORD, FUZZ_REQUESTS, FUZZ_SEED } = process.env;
const AT_ONCE = 8;
const seed = Number(FUZZ_SEED ?? Date.now() % 2 ** 31);
const description = await Description.of(ATELIER_BASE_URL);
const site = await Site.open(ATELIER_BASE_URL, { email: ATELIER_EMAIL, password: ATELIER_PASSWORD });
const tally = new Map();
console.log(`Seed ${seed}`);

const answersAsDescribed = fc.asyncProperty(new Requests(description).any(), async (request) => {
  const { operationId } = request.operation;
  const answer = await site.send(request);
  tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
  if (answer.status >= 500) throw new Error(`${operationId}: ${answer.status} ${answer.text}`);
  const complaint = description.complaint(request.operation, answer);
  if (complaint) throw new Error(`${operationId}: ${complaint}`);
});

// Several at once, since some answers take their time.
const outcomes = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) =>
  fc.check(answersAsDescribed, { seed: seed + at, numRuns: Math.ceil(FUZZ_REQUESTS / AT_ONCE), endOnFailure: false })));
const aftermath = await site.aftermath();
const kinds = [...tally].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ');
console.log(`${[...tally.values()].reduce((a, b) => a + b, 0)} requests, answered with ${kinds}`);
const failed = outcomes.filter((outcome) => outcome.failed);
failed.forEach(({ errorInstance, counterexample }) => {
  const { who, parameters, body } = counterexample[0];
  console.log(String(errorInstance?.message ?? errorInstance), JSON.stringify({ who, parameters, body }));
});
if (aftermath) console.log(aftermath);
console.log(failed.length > 0 || aftermath ? 'failed' : 'every answer as described');
process.exit(failed.length > 0 || aftermath ? 1 : 0);
