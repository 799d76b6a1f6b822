import { expect, it } from 'vitest';
import { guessMapping } from '../../../shared/imports/guess-mapping.ts';
import { fieldsInWords } from './import-words.ts';
import { templateFile } from './template-file.ts';

it('an empty template names every column so that it is recognised again', () => {
  const fields = fieldsInWords('members', 'zh-CN');
  const { name, text } = templateFile('会员', fields);
  expect(name).toBe('会员.csv');
  expect(text).toMatch(/^\uFEFF手机号,姓名,会员卡号,.*\r\n$/);
  const headers = text.slice(1).trimEnd().split(',');
  expect(Object.keys(guessMapping('members', headers))).toHaveLength(fields.length);
});
