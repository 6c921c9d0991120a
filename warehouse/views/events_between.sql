-- Events whose interval touches the days from first_day to last_day, both inclusive; undated events are not among them.
CREATE MACRO events_between(first_day, last_day) AS TABLE
SELECT *
FROM events
WHERE date_start <= last_day::DATE AND date_end >= first_day::DATE
ORDER BY date_start, date_end, event_id;
