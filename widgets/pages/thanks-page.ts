import './thanks-page.css';
import type { Thanks } from '../feed/thanks-wire.js';
import { CountUp } from '../money/count-up.js';
import { thanksView } from '../views/thanks-view.js';
import { browserScreen } from './browser-screen.js';
import { livePlace, readPageData } from './live-place.js';

const first = readPageData<Thanks>();
const [, , shopId, storeOrderId] = location.pathname.split('/');
const key = new URLSearchParams(location.search).get('key') ?? '';
const address = `/v1/shops/${shopId}/orders/${storeOrderId}/thanks?${new URLSearchParams({ key }).toString()}`;

/** A gift changes within days, an order that is on its way here within seconds; both are asked for ever more seldom. */
const { firstMs, slower, slowestMs } = first
  ? { firstMs: 15_000, slower: 1.3, slowestMs: 300_000 }
  : { firstMs: 3_000, slower: 1.3, slowestMs: 60_000 };

let pauseMs = firstMs;
let timer = setTimeout(look, pauseMs);
let put: ReturnType<typeof livePlace> | undefined;
if (first) show(first);

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return clearTimeout(timer);
  pauseMs = firstMs;
  clearTimeout(timer);
  timer = setTimeout(look, 0);
});

async function ask(): Promise<Thanks | undefined> {
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as Thanks) : undefined;
  } catch {
    // Away for a moment; the page says as of when it is, and asks again.
    return undefined;
  }
}

function look(): void {
  void ask().then((thanks) => {
    if (thanks && !first) return location.reload();
    if (thanks) show(thanks);
    pauseMs = Math.min(slowestMs, pauseMs * slower);
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(look, pauseMs);
  });
}

function show(thanks: Thanks): void {
  put ??= livePlace('live');
  put(thanksView(browserScreen(new CountUp(() => undefined)), thanks));
}
