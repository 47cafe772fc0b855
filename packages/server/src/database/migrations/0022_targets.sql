-- What a unit has: a rule may order something of "every commune with a station". Facts of the directory, each with its days.
create table unit_facilities (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  kind text not null check (kind in ('station', 'led', 'loudspeaker-car')),
  name text not null check (length(trim(name)) between 1 and 200),
  valid_from date,
  valid_to date,
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  unique nulls not distinct (unit_id, kind, name, valid_from)
);
alter table unit_facilities enable row level security;
alter table unit_facilities force row level security;
create policy unit_facilities_read on unit_facilities for select using (true);
create policy unit_facilities_kept on unit_facilities using (loa_directory()) with check (loa_directory());

-- Who set a target: the unit itself, or the plan of the body that gave the duty. One of the plan is changed by agreement.
alter table duty_targets add column source text not null default 'unit' check (source in ('unit', 'plan'));
-- By sets of topics, where rules name them: [{"topics": [1, 2], "amount": 4}].
alter table duty_targets add column parts jsonb not null default '[]';

-- The plan of a campaign as its owner works on it: rules, and exceptions for single units.
create table target_plans (
  campaign_id bigint primary key references campaigns (id),
  owner_unit_id integer not null references units (id),
  rules jsonb not null default '[]',
  exceptions jsonb not null default '[]',
  version integer not null default 1,
  -- The number of the last published version; 0: none yet.
  published integer not null default 0,
  updated_by text references people (id),
  updated_at timestamptz not null
);
alter table target_plans enable row level security;
alter table target_plans force row level security;
create policy target_plans_kept on target_plans using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));

-- Each publication, and each change that a unit proposed and the owner agreed to.
create table target_versions (
  campaign_id bigint not null references campaigns (id),
  number integer not null,
  owner_unit_id integer not null references units (id),
  kind text not null check (kind in ('published', 'agreed')),
  note text not null default '',
  rules jsonb not null,
  exceptions jsonb not null,
  published_by text not null references people (id),
  published_at timestamptz not null,
  primary key (campaign_id, number)
);
alter table target_versions enable row level security;
alter table target_versions force row level security;
create policy target_versions_kept on target_versions using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));

-- What a version changed for a unit, cell by cell. The sum of all of them is the plan as it stands.
create table target_changes (
  id bigint generated always as identity primary key,
  campaign_id bigint not null,
  number integer not null,
  duty_id bigint not null references duties (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  indicator text not null references indicators (code),
  -- Null: no target of the plan.
  before numeric check (before >= 0),
  after numeric check (after >= 0),
  -- What the unit had planned by itself where the plan had nothing.
  own numeric,
  parts jsonb not null default '[]',
  reason text not null default '',
  at timestamptz not null,
  unique (duty_id, number, indicator),
  foreign key (campaign_id, number) references target_versions (campaign_id, number)
);
create index target_changes_version on target_changes (campaign_id, number);

-- A unit's answer to what a version changed for it.
create table target_answers (
  duty_id bigint not null references duties (id),
  number integer not null,
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  answer text not null check (answer in ('accepted', 'proposed', 'declined')),
  reason text not null default '' check (answer <> 'declined' or length(trim(reason)) > 0),
  answered_by text not null references people (id),
  answered_at timestamptz not null,
  primary key (duty_id, number)
);

-- What a unit proposes instead, one cell each, with its reason; the owner agrees or refuses, with a reason.
create table target_requests (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duties (id),
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  indicator text not null references indicators (code),
  before numeric,
  after numeric check (after >= 0),
  reason text not null check (length(trim(reason)) > 0),
  state text not null default 'open' check (state in ('open', 'agreed', 'refused', 'replaced')),
  answer_reason text,
  asked_by text not null references people (id),
  asked_at timestamptz not null,
  decided_by text references people (id),
  decided_at timestamptz,
  check ((state in ('agreed', 'refused')) = (decided_by is not null)),
  check (state <> 'refused' or length(trim(answer_reason)) > 0)
);
create unique index target_requests_open on target_requests (duty_id, indicator) where state = 'open';
create index target_requests_campaign on target_requests (campaign_id, id desc);

-- Both sides see them: the unit, who holds the duty today, and who gave it.
do $$
  declare
    name text;
  begin
    foreach name in array array['target_changes', 'target_answers', 'target_requests'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (
        loa_system() or exists (select from duties d where d.id = duty_id))', name || '_seen', name);
    end loop;
  end $$;
