// Holds an OpenAPI document against the linter's recommended rules, of which none may find anything: node lint.mjs ‹file›
import { createConfig, formatProblems, getTotals, lint } from '@redocly/openapi-core';

const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    // Where nothing can be asked wrongly there is no such answer.
    'operation-4xx-response': 'off',
    // The document is served by the server that it describes, wherever that is.
    'no-server-example.com': 'error',
    'no-invalid-schema-examples': 'error',
    'no-invalid-media-type-examples': 'error',
    'operation-operationId-unique': 'error',
    'operation-operationId': 'error',
    'tag-description': 'error',
    'operation-tag-defined': 'error',
    'no-unused-components': 'error',
  },
});
const problems = await lint({ ref: process.argv[2], config });
const { errors, warnings } = getTotals(problems);
formatProblems(problems, { format: 'stylish', totals: { errors, warnings }, version: '' });
console.log(`${errors} errors, ${warnings} warnings`);
process.exitCode = errors + warnings > 0 ? 1 : 0;
