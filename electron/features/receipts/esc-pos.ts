import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { PaperLine } from '../../../shared/receipts/receipt-lines.ts';

/** `FS &`: from here on two bytes are one Chinese character (GB 18030's two-byte part). ESC/POS, Epson. */
const CHINESE_MODE = Buffer.from([0x1c, 0x26]);
/** `ESC @`: forgets what a receipt before may have left. */
const RESET = Buffer.from([0x1b, 0x40]);

/**
 * Narrow bars of two dots: the code of a coupon fits on 58 mm. Ten millimetres high. The types know the words that
 * another maker's printers take for a width; for Epson's it is a number of dots.
 */
const CODE_128 = { width: 2 as unknown as 'SMALL', height: 80 } as const;

/** A receipt as the bytes an ESC/POS printer takes: text in GBK, the total in double height, a cut at the end. */
export function escPosBytes(lines: readonly PaperLine[], columns: number): Buffer {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    // Nothing is sent from here: whoever asks for the bytes sends them.
    interface: 'buffer',
    characterSet: CharacterSet.CHINA,
    width: columns,
    removeSpecialCharacters: false,
  });
  printer.clear();
  printer.setBuffer(Buffer.concat([RESET, CHINESE_MODE]));
  for (const { text, style } of lines) {
    if (style === 'centred' || style === 'barcode') printer.alignCenter();
    if (style === 'barcode') {
      printer.code128(text.replaceAll('-', ''), CODE_128);
      printer.newLine();
    }
    if (style === 'strong') printer.setTextDoubleHeight();
    printer.println(text);
    if (style === 'strong') printer.setTextNormal();
    if (style === 'centred' || style === 'barcode') printer.alignLeft();
  }
  printer.cut();
  return printer.getBuffer();
}
