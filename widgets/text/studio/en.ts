import type { StudioMessages } from './messages.js';

export const en: StudioMessages = {
  studio: 'Overlay studio',
  intro: 'Choose how the total looks on your stream, copy the address, and put it into OBS.',

  preview: 'Preview',
  backdrop: 'Behind it',
  backdrops: { shop: 'Stall', bright: 'Bright', dark: 'Night' },
  testGift: 'Send a test gift',
  testGiftExplained: 'It shows in every open overlay of this live, marked as a test. It is never counted.',
  testGiftSent: 'Sent. It is on its way to every open overlay.',
  tooSoon: 'One a second is enough; try again in a moment.',
  failed: 'The server did not answer. Try again in a moment.',

  address: 'Address for OBS',
  addressExplained: 'Keep it to yourself: whoever has it can open this page. It is not for your viewers.',
  copy: 'Copy',
  copied: 'Copied',
  copyYourself: 'The address is selected; copy it with Ctrl+C or ⌘C.',

  look: 'Look',
  layout: 'Layout',
  layouts: {
    card: { title: 'Card', text: 'In a corner' },
    bar: { title: 'Strip', text: 'Along an edge' },
    ticker: { title: 'Column', text: 'Top to bottom' },
    alert: { title: 'Moments', text: 'Only when a gift comes' },
    portrait: { title: 'Phone', text: 'Upright, 1080 × 1920' },
  },
  corner: 'Place',
  corners: {
    'bottom-left': 'Bottom left',
    'bottom-right': 'Bottom right',
    'top-left': 'Top left',
    'top-right': 'Top right',
  },
  theme: 'Ground',
  themes: { dark: 'Dark', glass: 'Glass', light: 'Light' },
  colours: 'Colours',
  colourNames: { accent: 'Accent', ink: 'Letters', paper: 'Ground' },
  ownColours: 'Use my own colours',
  hardToRead: 'These letters are hard to read on this ground. Make one lighter or the other darker.',
  size: 'Size of letters',
  sizeOf: (percent) => `${percent} of the usual size`,
  spoken: 'Language on the stream',
  spokenAsComputer: 'As on the computer',

  shown: 'What it shows',
  gifts: { title: 'Gifts', text: 'One after another; many at once become one line.' },
  milestones: { title: 'Milestones', text: 'Six seconds of joy at a quarter, half, three quarters and the goal.' },
  sound: { title: 'Sound', text: 'A soft chime with each gift. In OBS, tick Control audio via OBS.' },
  qr: { title: 'Code', text: 'Viewers scan it and see every gift.' },
  apply: 'Apply',

  obs: 'Put it into OBS',
  obsSteps: (width, height) => [
    'In OBS, under Sources, press + and choose Browser.',
    'Paste the address into URL.',
    `Set the width to ${width} and the height to ${height}.`,
    'Press OK and drag the source to the top of the list.',
  ],
  obsNotes: [
    'You may hide the source, reload it or restart OBS: it goes on with the true total.',
    'When it cannot hear the server for ten seconds it says so, and it comes back by itself.',
  ],

  code: 'Code for your viewers',
  codeExplained: 'It leads to the public page of this live. Print it, or show it on camera.',
  codeTitle: 'QR code of the public page of this live',
  download: 'Download as a picture',

  newLink: 'Make a new secret link',
  newLinkExplained: 'If the address got around, replace it. The old one stops at once, also in OBS.',
  newLinkAsk: 'Replace the link? Overlays with the old one stop at once, until you put the new one into OBS.',
  newLinkYes: 'Replace it',
  newLinkNo: 'Keep it',
  newLinkMade: 'This is your new link. The old one has stopped; put this one into OBS.',

  gone: 'This link was replaced',
  goneExplained: 'Ask whoever set up this live for the new one.',
};
