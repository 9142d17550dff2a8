// The document of the running server: its operations, and whether an answer is one that it promises.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ID = 'atelier:/api';

export class Description {
  static async of(server) {
    const answer = await fetch(`${server}/api/openapi.json`);
    return new Description(await answer.json());
  }

  constructor(document) {
    this.document = document;
    closeSchemas(document.components.schemas);
    this.ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: ID, ...document });
    this.validators = new Map();
  }

  resolved(node) {
    return node?.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], this.document) : node;
  }

  operations() {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({ method, path, ...item[method] })));
  }

  /** What is wrong with an answer; null: nothing. */
  complaint(operation, { status, type, text }) {
    const name = operation.responses[status] ? String(status) : 'default';
    const response = this.resolved(operation.responses[name]);
    if (!response) return `the status ${status} is not described`;
    const content = response.content ?? {};
    if (Object.keys(content).length === 0) return text ? `a body is not described: ${text}` : null;
    const media = content[type];
    if (!media) return `the type ${type} is not described for ${status}`;
    return type.endsWith('json') ? this.#against(media.schema, text) : null;
  }

  #against(schema, text) {
    const value = JSON.parse(text);
    if (!this.validators.has(schema)) {
      // Looked up by its place, so that references inside lead where they should.
      const whole = { $id: `${ID}/${this.validators.size}`, ...absolute(schema) };
      this.validators.set(schema, this.ajv.compile(whole));
    }
    const valid = this.validators.get(schema);
    return valid(value) ? null : `the body is not as described: ${this.ajv.errorsText(valid.errors)} in ${text}`;
  }
}

/** Readers ignore members that they do not know; a member that is not described is a mistake of ours. */
function closeSchemas(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.properties && node.type && !('additionalProperties' in node)) node.additionalProperties = false;
  Object.values(node).forEach(closeSchemas);
}

function absolute(node) {
  if (Array.isArray(node)) return node.map(absolute);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, name === '$ref' ? ID + value : absolute(value)]));
}
