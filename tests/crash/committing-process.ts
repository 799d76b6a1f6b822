import { connect } from '../../db/kernel/connection.ts';

/** Commits one row after another on a connection of the program's, with the setting that is asked for. */
const [file = '', synchronous = 'FULL', commits = '1'] = process.argv.slice(2);
const { raw } = connect(file, { synchronous: synchronous as 'FULL' | 'NORMAL' });
raw.exec('CREATE TABLE row (number INTEGER) STRICT');
const insert = raw.prepare('INSERT INTO row VALUES (?)');
for (let number = 0; number < Number(commits); number += 1) insert.run(number);
raw.close();
