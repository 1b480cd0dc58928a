import type { Page } from 'playwright-core';
import type { Answered } from '../../../plugin/client/kindcast-client.js';

/** What a page asks of the server, answered by the test: path, or path with its query, to the body (a number: that status). */
export async function answerWith(page: Page, answers: Record<string, unknown>): Promise<void> {
  await page.route(/\/(v1|auth)\//, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const name = `${route.request().method()} ${pathname}`;
    const answer = answers[name + search] ?? answers[name];
    if (answer === undefined || typeof answer === 'number')
      await route.fulfill({ status: answer ?? 404, json: { title: 'There is nothing here.', status: answer ?? 404 } });
    else await route.fulfill({ json: answer });
  });
}

/** Somebody with an organisation of each kind, who is an operator too. */
export const meOfAll: Answered<'/v1/me', 'get'> = {
  person: { id: 'p1', email: 'mei@example.org', name: 'Li Mei' },
  organisations: [
    { id: 'm00000000001', kind: 'merchant', name: 'Yunling Cooperative 云岭合作社', role: 'owner' },
    { id: 's00000000001', kind: 'streamer', name: 'Li Mei 李梅', role: 'owner' },
    { id: 'c00000000001', kind: 'charity', name: 'Rural Lunch Foundation 乡村午餐基金会', role: 'editor' },
    { id: 'd00000000001', kind: 'sponsor', name: 'Good Tea 好茶', role: 'viewer' },
  ],
  operator: true,
  secondFactor: true,
  secondFactorSetUp: true,
};
