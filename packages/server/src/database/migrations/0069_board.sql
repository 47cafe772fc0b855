-- What the board needs to know of each unit beside its statuses: when the order was opened there for the first time, and when
-- something was first planned for it.
alter table deliveries add column opened_at timestamptz;
alter table duties add column planned_at timestamptz;
update deliveries set opened_at = updated_at where status <> '01';
update duties du set planned_at = du.updated_at where exists (
  select from duty_targets t where t.duty_id = du.id and t.source = 'unit')
  or exists (select from vehicle_tasks t where t.duty_id = du.id)
  or exists (select from gatherings g where g.duty_id = du.id)
  or exists (select from postings p where p.duty_id = du.id);

-- The board walks them by unit.
create index deliveries_of on deliveries (campaign_id, unit_id);
drop index deliveries_campaign;
-- What was sent, the newest first.
create index deliveries_owner on deliveries (owner_unit_id, id desc);
create index deliveries_unreceived on deliveries (owner_unit_id, campaign_id) where status = '01';
