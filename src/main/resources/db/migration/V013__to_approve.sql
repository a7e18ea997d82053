-- The approver sees what co-executors sent whatever stage the draft is at.

drop index incident_to_approve;
create index incident_to_approve on incident (centre_due, id) where centre_due is not null and state <> 'DETECTED';
