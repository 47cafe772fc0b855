create table activities (
  -- Made by the client, so that a record sent twice from the field is there once.
  id uuid primary key,
  duty_id bigint not null references duties (id),
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  indicator text not null references indicators (code),
  place text not null,
  happened_on date not null,
  -- In the indicator's own counting unit; never converted.
  quantity numeric not null check (quantity > 0),
  note text not null default '',
  state text not null default 'recorded' check (state in ('recorded', 'submitted', 'returned', 'accepted')),
  -- claimed: only said; proved: shown and not doubted; doubted: a doubt is open, or it was returned.
  standing text not null default 'claimed' check (standing in ('claimed', 'proved', 'doubted')),
  return_reason text,
  simulated boolean not null default false,
  version integer not null default 1,
  recorded_by text not null references people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index activities_figure on activities (campaign_id, unit_id, indicator);
create index activities_duty on activities (duty_id, happened_on desc, id);
create index activities_week on activities (owner_unit_id, updated_at desc);
create table activity_topics (
  activity_id uuid not null references activities (id),
  topic_id bigint not null references campaign_topics (id),
  primary key (activity_id, topic_id)
);
alter table activities enable row level security;
alter table activities force row level security;
create policy activities_seen on activities using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

create table evidence (
  id uuid primary key,
  activity_id uuid not null references activities (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  sha256 text not null,
  preview_sha256 text not null,
  mime text not null,
  bytes bigint not null,
  width integer not null,
  height integer not null,
  taken_at timestamptz,
  latitude double precision,
  longitude double precision,
  -- Everything the camera wrote, as read.
  exif jsonb not null default '{}',
  doubts text[] not null default '{}',
  added_by text not null references people (id),
  created_at timestamptz not null default now(),
  unique (activity_id, sha256)
);
create index evidence_activity on evidence (activity_id);
create index evidence_sha256 on evidence (sha256);
alter table evidence enable row level security;
alter table evidence force row level security;
create policy evidence_seen on evidence using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

-- The same photo in another unit's activity must be noticed without its row being seen.
create function loa_photo_used(photo text, except_activity uuid) returns boolean language plpgsql as $$
  declare
    sight text := coalesce(current_setting('loa.system', true), 'off');
    used boolean;
  begin
    perform set_config('loa.system', 'on', true);
    used := exists (select from evidence where sha256 = photo and activity_id <> except_activity);
    perform set_config('loa.system', sight, true);
    return used;
  end $$;

-- Roll-up: one row per campaign × unit × indicator, folded again from its activities with each change of one.
create table figures (
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  indicator text not null references indicators (code),
  declared numeric not null,
  proved numeric not null,
  claimed numeric not null,
  doubted numeric not null,
  activities integer not null,
  last_at timestamptz not null,
  primary key (campaign_id, indicator, unit_id),
  check (declared = proved + claimed + doubted)
);
create index figures_unit on figures (campaign_id, unit_id);
alter table figures enable row level security;
alter table figures force row level security;
create policy figures_seen on figures using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

create table reports (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  owner_unit_id integer not null references units (id),
  dispatch_id bigint not null unique references dispatches (id),
  as_of timestamptz not null,
  period_from date,
  period_to date,
  -- Figures and missing units as they stood; a signed report does not change when a figure does.
  snapshot jsonb not null,
  created_by text references people (id),
  created_at timestamptz not null default now()
);
create index reports_owner on reports (owner_unit_id, id desc);
create index reports_campaign on reports (campaign_id);
alter table reports enable row level security;
alter table reports force row level security;
create policy reports_seen on reports using (loa_system() or owner_unit_id = any ((select loa_units())::integer[]));
