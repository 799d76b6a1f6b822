/** F1: what a page is for, and how its usual jobs are done, one on each line. */
export const help = {
  title: 'Help',
  open: 'Explain this page',
  topic: {
    till: {
      title: 'The till',
      what: 'One sale after another. Scan or type products, say who is buying, take the payment.',
      jobs: [
        'A barcode, code, name or pinyin adds a product; 3*code adds three; weighed goods ask for the weight.',
        'F4 finds the member by phone, last four digits, card, name or pinyin; F6 enrols somebody new. A scanned card works at any time.',
        'F9 uses points. F3 changes a price; without the right, a manager enters a PIN.',
        'F10 puts a basket aside and brings it back. Alt+S changes the clerk; the basket stays.',
        'Esc takes the last step back, and what it took can be undone.',
      ].join('\n'),
    },
    returns: {
      title: 'Returns',
      what: 'Takes goods back. Money and points go back exactly as they came, also when a receipt comes back in parts.',
      jobs: [
        'Scan or type the receipt number, choose the lines and the quantities, then how the money goes back.',
        'Points that were earned are taken back; points that were used go back to their lots with their old expiry. What is missing is owed and taken from later earnings.',
        'Without a receipt a manager allows the price, and no points move.',
        'Shift+F8 voids the last sale of this till as if it had not been.',
      ].join('\n'),
    },
    members: {
      title: 'Members',
      what: 'Everybody who is enrolled. Numbers are masked until they are asked for.',
      jobs: [
        '/ searches by name, pinyin, phone or card. Headings sort; filters narrow the list.',
        'Enter opens a member. F6 enrols a new one.',
      ].join('\n'),
    },
    member: {
      title: 'A member',
      what: 'Everything about one person: points by lot, purchases, consents, and one timeline of all of it.',
      jobs: [
        'F2 changes the profile, the store’s own fields, WeChat and how the member was won. A lost card is replaced, and the old one no longer opens the account.',
        'F9 redeems points for a reward; F7 adjusts them with a reason and a manager’s approval.',
        'Consents are given and withdrawn here, each with its date and the notice that was shown.',
        'Showing a masked phone number is noted in the audit.',
      ].join('\n'),
    },
    products: {
      title: 'Products',
      what: 'What the store sells: code, barcodes, price, tax.',
      jobs: [
        'F6 adds a product; Enter opens one.',
        'A price that changes does so for the next sale; receipts keep what was paid.',
      ].join('\n'),
    },
    coupons: {
      title: 'Coupons',
      what: 'Codes that are used once. A kind says how long its coupons are valid, who may use them, how many there may be and what they may cost; an offer says what they give.',
      jobs: [
        'F6 begins a kind; F12 takes it live. Then make an offer with the condition “A coupon is presented”.',
        'F6 on a coupon issues codes in bulk, up to a million; sales go on meanwhile. Offers give coupons with a sale, and one is given by hand on a member’s page.',
        'At the till F7 asks for a code, and a scanned one is taken at any time. A code is used once; a void, or the return of the last piece, gives it back.',
        'Select unused codes to take them back; it can be undone.',
      ].join('\n'),
    },
    promotions: {
      title: 'Promotions',
      what: 'What customers get and when. The till reckons all live offers together and chooses what is best for the customer.',
      jobs: [
        'F6 begins an offer; Enter opens one. A draft is seen by nobody before it goes live.',
        'Of one group a basket gets the best offer only; offers without a group go together with all.',
        'Uses and what was given are counted with every sale; what comes back whole is taken off again.',
      ].join('\n'),
    },
    offer: {
      title: 'An offer',
      what: 'What it gives and when, read back in words, with a basket to try it on.',
      jobs: [
        'Choose what it gives and fill that in; F6 adds a condition. All conditions must hold.',
        'F2 puts a product into the basket that is tried, F4 a member. For each offer it says why it applies or not.',
        'Ctrl+Enter saves. F12 takes it live or pauses it, after saying what happens. What ended stays so; a copy can go live.',
      ].join('\n'),
    },
    audiences: {
      title: 'Audiences',
      what: 'Who is meant by offers and campaigns: members for whom something is true, or a list that members are put into.',
      jobs: [
        'F6 begins an audience; Enter opens one. The number says how many are in it now.',
        'A segment follows its conditions by itself: whoever fits is in it at that moment.',
        'What an offer or another audience uses cannot be removed; what is removed can be brought back.',
      ].join('\n'),
    },
    audience: {
      title: 'An audience',
      what: 'Its conditions, who they come to while you write, and how many of them can be reached.',
      jobs: [
        'Alt+F adds a condition; all must hold. Of alternatives one is enough. “Audience is none of” leaves others out.',
        'The first members are shown beside it; the link shows all of them in the member list, where they can be exported.',
        'Ctrl+Enter saves. A filter of the member list becomes an audience by “Save as audience”.',
      ].join('\n'),
    },
    campaigns: {
      title: 'Campaigns',
      what: 'An offer for chosen members in chosen days, with some of them kept out by lot, so that it can be told what it really brought.',
      jobs: [
        'F6 plans a campaign step by step; what is typed is kept. Ctrl+Enter saves the draft.',
        'Somebody who may approves it with F12; F12 then takes it live, pauses it and lets it go on. Alt+M ends it.',
        'Members who are kept out do not get the offer; the till says so. Do not make exceptions: they spoil the figures.',
        'The answer compares everybody who could get the offer with everybody kept out. An interval around 0 may be chance.',
      ].join('\n'),
    },
    automations: {
      title: 'Automations',
      what: 'What answers an occasion of a member by itself with a message, a coupon or points, each member once, with some kept out by lot, so that it can be told what it brings.',
      jobs: [
        'F6 writes one, with whom it would meet beside it. A new one is paused; F12 starts and pauses it, F2 changes it. Pausing and removing can be undone.',
        'It works with the nightly work. After days switched off the last days are made up for; what is longer past is not sent.',
        'Messages go to those who agreed to marketing, outside quiet hours and within the limit. The member’s timeline says what was given.',
        'The answer compares who was met with who was kept out, once their days are over. An interval around 0 may be chance.',
        'To reach everybody who lapsed long ago, run a campaign: an automation meets those whose day comes once it has begun.',
      ].join('\n'),
    },
    quality: {
      title: 'Data quality',
      what: 'How complete and fresh the members’ details are, and who may be on file twice.',
      jobs: [
        'The scan looks at everybody and says why two are thought to be the same. The till goes on meanwhile.',
        'Two are merged side by side, choosing what each field keeps. Both balances stay, and the stricter consent.',
        'A merge can be undone at any time; two who are different persons are not asked about again.',
      ].join('\n'),
    },
    messages: {
      title: 'Messages',
      what: 'What the store sends its members by SMS and e-mail. Each message is sent once; whatever stands against one is looked at when it is about to go out.',
      jobs: [
        'The outbox lists what waits, what went out and what was withheld, with the reason. Enter opens a message.',
        '“To decide” holds what may or may not have gone out: ask the member or the provider, then send it again or note that it went out.',
        'F6 writes a template. Placeholders are filled in for each member; marketing always says how to opt out.',
        'Alt+M on a member’s page sends one message to that member.',
        'Channels, quiet hours and the limit are set in Settings.',
      ].join('\n'),
    },
    stock: {
      title: 'Stock',
      what: 'What is on hand. Sales, returns and voids move it by themselves.',
      jobs: [
        'Goods that come in are received, what was broken or used is adjusted with a reason, and a count puts right what differs.',
        'What runs low is proposed for an order that can be printed or exported.',
        'Below zero is allowed and shown: the till never stops for it.',
      ].join('\n'),
    },
    receive: {
      title: 'Receiving goods',
      what: 'Scan what came, give quantity and cost, and save all of it in one act.',
      jobs: ['A draft outlives a restart.', 'A receipt that was wrong is undone by a reversing one.'].join('\n'),
    },
    count: {
      title: 'Counting',
      what: 'Count a category or everything. What is sold meanwhile is taken into account.',
      jobs: ['Scanning counts up by one.', 'Differences and their value are shown before anything is saved.'].join(
        '\n',
      ),
    },
    value: {
      title: 'Member value',
      what: 'Which members matter, which are slipping away, and how few of them make most of the sales.',
      jobs: [
        'A field of the map or a segment opens those members in the list, where they can be exported, or sent a message as an audience.',
        'R is how lately somebody came, F how often, M how much they spent: each in fifths of the members who bought, 5 the best.',
        'F7 says what counts how much in the value of a member. Judgements that contradict each other are not saved.',
        'It is reckoned anew every night and with F5. Who does not want to have their purchases looked at is in none of it.',
      ].join('\n'),
    },
    requests: {
      title: 'Requests',
      what: 'What customers asked for and did not get, as it was noted at the till with Alt+Q.',
      jobs: [
        'The most wanted stand first, with the members who wish to be told.',
        'What was ordered or answered is marked.',
      ].join('\n'),
    },
    imports: {
      title: 'Imports',
      what: 'Members, products, purchases, opening points and cards from CSV or Excel files.',
      jobs: [
        'Choose a file, say what its columns are, and see what would become of each row. Nothing is written before you apply it.',
        'Rows with errors can be downloaded with the reason beside them.',
        'An import is undone as a whole; what was used since is kept and listed.',
      ].join('\n'),
    },
    backups: {
      title: 'Backups',
      what: 'Copies of this store, made by themselves and checked before they count.',
      jobs: [
        'A second place, another disk for instance, protects from the loss of this one.',
        'Before a restore you see what came after the backup. What can still be read is brought back.',
      ].join('\n'),
    },
    audit: {
      title: 'Audit',
      what: 'Who did what and when. It names fields, never their values, and nothing in it can be changed.',
      jobs: [
        'Filter by person, act or day.',
        'Alt+V checks the chain: an entry that was edited, deleted, moved or cut off is named.',
      ].join('\n'),
    },
    settings: {
      title: 'Settings',
      what: 'The store, its people and its rules.',
      jobs: [
        'Staff have a PIN each; who left is made inactive and stays in the records.',
        'Member fields are what this store asks beside name and phone. A field that is no longer wanted is retired; what members have in it stays.',
        'Points rules apply from the next sale on. Points that were earned keep the rules of their day.',
      ].join('\n'),
    },
  },
} as const;
