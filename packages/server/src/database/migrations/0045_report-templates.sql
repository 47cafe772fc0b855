-- Mẫu báo cáo of a body: the outline its reports begin with.
create table report_templates (
  id bigint generated always as identity primary key,
  owner_unit_id integer not null references units (id),
  name text not null check (length(trim(name)) between 1 and 200),
  outline jsonb not null,
  -- The one that a new report takes unless another is chosen.
  standard boolean not null default false,
  version integer not null default 1,
  updated_by text references people (id),
  updated_at timestamptz not null,
  unique (owner_unit_id, name)
);
create unique index report_templates_standard on report_templates (owner_unit_id) where standard;
alter table report_templates enable row level security;
alter table report_templates force row level security;
create policy report_templates_seen on report_templates using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));
