// A locked record with a reminder to come tomorrow, made over the bridge: `node locked-record.mjs ADDRESS`.

const address = new URL(process.argv[2])
const token = address.searchParams.get('token')

async function call(operation, request = {}) {
  const answer = await fetch(new URL(`/api/${operation}`, address), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  })
  if (!answer.ok) throw new Error(`${operation}: ${await answer.text()}`)
}

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
await call('create_vault', { passphrase: 'seven quiet boats', language: 'en' })
await call('save_own_reminder', {
  id: null,
  text: 'Water the plants',
  shows_text: false,
  on: tomorrow,
  time: '12:00',
  repeat: null,
  ends_on: null,
})
await call('lock')
