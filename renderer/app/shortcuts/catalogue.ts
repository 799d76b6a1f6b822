/**
 * Every shortcut of every screen, as `useShortcuts` puts it in force there: `?` lists those of one screen, this is for
 * reading and printing them all. tests/house/shortcuts.test.ts holds it against the screens.
 */
export const CATALOGUE = [
  {
    title: 'frame.shortcuts.everywhere',
    shortcuts: [
      { keys: 'Ctrl+K', word: 'frame.shortcuts.palette' },
      { keys: '?', word: 'frame.shortcuts.open' },
      { keys: 'F1', word: 'help.open' },
      { keys: 'Alt+S', word: 'frame.switchStaff' },
      { keys: 'Alt+J', word: 'shifts.title' },
      { keys: 'F8', word: 'returns.title' },
      { keys: 'Shift+F8', word: 'returns.void.action' },
    ],
  },
  {
    title: 'purchases.title',
    shortcuts: [
      { keys: 'F2', word: 'purchases.keys.product' },
      { keys: 'Shift+F2', word: 'purchases.keys.open' },
      { keys: 'F3', word: 'purchases.keys.price' },
      { keys: 'F4', word: 'purchases.keys.member' },
      { keys: 'F6', word: 'purchases.keys.enrol' },
      { keys: 'F7', word: 'coupons.till.key' },
      { keys: 'Alt+U', word: 'coupons.till.presentFirst' },
      { keys: 'F9', word: 'purchases.keys.points' },
      { keys: 'F10', word: 'purchases.keys.hold' },
      { keys: 'F12', word: 'purchases.keys.pay' },
      { keys: 'Ctrl+Z', word: 'purchases.keys.undo' },
      { keys: 'Alt+Delete', word: 'purchases.keys.clear' },
      { keys: 'Alt+Q', word: 'requests.key' },
      { keys: 'Alt+O', word: 'promotions.till.whyNot' },
      { keys: 'Escape', word: 'purchases.keys.back' },
    ],
  },
  {
    title: 'purchases.keys.line',
    shortcuts: [
      { keys: 'ArrowUp', word: 'purchases.keys.lineAbove' },
      { keys: 'ArrowDown', word: 'purchases.keys.lineBelow' },
      { keys: '+', word: 'purchases.basket.more' },
      { keys: '-', word: 'purchases.basket.less' },
      { keys: 'Delete', word: 'purchases.keys.removeLine' },
    ],
  },
  {
    title: 'purchases.open.title',
    shortcuts: [
      { keys: 'F6', word: 'purchases.open.card' },
      { keys: 'F7', word: 'purchases.open.catalogue' },
    ],
  },
  {
    title: 'purchases.pay.title',
    shortcuts: [
      { keys: '1', word: 'purchases.tender.cash' },
      { keys: '2', word: 'purchases.tender.bank-card' },
      { keys: '3', word: 'purchases.tender.wechat-pay' },
      { keys: '4', word: 'purchases.tender.alipay' },
      { keys: '5', word: 'purchases.tender.gift-card' },
      { keys: '6', word: 'purchases.tender.other' },
      { keys: 'Escape', word: 'actions.back' },
    ],
  },
  {
    title: 'purchases.done.title',
    shortcuts: [
      { keys: 'Enter', word: 'purchases.done.next' },
      { keys: 'Ctrl+P', word: 'purchases.done.print' },
      { keys: 'Escape', word: 'purchases.done.next' },
    ],
  },
  {
    title: 'returns.title',
    shortcuts: [
      { keys: 'F2', word: 'returns.keys.receipt' },
      { keys: 'F4', word: 'returns.keys.goods' },
      { keys: 'A', word: 'returns.keys.all' },
      { keys: 'F12', word: 'returns.keys.complete' },
      { keys: 'Ctrl+P', word: 'returns.keys.reprint' },
      { keys: 'Escape', word: 'returns.keys.back' },
      { keys: 'Escape', word: 'returns.keys.till' },
    ],
  },
  {
    title: 'returns.done.title',
    shortcuts: [
      { keys: 'Enter', word: 'returns.done.next' },
      { keys: 'Escape', word: 'returns.done.till' },
    ],
  },
  {
    title: 'receipts.onScreen',
    shortcuts: [
      { keys: 'Ctrl+P', word: 'receipts.print' },
      { keys: 'Ctrl+S', word: 'receipts.pdf' },
      { keys: 'Alt+M', word: 'receipts.message.sms' },
      { keys: 'Alt+E', word: 'receipts.message.email' },
    ],
  },
  { title: 'shifts.close.done', shortcuts: [{ keys: 'Ctrl+P', word: 'shifts.close.print' }] },
  {
    title: 'members.title',
    shortcuts: [
      { keys: 'F6', word: 'members.list.enrol' },
      { keys: '/', word: 'table.search' },
    ],
  },
  {
    title: 'members.page.title',
    shortcuts: [
      { keys: 'F2', word: 'members.edit.title' },
      { keys: 'F4', word: 'memberActs.sell' },
      { keys: 'F7', word: 'memberActs.adjust.title' },
      { keys: 'F9', word: 'points.redeem.title' },
      { keys: 'Alt+M', word: 'messages.send.action' },
      { keys: 'Alt+C', word: 'memberActs.card.title' },
      { keys: 'Alt+P', word: 'memberActs.card.printTitle' },
      { keys: 'Alt+A', word: 'standing.title' },
      { keys: 'Escape', word: 'actions.back' },
    ],
  },
  {
    title: 'products.title',
    shortcuts: [
      { keys: 'F6', word: 'products.add' },
      { keys: '/', word: 'table.search' },
    ],
  },
  {
    title: 'promotions.title',
    shortcuts: [
      { keys: 'F6', word: 'promotions.add' },
      { keys: 'F6', word: 'promotions.form.addCondition' },
      { keys: 'Ctrl+Enter', word: 'promotions.form.save' },
      { keys: 'F12', word: 'promotions.go.live' },
      { keys: 'Alt+M', word: 'promotions.form.more' },
      { keys: 'F2', word: 'promotions.try.title' },
      { keys: 'F4', word: 'promotions.try.member' },
    ],
  },
  {
    title: 'audiences.title',
    shortcuts: [
      { keys: 'F6', word: 'audiences.add' },
      { keys: 'Alt+F', word: 'filters.title' },
      { keys: 'Ctrl+Enter', word: 'audiences.form.save' },
      { keys: 'Alt+M', word: 'audiences.form.more' },
    ],
  },
  { title: 'messages.title', shortcuts: [{ keys: 'F6', word: 'messages.template.add' }] },
  {
    title: 'campaigns.title',
    shortcuts: [
      { keys: 'F6', word: 'campaigns.add' },
      { keys: 'Alt+R', word: 'campaigns.compare' },
      { keys: 'Ctrl+Enter', word: 'campaigns.wizard.save' },
      { keys: 'Alt+B', word: 'campaigns.wizard.back' },
      { keys: 'F12', word: 'campaigns.act.next' },
      { keys: 'Alt+E', word: 'campaigns.act.edit' },
      { keys: 'Alt+M', word: 'campaigns.act.more' },
      { keys: 'Ctrl+P', word: 'campaigns.act.print' },
      { keys: 'Alt+X', word: 'campaigns.act.excel' },
    ],
  },
  {
    title: 'automations.title',
    shortcuts: [
      { keys: 'F6', word: 'automations.add' },
      { keys: 'F2', word: 'automations.editTitle' },
      { keys: 'F12', word: 'automations.act.start' },
      { keys: 'F12', word: 'automations.act.pause' },
      { keys: 'Escape', word: 'actions.back' },
    ],
  },
  {
    title: 'coupons.title',
    shortcuts: [
      { keys: 'F6', word: 'coupons.add' },
      { keys: 'F2', word: 'coupons.editTitle' },
      { keys: 'F6', word: 'coupons.issue.action' },
      { keys: 'F12', word: 'coupons.go.live' },
      { keys: 'Escape', word: 'actions.back' },
    ],
  },
  { title: 'audit.title', shortcuts: [{ keys: 'Alt+V', word: 'audit.verify' }] },
  {
    title: 'table.columns',
    shortcuts: [
      { keys: 'Alt+C', word: 'table.columns' },
      { keys: 'Alt+ArrowDown', word: 'table.column.menu' },
      { keys: 'Alt+F', word: 'filters.title' },
      { keys: 'Alt+E', word: 'exports.action' },
      { keys: 'Alt+M', word: 'bulk.action' },
    ],
  },
  {
    title: 'quality.title',
    shortcuts: [
      { keys: 'F5', word: 'quality.scan' },
      { keys: 'ArrowUp', word: 'quality.merge.up' },
      { keys: 'ArrowDown', word: 'quality.merge.down' },
      { keys: 'N', word: 'quality.merge.notSame' },
      { keys: 'S', word: 'quality.merge.skip' },
      { keys: 'Enter', word: 'quality.merge.do' },
    ],
  },
  {
    title: 'stock.title',
    shortcuts: [
      { keys: 'F6', word: 'stock.receiveAction' },
      { keys: 'F7', word: 'stock.countAction' },
      { keys: 'F12', word: 'stock.receive.save' },
      { keys: 'F12', word: 'stock.count.save' },
      { keys: 'Ctrl+P', word: 'stock.count.print' },
      { keys: 'Ctrl+P', word: 'stock.document.print' },
      { keys: 'F2', word: 'stock.page.settings' },
      { keys: 'F7', word: 'stock.page.adjust' },
      { keys: 'F6', word: 'requests.action' },
      { keys: 'Ctrl+P', word: 'stock.order.print' },
      { keys: 'Alt+E', word: 'stock.order.csv' },
    ],
  },
  {
    title: 'value.title',
    shortcuts: [
      { keys: 'F5', word: 'value.reckon' },
      { keys: 'F7', word: 'value.weights.open' },
      { keys: 'Alt+E', word: 'value.export' },
      { keys: 'Ctrl+P', word: 'value.print' },
    ],
  },
  { title: 'imports.title', shortcuts: [{ keys: 'F6', word: 'imports.start' }] },
  { title: 'staff.signIn.title', shortcuts: [{ keys: 'Escape', word: 'staff.signIn.otherPerson' }] },
  {
    title: 'tour.title',
    shortcuts: [
      { keys: 'Alt+T', word: 'tour.start' },
      { keys: 'Alt+N', word: 'tour.next' },
      { keys: 'Alt+B', word: 'tour.back' },
      { keys: 'Alt+X', word: 'tour.end' },
    ],
  },
  {
    title: 'frame.shortcuts.forms',
    shortcuts: [
      { keys: 'Enter', word: 'form.saveKey' },
      { keys: 'Escape', word: 'form.leaveKey' },
      { keys: 'Escape', word: 'actions.close' },
    ],
  },
] as const;
