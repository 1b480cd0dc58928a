// Writes the types of the API for programs (plugin/client/api-types.ts) from the description that the server gives of itself:
// `npm run client`. With --check it only says whether they are fresh (exit code 1 when not); the gate does that.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { describeApi } from './dist/server/describe-api.js';

const file = path.join(import.meta.dirname, 'plugin', 'client', 'api-types.ts');
const head = `// Written by \`npm run client\` from the description of the API; do not edit. After a merge: run it again.\n\n`;

// The server's own address is in the description, but not in its types.
const description = describeApi('http://localhost');
// Programs read JSON; pages and pictures are for people.
for (const [address, methods] of Object.entries(description.paths)) {
  const readable = Object.values(methods).some(({ responses }) =>
    Object.entries(responses).some(
      ([status, { content }]) => status !== 'default' && (!content || content['application/json']),
    ),
  );
  if (!readable) delete description.paths[address];
}
const types = await openapiTypes(JSON.stringify(description), {
  alphabetize: true,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
});
const text = head + astToString(types);

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('plugin/client/api-types.ts is older than the routes: run `npm run client`.');
  process.exitCode = 1;
}
