import fs from 'node:fs';
import path from 'node:path';
import log from 'electron-log/node';

export const LOGS_FOLDER = 'logs';
const FILES = 5;
const FILE_BYTES = 1024 * 1024;

/** What may be noted: acts of the program itself, never of a person. */
export type LogEvent =
  | 'start'
  | 'end'
  | 'store-open'
  | 'store-refused'
  | 'store-enrolled'
  | 'backup-made'
  | 'backup-failed'
  | 'second-place-failed'
  | 'check-done'
  | 'restored'
  | 'damage-found'
  | 'idle-work-failed'
  | 'disk-refused'
  | 'bug';

/** Counts, milliseconds, bytes and truths; a word only where it is a code or an id, which is looked at again below. */
export type LogFacts = Readonly<Record<string, number | boolean | string | null>>;

export interface ProgramLog {
  note(event: LogEvent, facts?: LogFacts): void;
  /** An unexpected error: its name, its code and where it was thrown — its words stay out, since they can hold values. */
  bug(place: string, error: unknown): void;
  /** Everything that is noted, oldest first. */
  read(): string;
}

/** An error's code, a refusal's reason, a procedure, a version, an id: nothing that a person is called or reached by. */
const CODE = /^[A-Za-z][A-Za-z]*([-_.][A-Za-z]+)*$|^v?\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isCode = (text: string) => text.length <= 60 && (CODE.test(text) || UUID.test(text));

const written = (value: LogFacts[string]): string =>
  typeof value === 'string' && !isCode(value) ? '(left out)' : String(value);

/** `at decideSale (shared/purchases/sale.ts:12:3)`: functions and places of our own, of a library, of Node. */
const FRAME =
  /^ {4}at (?:async )?(?:(?<name>[\w.$<>#[\] ]{1,80}) \()?(?<place>(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]{1,300}:\d+:\d+)\)?$/;

/** The places of a stack, without the words above them and without the folders that this computer's user chose. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  // The words come first and may look like anything, also like a place: they are cut off by their length.
  const head = error.stack.indexOf(error.message) + error.message.length;
  return error.stack
    .slice(error.stack.includes(error.message) ? head : 0)
    .split('\n')
    .flatMap((line) => {
      const { name, place } = FRAME.exec(line)?.groups ?? {};
      if (!place) return [];
      const within = /(?:node:|(?:electron|db|shared|dist|node_modules|tests|build)[/\\]).*$/.exec(place)?.[0];
      return [`  at ${name ? `${name} ` : ''}${within ?? `elsewhere:${place.split(':').slice(-2).join(':')}`}`];
    })
    .slice(0, 30);
}

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && isCode(code) ? code : 'none';
};
const nameOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : typeof error);

/**
 * The program's log: `logs/regulars.log` in the data folder and four older ones, 1 MB each. What cannot be written is
 * lost without a word: no log is worth a sale.
 */
export function openProgramLog(dataFolder: string): ProgramLog {
  const folder = path.join(dataFolder, LOGS_FOLDER);
  const fileOf = (age: number) => path.join(folder, age === 0 ? 'regulars.log' : `regulars.${age}.log`);
  const logger = log.create({ logId: folder });
  const { file, ...others } = logger.transports;
  for (const other of Object.values(others)) if (other) other.level = false;
  file.resolvePathFn = () => fileOf(0);
  file.maxSize = FILE_BYTES;
  file.format = '{iso} {text}';
  file.archiveLogFn = () => {
    for (let age = FILES - 1; age > 0; age -= 1)
      if (fs.existsSync(fileOf(age - 1))) fs.renameSync(fileOf(age - 1), fileOf(age));
  };

  const write = (line: string) => {
    try {
      logger.info(line);
    } catch {
      // See above.
    }
  };
  return {
    note: (event, facts = {}) =>
      write([event, ...Object.entries(facts).map(([name, value]) => `${name}=${written(value)}`)].join(' ')),
    bug(place, error) {
      const line = `bug place=${written(place)} error=${written(nameOf(error))} code=${codeOf(error)}`;
      const lines = [line, ...framesOf(error)].join('\n');
      write(lines);
      console.error(lines);
    },
    read: () =>
      Array.from({ length: FILES }, (_, index) => fileOf(FILES - 1 - index))
        .filter((each) => fs.existsSync(each))
        .map((each) => fs.readFileSync(each, 'utf8'))
        .join(''),
  };
}
