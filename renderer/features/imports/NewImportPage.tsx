import { Button, Progress, Radio } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TARGETS, type Target } from '../../../shared/imports/targets.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { saveBlob } from '../../ui/chart/save-blob.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { FieldList } from './FieldList.tsx';
import { FileDrop } from './FileDrop.tsx';
import { fieldsInWords, targetName } from './import-words.ts';
import classes from './NewImport.module.css';
import { templateFile } from './template-file.ts';
import { useUpload } from './use-upload.ts';

const isTarget = (text: string): text is Target => (TARGETS as readonly string[]).includes(text);

/** What is in the file, and the file itself: the first step. */
export function NewImportPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay('import.run');
  const { target: asked = '' } = useParams({ strict: false });
  const target = isTarget(asked) ? asked : 'members';
  const upload = useUpload(target, (importId) => void navigate({ to: '/imports/$importId', params: { importId } }));
  const leave = () => void navigate({ to: '/imports' });
  const fields = fieldsInWords(target, i18n.language, useCustomFields());
  const saveTemplate = () => {
    const { name, text } = templateFile(targetName(target, i18n.language), fields);
    saveBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
  };
  useShortcuts(t('imports.new.title'), [
    { keys: 'Escape', label: t('actions.back'), run: leave, when: upload.progress === null },
  ]);

  if (!may)
    return (
      <Page title={t('imports.new.title')}>
        <NoPermission right="import.run" />
      </Page>
    );
  return (
    <Page
      title={t('imports.new.title')}
      actions={
        <Button variant="default" aria-keyshortcuts="Escape" onClick={leave} disabled={upload.progress !== null}>
          {t('actions.back')}
        </Button>
      }
    >
      <div className={classes.columns}>
        <div className={classes.side}>
          <Radio.Group
            label={t('imports.new.what')}
            value={target}
            onChange={(next) => void navigate({ to: '/imports/new/$target', params: { target: next }, replace: true })}
          >
            <div className={classes.choices}>
              {TARGETS.map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={targetName(each, i18n.language)}
                  description={t(`imports.new.about.${each}`)}
                  disabled={upload.progress !== null}
                />
              ))}
            </div>
          </Radio.Group>
          {upload.progress === null ? (
            <FileDrop onFile={upload.send} error={upload.error} />
          ) : (
            <div className={classes.sending}>
              <p className={classes.note}>{t('imports.new.sending', { name: upload.progress.name })}</p>
              <Progress
                value={upload.progress.share * 100}
                aria-label={t('imports.new.sending', { name: upload.progress.name })}
              />
              <div className={classes.row}>
                <span className={classes.note}>{format.percent(Math.floor(upload.progress.share * 100) * 100)}</span>
                <Button variant="default" size="compact-sm" onClick={upload.cancel}>
                  {t('actions.cancel')}
                </Button>
              </div>
            </div>
          )}
        </div>
        <section className={classes.fields} aria-labelledby="import-fields">
          <div className={classes.row}>
            <h2 id="import-fields" className={classes.heading}>
              {t('imports.new.fields')}
            </h2>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
              onClick={saveTemplate}
            >
              {t('imports.new.template')}
            </Button>
          </div>
          <FieldList fields={fields} />
        </section>
      </div>
    </Page>
  );
}
