-- A request that waited until its opening was closed ends before the person hears of it.
alter table introductions_request drop constraint introductions_request_because;
alter table introductions_request add constraint introductions_request_because
  check (ended_because in ('SUSPENDED', 'NETWORK_STOPPED', 'MODE', 'GATE_REFUSED', 'GATE_LAPSED', 'OPENING_CLOSED'));
