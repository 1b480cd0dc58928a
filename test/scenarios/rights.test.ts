import { expect } from 'chai';
import { gather, type Cast } from '../support/rights/cast.js';
import {
  askingFor,
  faultsOf,
  sampleOf,
  strangersCases,
  type Case,
  type Intruder,
} from '../support/rights/intruders.js';
import { keptOf, openWalls } from '../support/rights/kept.js';
import { guardedOperations, openOperations, type Described, type Operation } from '../support/rights/operations.js';
import { forEverybody, samples } from '../support/rights/samples.js';
import { theOperator } from '../support/rights/credentials.js';
import { settleSide } from '../support/rights/settle-side.js';
import { kinds, type Side } from '../support/rights/world.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { ownNetworks } from '../support/webhook-leaders.js';

/** Every fault is told, however many there are. */
const none = (faults: readonly string[]) => expect(faults, faults.join('\n')).to.have.length(0);

/**
 * Generated from the served description: every guarded operation is asked for by everybody who may not have what it gives.
 * A new route fails here until test/support/rights/samples.ts says how it is asked for. The second run is without row-level
 * security, so the routes' own checks have to hold alone.
 */
for (const walls of [true, false])
  describe(`every route of /openapi.json${walls ? '' : ', when the database would show everything to everybody,'}`, function () {
    this.timeout(180_000);
    let kindcast: Kindcast;
    let [first, second]: Side[] = [];
    let cast: Cast;
    let description: Described;
    let operations: Operation[];
    let kept: Record<string, string>;

    before(async () => {
      kindcast = await startKindcast({ settings: { webhooks: ownNetworks } });
      first = await settleSide(kindcast, 'qfirst');
      second = await settleSide(kindcast, 'qsecond');
      cast = await gather(kindcast, first, second);
      if (!walls) await openWalls(kindcast.testDatabase);
      description = await (await fetch(`${kindcast.url}/openapi.json`)).json();
      operations = guardedOperations(description);
      kept = await keptOf(kindcast.testDatabase, first);
    });
    after(() => kindcast.stop());

    const noFaults = async (cases: readonly Case[]) => {
      expect(cases.length, 'nothing was asked').to.be.greaterThan(10);
      none(await faultsOf(kindcast, cases));
    };
    /** Asks for what is the first side's; of operations for which nothing is expected, nothing. */
    const asking = (intruder: Intruder, expected: Parameters<typeof askingFor>[3]) =>
      askingFor(first!, operations, intruder, expected);

    it('has a sample here, and every sample a route', () => {
      for (const operation of operations) sampleOf(operation);
      const known = operations.map(({ name }) => name);
      expect(Object.keys(samples).filter((name) => !known.includes(name))).to.deep.equal([]);
      expect(known.length).to.be.greaterThan(90);
    });

    it('asks for no credentials only where that was decided', () =>
      expect(openOperations(description)).to.deep.equal([...forEverybody].sort()));

    it('is shut to whoever brings nothing, or what is known nowhere, or is over', () =>
      noFaults(cast.nobodies.flatMap((intruder) => asking(intruder, () => [401]))));

    it('tells people and programs of others nothing, whatever id they name, and wherever', () =>
      noFaults(cast.strangers.flatMap((intruder) => strangersCases(first!, second!, operations, intruder))));

    it('is shut to the organisations one works with, too', () =>
      noFaults(
        cast.neighbours.flatMap(({ kind, ...intruder }) =>
          asking(intruder, ({ path }, { of }) =>
            kinds.some((other) => other === of && other !== kind) && path.includes('{') ? [403, 404] : undefined,
          ),
        ),
      ));

    it('lets viewers see, and change nothing', () =>
      noFaults(
        cast.viewers.flatMap(({ kind, ...intruder }) =>
          asking(intruder, ({ role, method }, { of, reads }) => {
            if (of !== kind) return undefined;
            return [role === 'viewer' && (method === 'GET' || reads) ? 200 : 403];
          }),
        ),
      ));

    it('lets keys do what they were made for', () =>
      noFaults([
        ...cast.readers.flatMap(({ kind, ...intruder }) =>
          asking(intruder, ({ forKeys }, { of }) =>
            of === kind ? [forKeys?.endsWith(':read') ? 200 : 403] : undefined,
          ),
        ),
        ...cast.lacking.flatMap(({ kind, scope, ...intruder }) =>
          asking(intruder, ({ forKeys }, { of }) => (of === kind && forKeys === scope ? [403] : undefined)),
        ),
      ]));

    it('keeps keys from what is for people, and everybody from what is for operators', () =>
      noFaults([
        ...[{ who: 'the operator key', credentials: theOperator }, ...cast.neighbours].flatMap((intruder) =>
          asking(intruder, (_, { of }) => (of === 'person' && 'key' in intruder.credentials! ? [403] : undefined)),
        ),
        ...[...cast.neighbours, ...cast.viewers, ...cast.strangers].flatMap((intruder) =>
          asking(intruder, (_, { of }) => (of === 'operator' ? [403] : undefined)),
        ),
        ...asking(cast.halfOperator, (_, { of }) => (of === 'person' ? undefined : [403])),
      ]));

    it('takes no writes from the pages of others, whoever is signed in', () =>
      noFaults(
        cast.lured.flatMap(({ kind, ...intruder }) =>
          asking(intruder, ({ method }, { of }) =>
            method !== 'GET' && (of === kind || (of === 'person' && kind === 'merchant')) ? [403] : undefined,
          ),
        ),
      ));

    it('has changed nothing of theirs for all that', async () => {
      expect(kept).to.include.keys('orders', 'gifts', 'members', 'webhook_deliveries', 'rule_drafts', 'audit_trail');
      expect(await keptOf(kindcast.testDatabase, first!)).to.deep.equal(kept);
    });

    it('answers whom it is for: so it was the guard that refused the others', async () => {
      const cases = operations.map((operation): Case => {
        const { of, ask, mayAnswer = [] } = sampleOf(operation);
        const { owner } = first!.houses[of === 'charity' || of === 'streamer' ? of : 'merchant'];
        return {
          who: 'the rightful one',
          credentials: of === 'operator' ? theOperator : owner,
          operation,
          asked: ask(first!),
          expected: [200, 201, 204, ...mayAnswer],
        };
      });
      none(await faultsOf(kindcast, cases, 1));
    });
  });
