/** An exact amount that was asked for goes away by itself: with the Escape key, or when something else is touched. */
export function closeAmountsWhenLeft(): void {
  const close = (but?: Node) => {
    for (const amount of document.querySelectorAll<HTMLDetailsElement>('details.amount[open]'))
      if (!but || !amount.contains(but)) amount.open = false;
  };
  document.addEventListener('click', ({ target }) => close(target instanceof Node ? target : undefined));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
}
