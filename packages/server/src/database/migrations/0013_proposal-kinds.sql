-- A plan also proposes how much is ordered, what money is named, and what the dispatch says it comes with.
alter table proposals drop constraint proposals_kind_check;
alter table proposals add constraint proposals_kind_check check (
  kind in ('topic', 'form', 'addressee', 'link', 'deadline', 'duty', 'quantity', 'money', 'attachment')
);
