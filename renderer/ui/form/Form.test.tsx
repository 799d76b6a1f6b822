import { TextInput } from '@mantine/core';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { prepareUi, renderUi } from '../render-for-test.tsx';
import { Form } from './Form.tsx';
import { FormActions } from './FormActions.tsx';
import { useForm } from './use-form.ts';

prepareUi();

interface PersonFormProps {
  readonly save: (values: { name: string }) => Promise<unknown>;
  readonly onLeave?: () => void;
}

function PersonForm({ save, onLeave = () => {} }: PersonFormProps) {
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => ({ name: name === '' ? 'Please fill this in.' : undefined }),
    save,
  });
  return (
    <Form form={form} label="Person" onLeave={onLeave}>
      <TextInput label="Name" {...form.field('name')} />
      <FormActions form={form} />
    </Form>
  );
}

const name = () => screen.getByLabelText('Name');
const submit = () => fireEvent.submit(screen.getByRole('form'));

describe('a form', () => {
  it('says at the field what is missing, goes there, and takes the words back once it is right', async () => {
    const save = vi.fn<PersonFormProps['save']>(async () => {});
    renderUi(<PersonForm save={save} />);
    submit();
    await screen.findByText('Please fill this in.');
    expect(document.activeElement).toBe(name());
    fireEvent.change(name(), { target: { value: '王芳' } });
    expect(screen.queryByText('Please fill this in.')).toBeNull();
    submit();
    await waitFor(() => expect(save).toHaveBeenCalledWith({ name: '王芳' }));
  });

  it('keeps an Enter that belongs to an input method', () => {
    renderUi(<PersonForm save={async () => {}} />);
    expect(fireEvent.keyDown(name(), { key: 'Enter', isComposing: true })).toBe(false);
    expect(fireEvent.keyDown(name(), { key: 'Enter' })).toBe(true);
  });

  it('is left by Esc at once when nothing would be lost', () => {
    const onLeave = vi.fn<() => void>();
    renderUi(<PersonForm save={async () => {}} onLeave={onLeave} />);
    fireEvent.keyDown(name(), { key: 'Escape' });
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it('asks before Esc throws away what was typed', async () => {
    const onLeave = vi.fn<() => void>();
    renderUi(<PersonForm save={async () => {}} onLeave={onLeave} />);
    fireEvent.change(name(), { target: { value: '王芳' } });
    fireEvent.keyDown(name(), { key: 'Escape' });
    await screen.findByText('Leave without saving?');
    expect(onLeave).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it('shows an error that no field is to blame for, and keeps what was typed', async () => {
    renderUi(<PersonForm save={() => Promise.reject(new Error('disk'))} />);
    fireEvent.change(name(), { target: { value: '王芳' } });
    submit();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Nothing was changed');
    expect((name() as HTMLInputElement).value).toBe('王芳');
  });
});
