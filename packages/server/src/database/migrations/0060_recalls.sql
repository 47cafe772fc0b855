-- All states of a delivery, and taking back what was sent: asked (13), agreed (15) or refused (16).
alter table deliveries drop constraint deliveries_status_check;
alter table deliveries add constraint deliveries_status_check
  check (status in ('01', '02', '03', '04', '05', '06', '13', '15', '16'));
-- How far the receiver has come with it, whatever was asked meanwhile.
alter table deliveries add column handling text;
update deliveries set handling = status;
alter table deliveries alter column handling set not null;
alter table deliveries add constraint deliveries_handling_check check (handling in ('01', '02', '03', '04', '05', '06'));
alter table deliveries add column recall text not null default 'none'
  check (recall in ('none', 'asked', 'agreed', 'refused'));
-- What was asked for: to give the document back, or to take in what changed.
alter table deliveries add column asked text check (asked in ('recall', 'update'));
-- All that the receiver keeps of what was given back: number, date, issuer, reason, moment.
alter table deliveries add column stub jsonb;
alter table deliveries add column replaced_by_dispatch_id bigint references dispatches (id);
create index deliveries_asked on deliveries (holder_unit_id) where recall = 'asked';

alter table delivery_statuses drop constraint delivery_statuses_status_check;
alter table delivery_statuses add constraint delivery_statuses_status_check
  check (status in ('01', '02', '03', '04', '05', '06', '13', '15', '16'));
alter table delivery_statuses drop constraint delivery_statuses_check;
alter table delivery_statuses add constraint delivery_statuses_reason_check
  check (status not in ('02', '13', '16') or length(trim(reason)) > 0);
-- When it was heard here; `at` is by the clock of the body that took the step. Null: the step was taken here.
alter table delivery_statuses add column heard_at timestamptz;

alter table dispatches add column recalled_at timestamptz;
alter table dispatches add column recalled_by text references people (id);
alter table dispatches add column recall_reason text;
alter table dispatches add check ((recalled_at is null) = (recall_reason is null));
-- An incoming copy whose content was given back; number, date and issuer stay.
alter table dispatches add column emptied_at timestamptz;
alter table dispatches add column replaces_dispatch_id bigint references dispatches (id);
create index dispatches_replaces on dispatches (replaces_dispatch_id) where replaces_dispatch_id is not null;
create index dispatches_source on dispatches (source_dispatch_id) where source_dispatch_id is not null;

-- What grew from a dispatch that was recalled or replaced goes no further; what was done stays as it is.
alter table campaigns add column stopped_at timestamptz;
alter table campaigns add column stop_reason text;
alter table duties drop constraint duties_state_check;
alter table duties add constraint duties_state_check
  check (state in ('assigned', 'accepted', 'declined', 'done', 'stopped'));

-- Who gave a document back no longer sees it.
drop policy dispatches_seen on dispatches;
create policy dispatches_seen on dispatches using (
  loa_system() or owner_unit_id in (select unnest(loa_units()))
  or (issued_at is not null and exists (
    select from deliveries d where d.dispatch_id = dispatches.id and d.stub is null
      and d.unit_id in (select unnest(loa_units())))))
  with check (loa_system() or owner_unit_id in (select unnest(loa_units())));
