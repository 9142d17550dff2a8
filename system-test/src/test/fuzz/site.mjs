// The running product as the fuzzer meets it: whose credentials there are, which ids were seen, and how a request is sent.
/** Pictures of the protocol are waited for until those that were asked for before are drawn. */
const PATIENCE_MILLIS = 180_000;
const MOST_IDS = 200;
const SPENDABLE = 12;

export class Site {
  #ids = [crypto.randomUUID()];
  #spendable = [];

  static async open(server, administrator) {
    const site = new Site(server);
    site.tokens = { administrator: await site.#signIn(administrator) };
    const person = { email: `fuzz-${crypto.randomUUID()}@example.org`, password: 'a long enough phrase' };
    await site.#call('POST', '/api/auth/register', person, '');
    site.tokens.user = await site.#signIn(person);
    for (let i = 0; i < SPENDABLE; i++) site.#spendable.push(await site.#signIn(person));
    const key = await site.#call('POST', '/api/users/me/keys', { name: 'The fuzzer' }, site.tokens.user);
    site.tokens.key = key.secret;
    const me = await Promise.all(['administrator', 'user'].map((who) => site.#call('GET', '/api/users/me', null, site.tokens[who])));
    // Whoever takes away the fuzzer's own accounts ends the run, not a mistake.
    site.kept = new Set([...me.map((user) => user.id), key.id]);
    await site.#begin();
    return site;
  }

  constructor(server) {
    this.server = server;
  }

  async #signIn(who) {
    return (await this.#call('POST', '/api/auth/login', who, '')).access_token;
  }

  /** Something of each kind, whose ids requests may name. */
  async #begin() {
    const { user } = this.tokens;
    const conversation = await this.#call('POST', '/api/conversations', { title: 'Fuzz' }, user);
    const asked = await this.#call('POST', `/api/conversations/${conversation.id}/messages`, { content: 'Hello' }, user);
    const job = await this.#call('POST', '/api/generate/image', { prompt: 'A heron' }, user, { Prefer: 'wait=30' });
    [conversation.id, asked.user_message.id, asked.answer_id, job.id, ...job.media.map((item) => item.id)].forEach((id) => this.#ids.push(id));
  }

  async #call(method, path, body, token, headers = {}) {
    const answer = await fetch(this.server + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
      body: body === null ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** @return {status, type, text}; of a stream no text, since it may have no end */
  async send(request) {
    const { url, headers } = this.#address(request);
    const credential = this.#credential(request);
    if (credential) headers.set('Authorization', `Bearer ${credential}`);
    const body = this.#body(request.body, headers);
    const method = request.operation.method.toUpperCase();
    const leave = new AbortController();
    const answer = await fetch(url, { method, headers, body: method === 'GET' ? undefined : body, redirect: 'manual',
      signal: AbortSignal.any([leave.signal, AbortSignal.timeout(PATIENCE_MILLIS)]) });
    const type = (answer.headers.get('Content-Type') ?? '').replace(/;.*/, '');
    const endless = type === 'text/event-stream';
    const text = endless ? '' : await answer.text();
    if (endless) leave.abort();
    // A sign-in that is ended takes a credential of the fuzzer with it.
    if (answer.ok && type === 'application/json' && !request.operation.path.endsWith('/sessions')) this.#remember(text);
    return { status: answer.status, type, text };
  }

  /** Signing out costs a credential; when there are no more, the key tries it in vain. */
  #credential({ who, operation }) {
    if (operation.operationId === 'signOut' && who !== 'nobody') return this.#spendable.pop() ?? this.tokens.key;
    return this.tokens[who] ?? '';
  }

  #address({ operation, parameters }) {
    const headers = new Headers();
    const query = new URLSearchParams();
    let path = operation.path;
    for (const [name, value] of Object.entries(parameters)) {
      const [place, of] = name.split(' ');
      const text = this.#filled(value);
      if (place === 'query') query.append(of, text);
      else if (place === 'header') headers.set(of, text.replace(/[^ -~]/g, '?').trim());
      else path = path.replace(`{${of}}`, encodeURIComponent(text.toWellFormed()).replace(/^\.+$|%00|%5C/g, '-') || '-');
    }
    // What leads above the root the server itself refuses, before anything of ours is asked.
    return { url: `${this.server}${leavesTheRoot(path) ? path.replaceAll('%2F', '-') : path}?${query}`, headers };
  }

  #body(body, headers) {
    if (body === null) return undefined;
    if (body.file) {
      const form = new FormData();
      form.append('file', new Blob([Uint8Array.from(body.file)]), 'picture.png');
      return form;
    }
    headers.set('Content-Type', body.type);
    return 'text' in body ? body.text : JSON.stringify(this.#filled(body.value));
  }

  /** The same with an id in each place that wants one that was seen. */
  #filled(value) {
    if (Array.isArray(value)) return value.map((one) => this.#filled(one));
    if (value === null || typeof value !== 'object') return value;
    if (typeof value.seen === 'number') return this.#ids[value.seen % this.#ids.length];
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#filled(one)]));
  }

  #remember(text) {
    for (const [, id] of text.matchAll(/"id":"([0-9a-f-]{36})"/g)) {
      if (this.kept.has(id) || this.#ids.includes(id)) continue;
      if (this.#ids.length < MOST_IDS) this.#ids.push(id);
      else this.#ids[this.#ids.length - 1 - Math.floor(this.#ids.length / 2)] = id;
    }
  }

  /** @return what is wrong with the server after all of it; empty: nothing */
  async aftermath() {
    const live = await fetch(`${this.server}/health/live`);
    const me = await fetch(`${this.server}/api/users/me`, { headers: { Authorization: `Bearer ${this.tokens.user}` } });
    return live.status === 200 && me.status === 200 ? '' : `alive: ${live.status}, the user: ${me.status}`;
  }
}

function leavesTheRoot(path) {
  let depth = 0;
  return decodeURIComponent(path).split('/').some((part) => {
    if (part === '..') depth--;
    else if (part && part !== '.') depth++;
    return depth < 0;
  });
}
