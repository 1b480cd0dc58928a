/** Inside the viewer: what its left-out sheet said for all (build-docs.mjs), quieter headings, and room on a phone. */
export const inShadow = new CSSStyleSheet();
inShadow.replaceSync(`
  *, :before, :after { box-sizing: border-box; }
  code { font-weight: 700; }
  .nav-bar.focused, .nav-scroll { border-top: 0; }
  .nav-bar-section { border-bottom-color: var(--line); padding-inline: 14px; }
  .nav-bar-tag { color: var(--ink); }
  .nav-bar-tag.active, .nav-bar-path.active, .nav-bar-info.active { border-block-color: transparent; }
  .nav-bar-path { text-wrap: pretty; }
  @media (max-width: 767px) {
    #auth table, #auth tbody, #auth tr, #auth td { display: block; max-width: none; inline-size: 100%; }
    #auth form { block-size: auto; }
  }
`);
