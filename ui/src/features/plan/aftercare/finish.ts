/** An entry of the aftercare plan was done on that day: says so, and when it comes again. Throws `Failure`. */
import { perform } from '../../../ipc/client';
import { toast } from '../../../state/toast.svelte';
import { day, t } from '../../../words';

export async function finish(id: string, on: string): Promise<void> {
  const done = await perform('finish_aftercare', { id, on });
  const again = done.value.due_on;
  toast.done(again ? t('aftercare-again', { day: day(again) }) : t('aftercare-finished'), done);
}
