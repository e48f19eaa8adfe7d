import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import LinesEditor from './LinesEditor.svelte';

/** Rows of 100 px below each other, as jsdom lays nothing out. */
function layOut(): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const at = [...(this.parentElement?.children ?? [])].indexOf(this);
    return { top: 200 + at * 100, height: 100 } as DOMRect;
  });
}

const values = () => screen.getAllByRole('textbox').map((one) => (one as HTMLTextAreaElement).value);
const handle = (at: number) => {
  const found = document.querySelectorAll('[data-drag]')[at];
  if (!found) throw new Error('no handle');
  return found;
};

describe('A row that is dragged', () => {
  beforeEach(() => {
    layOut();
    const rows = $state([{ text: 'Stop' }, { text: 'Leave' }, { text: 'Call' }]);
    render(LinesEditor, { rows, field: () => 'slip_steps.0', label: 'Step', add: 'More', ideas: 'none' });
  });
  afterEach(() => void vi.restoreAllMocks());

  it('goes where it is let go, and that is said', async () => {
    await fireEvent.pointerDown(handle(0), { button: 0, clientY: 250 });
    await fireEvent.pointerMove(handle(0), { clientY: 420 });
    expect(values()).toEqual(['Stop', 'Leave', 'Call']);
    await fireEvent.pointerUp(handle(0), { clientY: 420 });
    expect(values()).toEqual(['Leave', 'Call', 'Stop']);
    expect(screen.getByText('Now 3 of 3.')).toBeInTheDocument();
  });

  it('stays where it was after Escape, and where it was hardly moved', async () => {
    await fireEvent.pointerDown(handle(2), { button: 0, clientY: 450 });
    await fireEvent.pointerMove(handle(2), { clientY: 250 });
    await fireEvent.keyDown(window, { key: 'Escape' });
    await fireEvent.pointerUp(handle(2), { clientY: 250 });
    await fireEvent.pointerDown(handle(0), { button: 0, clientY: 250 });
    await fireEvent.pointerMove(handle(0), { clientY: 280 });
    await fireEvent.pointerUp(handle(0), { clientY: 280 });
    expect(values()).toEqual(['Stop', 'Leave', 'Call']);
  });

  it('has no handle that a screen reader would meet: the buttons say the same', () => {
    const list = within(screen.getByRole('list'));
    expect(list.getByRole('button', { name: 'Move down: Stop' })).toBeVisible();
    expect(handle(0)).toHaveAttribute('aria-hidden', 'true');
  });
});
