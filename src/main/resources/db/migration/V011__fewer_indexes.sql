-- No list stands on these any more, and each cost every change of an incident a write.

drop index incident_of_centre;
drop index obligation_burning;
