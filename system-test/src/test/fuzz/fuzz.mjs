// Asks every route of the description for what nobody has thought of. No answer may be a failure of the server, none may be missing, and each must be
// as described. FUZZ_SEED repeats another run as far as the server's own ids and times let it.
import fc from 'fast-check';
import { Description } from './description.mjs';
import { Requests } from './requests.mjs';
import { Site } from './site.mjs';

const { ATELIER_BASE_URL, ATELIER_EMAIL, ATELIER_PASSWORD, FUZZ_REQUESTS, FUZZ_SEED } = process.env;
const AT_ONCE = 24;
const seed = Number(FUZZ_SEED ?? Date.now() % 2 ** 31);
const description = await Description.of(ATELIER_BASE_URL);
const site = await Site.open(ATELIER_BASE_URL, { email: ATELIER_EMAIL, password: ATELIER_PASSWORD });
const tally = new Map();
let answers = 0;
const wrong = new Map();
console.log(`Seed ${seed}`);

/** The first of each kind is told; a run goes on behind it, since the next one may be another. */
function note(request, kind, text) {
  const { operation, who, parameters, body } = request;
  const name = `${operation.operationId} ${kind}`;
  if (!wrong.has(name)) wrong.set(name, `${name}: ${text} ${JSON.stringify({ who, parameters, body })}`);
}

async function ask(request) {
  try {
    const answer = await site.send(request);
    tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
    answers++;
    if (answers % 1000 === 0) console.log(`${answers} answers so far, ${wrong.size} kinds of wrong ones`);
    if (answer.status >= 500) note(request, answer.status, answer.text);
    const complaint = description.complaint(request.operation, answer);
    if (complaint) note(request, answer.status, complaint);
  } catch (failure) {
    note(request, 'without an answer', failure.cause ?? failure);
  }
}

// Several at once, since some answers take their time.
const asked = fc.asyncProperty(new Requests(description).any(), ask);
await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => fc.assert(asked, { seed: seed + at, numRuns: Math.ceil(FUZZ_REQUESTS / AT_ONCE) })));
const aftermath = await site.aftermath();
const kinds = [...tally].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ');
console.log(`${answers} requests, answered with ${kinds}`);
wrong.forEach((line) => console.log(line));
if (aftermath) console.log(aftermath);
const failed = wrong.size > 0 || aftermath !== '';
console.log(failed ? 'failed' : 'every answer as described');
process.exit(failed ? 1 : 0);
