// What the one script tag loads: the elements as places that fetch their numbers. It stays under 10,000 bytes; how they look
// (drawing/) and the socket (socket/) come when an element is near what the reader sees.
import { KindcastBoard } from './tags/kindcast-board.js';
import { KindcastGifts } from './tags/kindcast-gifts.js';
import { KindcastGoal } from './tags/kindcast-goal.js';
import { KindcastItem } from './tags/kindcast-item.js';
import { KindcastProjects } from './tags/kindcast-projects.js';
import { KindcastThanks } from './tags/kindcast-thanks.js';
import { KindcastTotal } from './tags/kindcast-total.js';

const tags = {
  'kindcast-total': KindcastTotal,
  'kindcast-goal': KindcastGoal,
  'kindcast-gifts': KindcastGifts,
  'kindcast-item': KindcastItem,
  'kindcast-projects': KindcastProjects,
  'kindcast-board': KindcastBoard,
  'kindcast-thanks': KindcastThanks,
};

// A page may bring the script twice.
for (const [name, tag] of Object.entries(tags)) if (!customElements.get(name)) customElements.define(name, tag);

declare global {
  interface HTMLElementTagNameMap {
    'kindcast-total': KindcastTotal;
    'kindcast-goal': KindcastGoal;
    'kindcast-gifts': KindcastGifts;
    'kindcast-item': KindcastItem;
    'kindcast-projects': KindcastProjects;
    'kindcast-board': KindcastBoard;
    'kindcast-thanks': KindcastThanks;
  }
}
