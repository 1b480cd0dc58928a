import type { KindcastElement } from '../tags/kindcast-element.js';

/** However much happens, a screen reader is spoken to this often at most, for the whole page. */
const QUIET_MS = 10_000;

interface Voice {
  /** Elements that say the same thing of the same topic speak with one voice. */
  speaker: KindcastElement;
  said: string;
  due?: ReturnType<typeof setTimeout> | undefined;
}

const voices = new WeakMap<object, Voice>();
/** By the clock that nobody sets. */
let quietUntil = 0;

/**
 * Says the newest news of an element in its live region, in its turn. What stands there when one comes is not news.
 */
export function sayCalmly(element: KindcastElement, root: ShadowRoot, news: string | undefined): void {
  if (news === undefined || !element.source) return;
  let voice = voices.get(element.source);
  if (!voice) voices.set(element.source, (voice = { speaker: element, said: news }));
  if (!voice.speaker.isConnected || voice.speaker.source !== element.source) voice.speaker = element;
  if (voice.speaker !== element || voice.said === news || voice.due !== undefined) return;
  const wait = quietUntil - performance.now();
  if (wait > 0) {
    const waiting = voice;
    voice.due = setTimeout(() => {
      waiting.due = undefined;
      element.changed();
    }, wait);
    return;
  }
  quietUntil = performance.now() + QUIET_MS;
  voice.said = news;
  regionOf(root).textContent = news;
}

function regionOf(root: ShadowRoot): HTMLElement {
  const known = root.querySelector<HTMLElement>('[role="status"]');
  if (known) return known;
  const region = document.createElement('p');
  region.role = 'status';
  region.className = 'unseen';
  root.append(region);
  return region;
}
