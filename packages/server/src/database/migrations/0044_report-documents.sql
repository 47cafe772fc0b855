-- A report document: of which round, by which outline, and which other document it supplements or replaces.
alter table reports add column round_id bigint references report_rounds (id);
alter table reports add column kind text not null default 'main' check (kind in ('main', 'supplement', 'replacement'));
-- What it supplements or replaces.
alter table reports add column of_report_id bigint references reports (id);
-- "Báo cáo bổ sung số 1": the number among the supplements of one report.
alter table reports add column number integer;
alter table reports add column reason text;
-- The outline as it was when the report was drafted: later changes of the template do not reach it.
alter table reports add column outline jsonb not null default '[]';
-- The words of the officer, by block.
alter table reports add column texts jsonb not null default '{}';
-- The document from above that it answers.
alter table reports add column replies_to_id bigint references dispatches (id);
alter table reports add column version integer not null default 1;
alter table reports add column drafts integer not null default 1;
alter table reports add constraint reports_kind check (
  (kind = 'main' and of_report_id is null and number is null)
  or (kind = 'supplement' and of_report_id is not null and number > 0)
  or (kind = 'replacement' and of_report_id is not null and length(trim(reason)) > 0));
create unique index reports_supplements on reports (of_report_id, number) where kind = 'supplement';
create unique index reports_replacement on reports (of_report_id) where kind = 'replacement';
create index reports_round on reports (round_id, id desc) where round_id is not null;

-- Each time it was drawn up again from newer figures.
create table report_drafts (
  report_id bigint not null references reports (id),
  number integer not null,
  as_of timestamptz not null,
  snapshot jsonb not null,
  made_by text references people (id),
  primary key (report_id, number)
);
insert into report_drafts (report_id, number, as_of, snapshot, made_by)
  select id, 1, as_of, snapshot, created_by from reports;

-- Every wording of a block, so that nothing that was written is lost.
create table report_texts (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports (id),
  block text not null,
  text text not null,
  written_by text references people (id),
  written_at timestamptz not null
);
create index report_texts_report on report_texts (report_id, id);

do $$
  declare
    name text;
  begin
    foreach name in array array['report_drafts', 'report_texts'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (
        loa_system() or exists (select from reports r where r.id = report_id))', name || '_seen', name);
    end loop;
  end $$;
