// Requests that nobody has thought of: mostly as the document describes them, now and then with anything in any place.
import fc from 'fast-check';

const LONGEST = 60;
/** One grey dot as PNG. */
const PICTURE = Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'));
const anyText = fc.oneof(fc.string({ maxLength: 24 }), fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('', ' ', '\0', '../..', "'; --", '{{7*7}}', '<b>', '💥'.repeat(9)));
const moments = fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());
/** Which of the ids that were seen so far; chosen when the request is sent. */
const seen = fc.nat().map((number) => ({ seen: number }));

export class Requests {
  constructor(description) {
    this.description = description;
  }

  /** @return an arbitrary of {operation, who, parameters, body} */
  any() {
    const operations = this.description.operations().map((operation) => this.#of(operation));
    return fc.oneof(...operations);
  }

  #of(operation) {
    const parameters = (operation.parameters ?? []).map((one) => this.description.resolved(one));
    return fc.record({
      operation: fc.constant(operation),
      who: fc.constantFrom('administrator', 'administrator', 'user', 'user', 'key', 'nobody'),
      parameters: fc.record(Object.fromEntries(parameters.map((one) => [`${one.in} ${one.name}`, this.#parameter(one)])),
        { requiredKeys: parameters.filter((one) => one.required).map((one) => `${one.in} ${one.name}`) }),
      body: this.#body(operation),
    });
  }

  #parameter(parameter) {
    const described = parameter.in === 'path'
      ? fc.oneof({ weight: 5, arbitrary: seen }, { weight: 1, arbitrary: fc.uuid() })
      : this.#value(parameter.schema, 0).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    return fc.oneof({ weight: 5, arbitrary: described }, { weight: 1, arbitrary: anyText });
  }

  #body(operation) {
    const content = operation.requestBody?.content;
    const uncalledFor = fc.constant({ type: 'application/json', text: '{}' });
    // What is no proper HTTP ends before the API.
    if (!content && operation.method === 'delete') return fc.constant(null);
    if (!content) return fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: uncalledFor });
    const schema = content['application/json']?.schema;
    const upload = fc.oneof(fc.uint8Array({ maxLength: 200 }).map((bytes) => ({ file: Array.from(bytes) })), fc.constant({ file: PICTURE }));
    const described = schema ? this.#value(schema, 0).map((value) => ({ type: 'application/json', value })) : upload;
    const garbage = fc.record({ type: fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', ''), text: fc.oneof(anyText, fc.json({ maxDepth: 2 })) });
    return fc.oneof({ weight: 8, arbitrary: described }, { weight: 1, arbitrary: garbage });
  }

  #value(given, depth) {
    const schema = this.description.resolved(given);
    const anything = fc.jsonValue({ maxDepth: 1 });
    return fc.oneof({ weight: 14, arbitrary: this.#described(schema, depth) }, { weight: 1, arbitrary: anything });
  }

  #described(schema, depth) {
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => this.#described(this.description.resolved(one), depth)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const types = [schema.type ?? 'object'].flat();
    return fc.oneof(...types.map((type) => this.#ofType(type, schema, depth)));
  }

  #ofType(type, schema, depth) {
    switch (type) {
      case 'null': return fc.constant(null);
      case 'boolean': return fc.boolean();
      case 'integer': return fc.oneof(fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 40 }), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53));
      case 'number': return fc.oneof(fc.double({ min: schema.minimum ?? -5, max: schema.maximum ?? 5, noNaN: true }), fc.constantFrom(0, -1, 1e300));
      case 'array': return depth > 3 ? fc.constant([]) : fc.array(this.#value(schema.items ?? {}, depth + 1), { minLength: Math.min(schema.minItems ?? 0, 2), maxLength: 3 });
      case 'string': return this.#text(schema);
      default: return this.#object(schema, depth);
    }
  }

  #text(schema) {
    if (schema.format === 'uuid') return fc.oneof({ weight: 4, arbitrary: seen }, { weight: 1, arbitrary: fc.uuid() });
    if (schema.format === 'date-time') return moments;
    if (schema.format === 'date') return moments.map((moment) => moment.slice(0, 10));
    if (schema.format === 'email') return fc.nat({ max: 99 }).map((number) => `fuzz-${number}@example.org`);
    if (schema.pattern === '^data:image/') return fc.constant('data:image/png;base64,iVBORw0KGgo=');
    if (schema.examples) return fc.oneof(fc.constantFrom(...schema.examples), anyText);
    return fc.oneof({ weight: 4, arbitrary: fc.lorem({ maxCount: 3 }).map((text) => text.slice(0, Math.min(schema.maxLength ?? LONGEST, LONGEST))) }, { weight: 1, arbitrary: anyText });
  }

  #object(schema, depth) {
    const members = Object.entries(schema.properties ?? {});
    if (members.length === 0 || depth > 4) return fc.dictionary(fc.constantFrom('a', 'type', 'url'), fc.jsonValue({ maxDepth: 0 }), { maxKeys: 2 });
    const known = fc.record(Object.fromEntries(members.map(([name, one]) => [name, this.#value(one, depth + 1)])),
      { requiredKeys: schema.required ?? [] });
    return fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: known.map((value) => ({ ...value, unknown: 1 })) });
  }
}
