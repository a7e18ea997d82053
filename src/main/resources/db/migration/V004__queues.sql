-- Each list that people work from stands on an index of its own.

create index incident_to_sort on incident (centre_due, id)
    where centre_due is not null and state <> 'AWAITING_APPROVAL';
create index incident_to_approve on incident (centre_due, id)
    where centre_due is not null and state = 'AWAITING_APPROVAL';
create index incident_burning on incident (least(centre_due, lead_due), id)
    where least(centre_due, lead_due) is not null;
create index incident_second_look on incident (excluded_at, id)
    where state = 'EXCLUDED' and exclusion_confirmed_by is null;
create index incident_done on incident (id) where state in ('ANSWERED', 'EXCLUDED');
create index message_of_author on message (network, author_url) where author_url is not null;
