/** Printing receipts, and the printer they go to. */
export const receipts = {
  print: 'Print',
  send: 'Send to printer',
  sent: 'Sent to the printer',
  original: 'For receipt',
  printer: {
    title: 'Receipt printer',
    body: 'A printer on the shop’s network that takes ESC/POS. Without one, receipts are printed by this computer’s own printers.',
    host: 'Address',
    hostHelp: 'As the printer’s test page shows it, such as 192.168.1.80.',
    hostBad: 'Type an address without spaces, such as 192.168.1.80.',
    port: 'Port',
    portBad: 'A number from 1 to 65535; most printers take 9100.',
    paper: 'Paper',
    columns: { '48': '80 mm (48 columns)', '42': '80 mm (42 columns)', '32': '58 mm (32 columns)' },
    save: 'Save printer',
    saved: 'The printer is saved',
    remove: 'Remove printer',
    removed: 'The printer is removed',
  },
} as const;
