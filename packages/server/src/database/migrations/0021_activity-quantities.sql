-- One activity is one thing that was done; it may carry several quantities of its form: sessions, hours and visits of one
-- evening. It counts once, each quantity in its own figure.
alter table activities add column form text;
update activities a set form = i.form from indicators i where i.code = a.indicator;
alter table activities alter column form set not null;
-- The short form of its form (packages/contract/src/short-forms.ts).
alter table activities add column details jsonb not null default '{}' check (jsonb_typeof(details) = 'object');

create table activity_quantities (
  activity_id uuid not null references activities (id),
  indicator text not null references indicators (code),
  ordinal integer not null,
  -- In the indicator's own counting unit; never converted. For `distinct` the number of the things, for `ratio` the part.
  quantity numeric not null check (quantity > 0),
  -- Of `ratio` only: the whole.
  out_of numeric check (out_of >= quantity),
  -- As people typed it: hơn, gần, khoảng. Never added by Loa.
  qualifier text not null default 'exact' check (qualifier in ('exact', 'over', 'nearly', 'about')),
  -- Of `distinct` only: what was counted, by name, so that the same thing is counted once.
  things text[] not null default '{}',
  primary key (activity_id, indicator)
);
create index activity_quantities_indicator on activity_quantities (indicator);
insert into activity_quantities (activity_id, indicator, ordinal, quantity) select id, indicator, 0, quantity from activities;
alter table activity_quantities enable row level security;
alter table activity_quantities force row level security;
-- Whoever sees the activity sees what it counts.
create policy activity_quantities_seen on activity_quantities using (
  exists (select from activities a where a.id = activity_id));

drop index activities_figure;
alter table activities drop column indicator, drop column quantity;
create index activities_figure on activities (campaign_id, unit_id);

-- Activities and targets of whatever unit that count by it, without a look at any of them.
create function loa_indicator_uses(counted text) returns integer language plpgsql as $$
  declare
    sight text := coalesce(current_setting('loa.system', true), 'off');
    uses integer;
  begin
    perform set_config('loa.system', 'on', true);
    uses := (select count(*) from activity_quantities where indicator = counted)
      + (select count(*) from duty_targets where indicator = counted);
    perform set_config('loa.system', sight, true);
    return uses;
  end $$;
-- An indicator that counts something keeps its counting unit, and stays.
create function indicators_stay() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then raise exception 'indicators are retired, not deleted'; end if;
    if (new.code, new.form, new.unit, new.aggregation) is distinct from (old.code, old.form, old.unit, old.aggregation)
      and loa_indicator_uses(old.code) > 0 then
      raise exception 'an indicator in use keeps its counting unit';
    end if;
    return new;
  end $$;
create trigger indicators_stay before update or delete on indicators for each row execute function indicators_stay();
