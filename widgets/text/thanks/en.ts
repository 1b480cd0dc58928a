import type { ThanksMessages } from './messages.js';

export const thanksEn: ThanksMessages = {
  title: 'What your order gives',
  description: 'Follow what one order gave to charity projects.',
  gives: 'Thank you. Your order gives',
  givesNoMore: 'Your order no longer gives anything',
  givesNothing: 'Your order gives nothing',
  noCharityItem: 'None of the items you bought was a charity item at the time.',
  waiting: 'Waiting for your payment',
  waitingMeans: 'As soon as the shop has received it, you will see here what your order gives.',
  testOrder: 'The shop marked this as a test order. Test orders never give.',
  boughtAt: (shop) => `Bought at ${shop}`,
  inLive: (session) => `in the live “${session}”`,
  projects: 'Where it goes',
  way: 'How far it is on its way',
  stages: {
    pledged: {
      title: 'Pledged',
      means: 'Your payment has arrived. As long as you can return what you bought, a return takes its share back.',
    },
    confirmed: {
      title: 'Confirmed',
      means: 'Nothing can be returned any more. The gift is certain and waits to be paid out.',
    },
    paid: { title: 'Paid', means: 'The charity has received it.' },
  },
  reversed: 'Taken back',
  takenBack: {
    cancelled: (amount) => `${amount} was taken back because the order was cancelled.`,
    refund: (amount) => `${amount} was taken back because of a refund.`,
    edited: (amount) => `${amount} was taken back because the order was changed.`,
    'payment-undone': (amount) => `${amount} was taken back because the payment was undone.`,
    'test-order': (amount) => `${amount} was taken back because this is a test order.`,
  },
  seeLive: 'See what the whole live has given',
  aboutProject: 'About this project',
  aboutProjectNamed: (project) => `About this project: ${project}`,
  looksAgain: (time) => `As of ${time}. This page looks for news by itself.`,
  keepLink: 'Keep the link to this page to follow your gift. It shows no name, no address and nothing else about you.',

  unknown: 'Nothing to show yet',
  unknownMeans: 'A new order needs a few seconds to get here. This page looks again by itself.',
  unknownHelp: 'If it stays like this, the link may be incomplete: open it once more from the shop’s thank-you page.',
  lookAgain: 'Look again',
};
