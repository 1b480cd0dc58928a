import { render } from 'lit/html.js';
import type { Piece } from '../views/screen.js';

/** What the server embedded for the script, as JSON that no browser runs. */
export function readPageData<T>(): T | undefined {
  const text = document.getElementById('page-data')?.textContent;
  return text ? (JSON.parse(text) as T) : undefined;
}

/** The part of the page that lives: what the server wrote there stands until the first drawing takes its place. */
export function livePlace(id: string): (piece: Piece) => void {
  const place = document.getElementById(id);
  if (!place) throw new Error(`the page has no #${id}`);
  let taken = false;
  return (piece) => {
    if (!taken) place.replaceChildren();
    taken = true;
    render(piece, place);
  };
}
