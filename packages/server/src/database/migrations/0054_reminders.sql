-- Nhắc việc: one row a reminder of a unit (that holds the duty), an outbox until it is sent.
create table reminders (
  -- Made by who writes it: sent twice, it is there once.
  id uuid primary key,
  campaign_id bigint not null references campaigns (id),
  duty_id bigint not null references duties (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  -- [{"key": …, "kind": …, "template": …}]; gaps of the sentences are filled when it is sent.
  reasons jsonb not null check (jsonb_array_length(reasons) > 0),
  -- As it was sent.
  text text,
  state text not null check (state in ('drafted', 'waiting', 'sent', 'cancelled')),
  -- Cancelled by itself, since nothing was lacking any more.
  settled boolean not null default false,
  not_before timestamptz not null,
  made_by text not null references people (id),
  made_at timestamptz not null,
  sent_at timestamptz,
  version integer not null default 1,
  check ((state = 'sent') = (text is not null and sent_at is not null)),
  check (not settled or state = 'cancelled')
);
create index reminders_campaign on reminders (campaign_id, made_at desc, id desc);
create index reminders_duty on reminders (duty_id) where state = 'sent';
create index reminders_unit on reminders (unit_id, sent_at desc) where state = 'sent';
create index reminders_due on reminders (not_before) where state = 'waiting';

-- The same lack is not said twice on one day; what is withdrawn leaves its day free.
create table reminder_days (
  duty_id bigint not null references duties (id),
  reason text not null,
  day date not null,
  reminder_id uuid not null references reminders (id),
  primary key (duty_id, reason, day)
);
create index reminder_days_reminder on reminder_days (reminder_id);

-- Who of the unit has opened it.
create table reminder_readings (
  reminder_id uuid not null references reminders (id),
  person_id text not null references people (id),
  read_at timestamptz not null,
  primary key (reminder_id, person_id)
);

-- Seen by who sends it, and by the unit once it is sent; never by another unit.
alter table reminders enable row level security;
alter table reminders force row level security;
create policy reminders_kept on reminders using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));
create policy reminders_received on reminders for select using (
  state = 'sent' and unit_id = any ((select loa_units())::integer[]));
do $$
  declare
    name text;
  begin
    foreach name in array array['reminder_days', 'reminder_readings'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (
        loa_system() or exists (select from reminders r where r.id = reminder_id))', name || '_seen', name);
    end loop;
  end $$;
