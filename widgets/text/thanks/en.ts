import type { ThanksMessages } from './messages.js';

export const thanksEn: ThanksMessages = {
  title: 'What your order gives',
  description: 'Follow what one order gave to charity projects.',
  gives: 'Thank you. Your order gives',
  givesNoMore: 'Your order no longer gives anything',
  givesNothing: 'Your order gives nothing',
  noCharityItem: 'What you bought was no charity item at the time, or as much as was promised for it had been given.',
  waiting: 'Waiting for your payment',
  waitingMeans: 'As soon as the shop has received it, you will see here what your order gives.',
  testOrder: 'The shop marked this as a test order. Test orders never give.',
  boughtAt: (shop) => `Bought at ${shop}`,
  inLive: (session) => `Live: ${session}`,
  projects: 'Where it goes',
  way: 'How far it is on its way',
  reasons: {
    cancelled: 'The order was cancelled.',
    refund: 'Because of a refund.',
    edited: 'The order was changed.',
    'payment-undone': 'The payment was undone.',
    'test-order': 'This is a test order.',
  },
  seeLive: 'See what the whole live has given',
  looksAgain: (time) => `As of ${time}. This page looks for news by itself.`,
  keepLink: 'Keep the link to this page to follow your gift. It shows no name, no address and nothing else about you.',

  unknown: 'Nothing to show yet',
  unknownMeans: 'A new order needs a few seconds to get here. This page looks again by itself.',
  unknownHelp:
    'If it stays like this, the link may be incomplete: open it once more from the thank-you page of the shop.',
  lookAgain: 'Look again',
};
