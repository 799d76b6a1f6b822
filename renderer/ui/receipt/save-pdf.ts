import { saveBlob } from '../chart/save-blob.ts';

/** Whether this window makes PDFs itself; in a browser only its own print dialog does. */
export const makesPdf = (): boolean => window.regulars !== undefined;

/**
 * Saves what is set out to be printed as `name`.pdf. In a browser it opens the print dialog, which offers to save a PDF
 * under that name. Fails where the main process cannot make one.
 */
export async function savePdf(name: string): Promise<void> {
  const { regulars } = window;
  if (!regulars) return printAs(name);
  // The sheet is laid out here: not every way to a PDF tells the page that it is being printed.
  window.dispatchEvent(new Event('beforeprint'));
  try {
    saveBlob(new Blob([await regulars.pdf()], { type: 'application/pdf' }), `${name}.pdf`);
  } finally {
    window.dispatchEvent(new Event('afterprint'));
  }
}

/** A browser proposes the title of the page as the name of the file. */
function printAs(name: string): void {
  const before = document.title;
  window.addEventListener(
    'afterprint',
    () => {
      document.title = before;
    },
    { once: true },
  );
  document.title = name;
  window.print();
}
