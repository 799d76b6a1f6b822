import { templateContent } from '../../shared/messages/message.facts.ts';
import { flag, id, integer, json, nullable, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

const TEMPLATE = `SELECT message_template.id AS templateId, message_template.owner, message_template.version, retired, content, at_ms AS changedAtMs,
          staff.name AS staffName
        FROM message_template JOIN message_template_version USING (template_pk, version) LEFT JOIN staff USING (staff_pk)`;
const template = {
  templateId: id('message-template'),
  owner: text,
  version: integer,
  retired: flag,
  content: json(templateContent),
  changedAtMs: integer,
  staffName: nullable(text),
};

/** Those in use, by their names. */
export const templates = defineQuery({
  name: 'message-templates.all',
  sql: `${TEMPLATE} WHERE retired = 0 ORDER BY content ->> 'name', message_template.template_pk`,
  params: {},
  row: template,
});

export const templateById = defineQuery({
  name: 'message-templates.by-id',
  sql: `${TEMPLATE} WHERE message_template.id = @templateId`,
  params: { templateId: id('message-template') },
  row: template,
});
