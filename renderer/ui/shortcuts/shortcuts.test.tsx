import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Dialog } from '../Dialog.tsx';
import { prepareUi, renderUi } from '../render-for-test.tsx';
import { KeyBar } from './KeyBar.tsx';
import { keysOf, matches } from './key-match.ts';
import { useShortcuts } from './use-shortcuts.ts';

prepareUi();

const press = {
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
};

function Screen({ onKey, bar = false, when = true }: { onKey: (keys: string) => void; bar?: boolean; when?: boolean }) {
  useShortcuts('Screen', [
    { keys: 'F2', label: 'Find', run: () => onKey('F2'), bar },
    { keys: 'F12', label: 'Pay', run: () => onKey('F12'), bar, when },
    { keys: '/', label: 'Search', run: () => onKey('/') },
    { keys: 'Ctrl+Enter', label: 'Send', run: () => onKey('Ctrl+Enter') },
    { keys: 'Escape', label: 'Back', run: () => onKey('Escape') },
  ]);
  return <input aria-label="field" />;
}

function Counter() {
  const [count, setCount] = useState(0);
  useShortcuts('Counter', [{ keys: 'F2', label: 'Count', run: () => setCount(count + 1) }]);
  return <output>{count}</output>;
}

describe('combinations', () => {
  it('count Cmd as Ctrl, and Shift only for letters and named keys', () => {
    expect(matches('Ctrl+K', { ...press, key: 'k', metaKey: true })).toBe(true);
    expect(matches('Ctrl+K', { ...press, key: 'k' })).toBe(false);
    expect(matches('?', { ...press, key: '?', shiftKey: true })).toBe(true);
    expect(matches('F2', { ...press, key: 'F2', shiftKey: true })).toBe(false);
  });

  it('may be + itself, which joins the keys of others', () => {
    expect(matches('+', { ...press, key: '+', shiftKey: true })).toBe(true);
    expect(keysOf('+')).toEqual(['+']);
    expect(keysOf('Ctrl++')).toEqual(['Ctrl', '+']);
    expect(keysOf('Alt+Delete')).toEqual(['Alt', 'Delete']);
  });
});

describe('shortcuts', () => {
  it('fire anywhere when they are F-keys or Esc, and outside of fields when they are signs', () => {
    const onKey = vi.fn<(keys: string) => void>();
    renderUi(<Screen onKey={onKey} />);
    const field = screen.getByLabelText('field');
    fireEvent.keyDown(field, { key: 'F2' });
    fireEvent.keyDown(field, { key: '/' });
    fireEvent.keyDown(document.body, { key: '/' });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onKey.mock.calls.flat()).toEqual(['F2', '/', 'Escape']);
  });

  it('leave Esc to an open drop-down, and not F-keys, which it does not know', () => {
    const onKey = vi.fn<(keys: string) => void>();
    renderUi(
      <>
        <Screen onKey={onKey} />
        <input role="combobox" aria-controls="none" aria-label="choice" aria-haspopup="listbox" aria-expanded />
      </>,
    );
    const choice = screen.getByLabelText('choice');
    fireEvent.keyDown(choice, { key: 'Escape' });
    fireEvent.keyDown(choice, { key: 'F12' });
    expect(onKey.mock.calls.flat()).toEqual(['F12']);
  });

  it('come before a closed drop-down that would open with Enter, when they have Ctrl', () => {
    const onKey = vi.fn<(keys: string) => void>();
    const opens = vi.fn<() => void>();
    renderUi(
      <>
        <Screen onKey={onKey} />
        <input
          role="combobox"
          aria-controls="none"
          aria-label="choice"
          aria-haspopup="listbox"
          aria-expanded={false}
          onKeyDown={opens}
        />
      </>,
    );
    fireEvent.keyDown(screen.getByLabelText('choice'), { key: 'Enter', ctrlKey: true });
    expect(onKey.mock.calls.flat()).toEqual(['Ctrl+Enter']);
    expect(opens).not.toHaveBeenCalled();
  });

  it('never fire while an input method composes', () => {
    const onKey = vi.fn<(keys: string) => void>();
    renderUi(<Screen onKey={onKey} />);
    const field = screen.getByLabelText('field');
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(field, { key: 'F2', keyCode: 229 });
    expect(onKey).not.toHaveBeenCalled();
  });

  it('fire once for a key that is held down', () => {
    const onKey = vi.fn<(keys: string) => void>();
    renderUi(<Screen onKey={onKey} />);
    fireEvent.keyDown(document.body, { key: 'F12' });
    fireEvent.keyDown(document.body, { key: 'F12', repeat: true });
    expect(onKey).toHaveBeenCalledTimes(1);
  });

  it('belong to the innermost that registered the key', () => {
    const [outer, inner] = [vi.fn<() => void>(), vi.fn<() => void>()];
    function Outer() {
      useShortcuts('Outer', [{ keys: 'Escape', label: 'Leave', run: outer }]);
      return <Screen onKey={inner} />;
    }
    renderUi(<Outer />);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect([outer.mock.calls.length, inner.mock.calls.length]).toEqual([0, 1]);
  });

  it('see the state of the last render', () => {
    renderUi(<Counter />);
    fireEvent.keyDown(document.body, { key: 'F2' });
    fireEvent.keyDown(document.body, { key: 'F2' });
    expect(screen.getByRole('status').textContent).toBe('2');
  });

  it('of the page rest while a dialog is open, whose Esc closes it', () => {
    const [onKey, onClose] = [vi.fn<(keys: string) => void>(), vi.fn<() => void>()];
    renderUi(
      <>
        <Screen onKey={onKey} />
        <Dialog opened onClose={onClose} title="Dialog">
          Content
        </Dialog>
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'F2' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onKey).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('the key bar', () => {
  it('shows in keyboard order the keys that do something now, and answers a touch', () => {
    const onKey = vi.fn<(keys: string) => void>();
    renderUi(
      <>
        <Screen onKey={onKey} bar />
        <KeyBar />
      </>,
    );
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['F2Find', 'F12Pay']);
    fireEvent.click(screen.getByText('Pay'));
    expect(onKey).toHaveBeenCalledWith('F12');
  });

  it('leaves out a key whose time has not come', () => {
    renderUi(
      <>
        <Screen onKey={() => {}} bar when={false} />
        <KeyBar />
      </>,
    );
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['F2Find']);
  });
});
