import { kindcastClient, KindcastProblem } from '../../plugin/client/kindcast-client.js';

export { KindcastProblem };

/** The API as its description has it; the session's cookie speaks for whoever is signed in. Refusals are thrown. */
export const api = kindcastClient();
