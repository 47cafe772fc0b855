-- Which photos were drawn to be looked at: all doubted and a share of the others, by a seed that draws the same again.
create table photo_samples (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  owner_unit_id integer not null references units (id),
  seed text not null,
  percent integer not null check (percent between 0 and 100),
  photos integer not null,
  made_by text not null references people (id),
  made_at timestamptz not null
);
create index photo_samples_campaign on photo_samples (campaign_id, id desc);
alter table photo_samples enable row level security;
alter table photo_samples force row level security;
create policy photo_samples_seen on photo_samples using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));
create table photo_sample_members (
  sample_id bigint not null references photo_samples (id),
  evidence_id uuid not null references evidence (id),
  owner_unit_id integer not null references units (id),
  primary key (sample_id, evidence_id)
);
alter table photo_sample_members enable row level security;
alter table photo_sample_members force row level security;
create policy photo_sample_members_seen on photo_sample_members using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));

-- What a person of the unit that gave the order said about a photo. Taken back, it stays here.
create table photo_judgements (
  id bigint generated always as identity primary key,
  evidence_id uuid not null references evidence (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  verdict text not null check (verdict in ('fine', 'refused', 'asked')),
  comment text not null default '',
  sample_id bigint references photo_samples (id),
  judged_by text not null references people (id),
  judged_at timestamptz not null,
  -- What it changed, so that it can be taken back: the doubts it closed, the activity as it was and as it became.
  closed_doubts bigint[] not null default '{}',
  state_before text not null,
  reason_before text,
  version_after integer not null,
  undone_at timestamptz,
  undone_by text references people (id)
);
create index photo_judgements_evidence on photo_judgements (evidence_id, id desc) where undone_at is null;
alter table photo_judgements enable row level security;
alter table photo_judgements force row level security;
create policy photo_judgements_seen on photo_judgements using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
