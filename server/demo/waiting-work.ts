import { deliver } from './deliver-webhook.js';
import { operatorApi } from './operator-api.js';

/**
 * What waits for the operator of the demo: a charity to be verified by its paper, and a delivery that nobody
 * understood. `once` runs each under a name that is remembered, so that the next start brings nothing twice.
 */
export interface WaitingWork {
  url: string;
  operatorKey: string;
  shopDomain: string;
  webhookSecret: string;
  charities: readonly string[];
  once: (name: string, make: () => Promise<void>) => Promise<void>;
}

/** As far as the answers of a charity's routes are of use here. */
interface Charity {
  name: string;
  country?: string;
  registrationNumber?: string;
  verification: { version: number };
}

export async function leaveWorkWaiting({ url, operatorKey, once, ...shop }: WaitingWork): Promise<void> {
  const call = operatorApi(url, operatorKey);
  for (const [at, charityId] of shop.charities.entries())
    await once(`paper-${charityId}`, async () => {
      const charity = `/v1/charities/${charityId}`;
      const { name, country, registrationNumber } = await call<Charity>('GET', `${charity}/profile`);
      const about = {
        zh: '演示用的虚构机构，不收取任何款项。',
        en: 'An invented charity of the demo; it takes no money.',
      };
      const contact = 'hello@example.org';
      await call('PUT', `${charity}/profile`, { name, country, registrationNumber, about, contact });
      const paper = await sendPaper(new URL(`${charity}/evidence`, url), operatorKey);
      const { verification } = await call<Charity>('POST', `${charity}/ask-verification`, {});
      // One is known to be good; the other waits for whoever opens the operator's console.
      if (at === 0)
        await call('POST', `${charity}/verify`, {
          version: verification.version,
          evidenceIds: [paper.id],
          note: 'Invented for the demo.',
        });
    });
  await once(`letter-${shop.shopDomain}`, async () => {
    // Signed as it should be, yet nobody can tell when it was changed, what was bought and for how much.
    const payload = { id: 990001, currency: 'CNY', total_price: 'unknown', line_items: 'none' };
    await deliver({ url, secret: shop.webhookSecret, shopDomain: shop.shopDomain, topic: 'orders/paid', payload });
  });
}

async function sendPaper(address: URL, operatorKey: string): Promise<{ id: string }> {
  address.search = new URLSearchParams({ kind: 'registration', fileName: 'demo-registration.pdf' }).toString();
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/pdf' },
    body: samplePaper(),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`the sample paper was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

/** A whole small PDF of one page that says what it is: ISO 32000-2, 7.5, with its table of places. */
function samplePaper(): string {
  const words =
    'BT /F1 22 Tf 60 760 Td (Sample paper of the Kindcast demo) Tj 0 -36 Td (Of no charity that exists.) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length;
  const count = objects.length + 1;
  return `${pdf}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}
