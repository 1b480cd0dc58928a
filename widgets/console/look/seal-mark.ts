import { svg, html, type TemplateResult } from 'lit';

/** The outline of 善, as server/pages/seal.ts has it; a test compares them. */
export const sealOutline =
  'M4.7-.66H15.24V1.18H4.7ZM3.36-3.78H16.76V1.74H14.3V-1.96H5.72V1.8H3.36ZM2.12-14.92H17.9V-13.18H2.12ZM1.56-9.8H18.5V-' +
  '8.04H1.56ZM3.42-12.34H16.6V-10.66H3.42ZM.9-6.44H19.12V-4.6H.9ZM8.7-14.04H11.18V-5.68H8.7ZM4.66-16.48L6.84-17Q7.16-16' +
  '.6 7.42-16.08Q7.68-15.56 7.78-15.16L5.48-14.52Q5.4-14.92 5.16-15.47Q4.92-16.02 4.66-16.48ZM3.5-7.74L5.7-8.2Q6.04-7.7' +
  '8 6.31-7.23Q6.58-6.68 6.7-6.28L4.38-5.7Q4.28-6.12 4.03-6.7Q3.78-7.28 3.5-7.74ZM12.94-17.04L15.48-16.64Q15.12-15.98 1' +
  '4.78-15.44Q14.44-14.9 14.14-14.48L11.98-14.9Q12.22-15.38 12.51-15.98Q12.8-16.58 12.94-17.04ZM13.98-8.14L16.44-7.78Q1' +
  '6.14-7.14 15.86-6.63Q15.58-6.12 15.38-5.72L13.1-6.08Q13.34-6.54 13.59-7.11Q13.84-7.68 13.98-8.14Z';

/** The seal 善 on vermilion. */
export const sealMark = (): TemplateResult =>
  html`<svg class="seal" viewBox="0 0 32 32" aria-hidden="true">
    ${svg`<rect width="32" height="32" rx="8" /><path transform="translate(6 23.6)" d=${sealOutline} />`}
  </svg>`;
