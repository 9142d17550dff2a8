// The published JavaScript client against a running server: ATELIER_BASE_URL and ATELIER_KEY are all that it knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';

const MODEL = 'demo/finch';
let requests = 0;

const client = new OpenAI({
  baseURL: process.env.ATELIER_BASE_URL,
  apiKey: process.env.ATELIER_KEY,
  maxRetries: 2,
  fetch: (...request) => {
    requests++;
    return fetch(...request);
  },
});

const user = (content) => [{ role: 'user', content }];

async function failure(promise) {
  requests = 0;
  return promise.then(() => assert.fail('it did not fail'), (error) => error);
}

test('models are listed and found by id', async () => {
  const ids = [];
  for await (const model of client.models.list()) {
    ids.push(model.id);
  }
  assert.ok(ids.includes(MODEL));
  const finch = await client.models.retrieve(MODEL);
  assert.equal(finch.owned_by, 'demo');
  assert.ok(finch.context_length > 0 && Number(finch.pricing.completion) >= 0);
});

test('a completion comes whole, with the id of its request', async () => {
  const { data, response, request_id } = await client.chat.completions
    .create({ model: MODEL, messages: user('Name three birds'), max_completion_tokens: 200 })
    .withResponse();
  assert.match(data.id, /^chatcmpl-/);
  assert.equal(data.choices[0].finish_reason, 'stop');
  assert.ok(data.choices[0].message.content.length > 0);
  assert.ok(data.usage.total_tokens > 0);
  assert.equal(data.provider, undefined);
  assert.equal(request_id, response.headers.get('x-request-id'));
  assert.ok(request_id);
});

test('a stream comes in pieces, and says last what was used', async () => {
  const stream = await client.chat.completions.create({
    model: 'bench/echo',
    messages: user('Grüße an die Lerche 🐦'),
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = '';
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    text += chunk.choices[0]?.delta.content ?? '';
  }
  assert.equal(text, 'Grüße an die Lerche 🐦');
  assert.ok(chunks.length > 4);
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.ok(chunks.at(-1).usage.completion_tokens > 0);
});

test('reasoning comes beside the answer', async () => {
  let thoughts = '';
  const stream = await client.chat.completions.create({
    model: 'demo/heron',
    messages: user('Why?'),
    reasoning_effort: 'low',
    stream: true,
  });
  for await (const chunk of stream) {
    thoughts += chunk.choices[0]?.delta.reasoning ?? '';
  }
  assert.ok(thoughts.length > 0);
});

test('a tool is called, and what it gave is taken', async () => {
  const tools = [{
    type: 'function',
    function: { name: 'tide', parameters: { type: 'object', properties: { url: { type: 'string' } } } },
  }];
  const messages = user('When is high tide?');
  const asked = await client.chat.completions.create({ model: MODEL, messages, tools, tool_choice: 'required' });
  const said = asked.choices[0].message;
  assert.equal(asked.choices[0].finish_reason, 'tool_calls');
  assert.deepEqual(JSON.parse(said.tool_calls[0].function.arguments), { url: 'demo' });
  const result = { role: 'tool', tool_call_id: said.tool_calls[0].id, content: 'At half past nine.' };
  const answer = await client.chat.completions.create({ model: MODEL, messages: [...messages, said, result], tools });
  assert.match(answer.choices[0].message.content, /half past nine/);
});

test('the helper for streams puts a tool call together', async () => {
  const stream = client.chat.completions.stream({
    model: MODEL,
    messages: user('When is high tide?'),
    tools: [{ type: 'function', function: { name: 'tide', parameters: { type: 'object', properties: {} } } }],
    tool_choice: 'required',
  });
  const message = (await stream.finalChatCompletion()).choices[0].message;
  assert.equal(message.tool_calls[0].function.name, 'tide');
  assert.equal(message.tool_calls[0].function.arguments, '{}');
});

test('a schema is kept to, with a picture in the question and a parameter that nobody here knows', async () => {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  const answer = await client.chat.completions.parse({
    model: MODEL,
    messages: user([
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${dot}` } },
    ]),
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'bird',
        strict: true,
        schema: { type: 'object', properties: { legs: { type: 'integer', minimum: 2 } } },
      },
    },
    something_new: { depth: 3 },
  });
  assert.deepEqual(JSON.parse(answer.choices[0].message.content), { legs: 2 });
});

test('pictures come as bytes', async () => {
  const pictures = await client.images.generate({ model: 'demo/kingfisher', prompt: 'A heron in the reeds', n: 2 });
  assert.equal(pictures.data.length, 2);
  for (const picture of pictures.data) {
    assert.equal(Buffer.from(picture.b64_json, 'base64').subarray(1, 4).toString(), 'PNG');
  }
});

test('errors are of the classes that the client knows', async () => {
  const stranger = client.withOptions({ apiKey: 'atl_wrong' });
  assert.ok((await failure(stranger.models.list())) instanceof OpenAI.AuthenticationError);

  const nobody = await failure(client.chat.completions.create({ model: 'nobody/nothing', messages: user('Hello') }));
  assert.ok(nobody instanceof OpenAI.NotFoundError);
  assert.equal(nobody.code, 'model_not_found');

  const elsewhere = await failure(
    client.chat.completions.create({ model: MODEL, messages: user('Hello'), base_url: 'http://127.0.0.1' }),
  );
  assert.ok(elsewhere instanceof OpenAI.BadRequestError);
  assert.equal(elsewhere.param, 'base_url');

  const long = await failure(client.chat.completions.create({ model: 'fault/context-too-long', messages: user('Hi') }));
  assert.equal(long.code, 'context_length_exceeded');
});

test('what may have been paid for is not sent again', async () => {
  const lost = await failure(client.chat.completions.create({ model: 'fault/reset', messages: user('Hello') }));
  assert.equal(lost.headers.get('x-should-retry'), 'false');
  assert.equal(requests, 1);
});

test('the same request twice at once is paid once: the second waits as it is told and gets the same answer', async () => {
  const patient = client.withOptions({ maxRetries: 30 });
  const ask = () =>
    patient.chat.completions
      .create({ model: 'bench/delay-1500', messages: user('Hello') }, { headers: { 'Idempotency-Key': 'once' } })
      .withResponse();
  requests = 0;
  const [one, other] = await Promise.all([ask(), ask()]);
  assert.equal(one.data.id, other.data.id);
  const replayed = [one, other].filter((answer) => answer.response.headers.get('idempotent-replayed') === 'true');
  assert.equal(replayed.length, 1);
  assert.ok(requests > 2);
});

test('a failure in the middle of a stream is an error to whoever reads it', async () => {
  const stream = await client.chat.completions.create({
    model: 'fault/midstream-error',
    messages: user('Hello'),
    stream: true,
  });
  const failed = await failure((async () => {
    for await (const chunk of stream) {
      assert.ok(chunk.id);
    }
  })());
  assert.ok(failed instanceof OpenAI.APIError);
});
