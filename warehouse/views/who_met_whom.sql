-- Each pair of persons that took part in the same meeting, call, visit, summit or negotiation, once an event.
CREATE VIEW who_met_whom AS
SELECT
    a.name AS person_a,
    b.name AS person_b,
    e.event_type,
    e.medium,
    e.date_start,
    e.date_end,
    e.place_name,
    e.status,
    e.document_count AS documents,
    a.actor_id AS actor_id_a,
    b.actor_id AS actor_id_b,
    e.event_id
FROM events e
JOIN event_participants a USING (event_id)
JOIN event_participants b USING (event_id)
WHERE
    a.kind = 'person'
    AND b.kind = 'person'
    AND a.name < b.name
    AND e.event_type IN ('meeting', 'call', 'visit', 'summit', 'negotiation')
ORDER BY e.date_start NULLS LAST, e.event_id, person_a, person_b;
