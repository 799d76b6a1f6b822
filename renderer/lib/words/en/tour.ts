/** The guided tour. Keys are named as they are printed on the keyboard. */
export const tour = {
  title: 'Guided tour',
  start: 'Take the tour',
  decline: 'No tour, thank you',
  number: 'Step {{number}} of {{of}}',
  next: 'Next',
  skip: 'Skip',
  back: 'Back',
  end: 'End the tour',
  finish: 'Done',
  step: {
    product: {
      title: 'Ring up a product',
      text: 'Scan a barcode, or type a code, a name or its pinyin and press Enter. In the sample store try SE-001.',
    },
    quantity: {
      title: 'Change the quantity',
      text: 'With the product field empty, + and − change the marked line and Delete removes it. 3*SE-001 rings up three at once.',
    },
    member: {
      title: 'Who is buying?',
      text: 'F4, then the phone, its last four digits, a name or pinyin. Arrow down marks a match, Enter takes it. In the sample store try wang. A card can be scanned at any time.',
    },
    pay: {
      title: 'Take the payment',
      text: 'F12 opens the payment. Enter takes the exact amount in cash; the other ways of paying have their digits.',
    },
    next: {
      title: 'The receipt',
      text: 'Change, points and receipt. Ctrl+P prints. Enter begins the next sale.',
    },
    hold: {
      title: 'Somebody forgot the milk?',
      text: 'F10 puts the basket aside and takes the next customer; F10 on an empty basket brings it back. Alt+S changes the clerk, and the basket stays.',
    },
    returns: {
      title: 'Goods come back',
      text: 'F8 opens the returns: find the receipt, choose the lines, and money and points go back as they came.',
    },
    members: {
      title: 'Your members',
      text: 'Search, sort and narrow the list. Open a member with Enter to go on.',
    },
    onemember: {
      title: 'One member, everything about them',
      text: 'Points by lot with their expiry, purchases, consents and one timeline of all of it. A phone number is shown when you ask for it, and that is noted.',
    },
    products: {
      title: 'What you sell',
      text: 'Prices, taxes and barcodes. F6 adds a product.',
    },
    staff: {
      title: 'People and rules',
      text: 'Staff with their PINs, what points are earned for and when they expire, printer and till.',
    },
    audit: {
      title: 'Who did what',
      text: 'Every act that matters stands here. Alt+V proves that nothing was changed or taken out.',
    },
    help: {
      title: 'When you are stuck',
      text: 'F1 explains the page you are on. ? lists its keys. Ctrl+K finds any page, member or action.',
    },
  },
} as const;
