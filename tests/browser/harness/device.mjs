// One device with Handrail on it: a bridge process with a folder, a clock and a screen for notices of its own.

import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM =
  process.env.HANDRAIL_BRIDGE ??
  fileURLToPath(new URL('../../../target/debug/handrail-bridge', import.meta.url));
const TOKEN = 'spec';

export const ZONE = 'America/New_York';
export const PASSPHRASE = 'three steps and a rail';

export class Device {
  /** Of the record that `makeRecord` made. */
  recoveryKey = '';

  /** `folder`: one that is there already, as for a second window; without, one of its own. */
  static async start({ now, demo = false, folder }) {
    folder ??= await mkdtemp(join(tmpdir(), 'handrail-spec-'));
    const choices = ['--quick', '--dir', folder, '--port', '0', '--token', TOKEN, '--now', now, '--zone', ZONE];
    const bridge = spawn(PROGRAM, demo ? [...choices, '--demo'] : choices, {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise((found, failed) => {
      bridge.once('error', failed);
      bridge.once('exit', (code) => failed(new Error(`the bridge ended with ${code} before it was ready`)));
      createInterface({ input: bridge.stdout }).on('line', (line) => {
        if (line.startsWith('READY ')) found(line.slice('READY '.length));
      });
    });
    return new Device(folder, bridge, address);
  }

  constructor(folder, bridge, address) {
    this.folder = folder;
    this.bridge = bridge;
    this.address = address;
  }

  /** Ends it. Its folder goes too, unless another goes on with it. */
  async stop({ keep = false } = {}) {
    if (this.bridge.exitCode === null && this.bridge.signalCode === null) {
      const ended = new Promise((resolve) => this.bridge.once('exit', resolve));
      this.bridge.kill();
      await ended;
    }
    if (!keep) await rm(this.folder, { recursive: true, force: true });
  }

  /** Performs an operation past the page, as another window would. Answers its value. */
  async call(operation, request = {}) {
    return (await this.#ask('POST', `/api/${operation}`, request)).value;
  }

  /** Moves the device's clock, and with it all that is due by then. */
  async clock(now) {
    await this.#ask('POST', '/clock', { now });
  }

  /** What was shown outside the window, and what is to come. */
  notifications() {
    return this.#ask('GET', '/notifications');
  }

  /** Chooses a file among those that were saved, in the next of the system's dialogs. */
  async choose(file) {
    await this.#ask('POST', '/choose', { file });
  }

  /** Puts a file from elsewhere among those that were saved. */
  async bring(from, name) {
    const saved = join(this.folder, 'saved');
    await mkdir(saved, { recursive: true });
    await copyFile(from, join(saved, name));
  }

  /** Chooses a file of that name with that in it, in the next of the system's dialogs. */
  async offer(name, content) {
    const saved = join(this.folder, 'saved');
    await mkdir(saved, { recursive: true });
    await writeFile(join(saved, name), content);
    await this.choose(name);
  }

  /** Closes Handrail and opens it again. */
  async restart() {
    await this.#ask('POST', '/restart');
  }

  /** A record of the client's own, open, its recovery key written down. */
  async makeRecord() {
    const { recovery_key } = await this.call('create_vault', { passphrase: PASSPHRASE, language: 'en' });
    this.recoveryKey = recovery_key;
    await this.call('confirm_recovery_key', { last_group: recovery_key.split('-').at(-1) });
  }

  /** An evening program: three hours on Mondays, Wednesdays and Fridays, for ten weeks from that day on. */
  async startEvenings(startsOn) {
    const slots = ['monday', 'wednesday', 'friday'].map((weekday) => ({
      weekday,
      time: '18:00',
      minutes: 180,
      kind: 'group',
    }));
    await this.call('start_care', {
      level: 'intensive_outpatient',
      age_group: 'adult',
      starts_on: startsOn,
      zone: ZONE,
      provider: { name: 'Cedar House', phone: '555-0142', address: '', room: '', link: '' },
      phases: [{ weeks: 10, target_minutes: 540, slots }],
    });
  }

  async #ask(method, path, body) {
    const response = await fetch(new URL(path, this.address), {
      method,
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
}
