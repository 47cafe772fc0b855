-- Letters to people: of all reminders of a day one letter a person. The id is the Message-ID, the same at each try.
create table mails (
  id uuid primary key,
  person_id text not null references people (id),
  address text not null,
  day date not null,
  -- `sending` is written before the letter goes: what ends in between is never sent again.
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  tries integer not null default 0,
  next_at timestamptz not null,
  -- What the mail server said.
  trouble text,
  sent_at timestamptz,
  unique (person_id, day),
  check ((state = 'sent') = (sent_at is not null))
);
create index mails_due on mails (next_at) where state = 'waiting';
create table mail_reminders (
  mail_id uuid not null references mails (id),
  reminder_id uuid not null references reminders (id),
  primary key (mail_id, reminder_id)
);
create index mail_reminders_reminder on mail_reminders (reminder_id);

-- Written by the job alone; who reminds sees whether the letters have gone.
alter table mail_reminders enable row level security;
alter table mail_reminders force row level security;
create policy mail_reminders_seen on mail_reminders using (
  loa_system() or exists (select from reminders r where r.id = reminder_id
    and r.owner_unit_id = any ((select loa_units())::integer[])));
alter table mails enable row level security;
alter table mails force row level security;
create policy mails_seen on mails using (
  loa_system() or exists (select from mail_reminders m where m.mail_id = mails.id));
