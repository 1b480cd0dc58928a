/** Elements a little below the fold are made ready before the reader gets there. */
const NEAR = '200px';

const listeners = new WeakMap<Element, (near: boolean) => void>();
let eye: IntersectionObserver | undefined;

/** Tells when an element comes near what the reader sees, and when it leaves. One observer watches for all. */
export function watchNearness(element: Element, listener: (near: boolean) => void): void {
  eye ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    },
    { rootMargin: NEAR },
  );
  listeners.set(element, listener);
  eye.observe(element);
}

export function forgetNearness(element: Element): void {
  eye?.unobserve(element);
}
