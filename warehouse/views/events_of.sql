-- Events in which an actor of that name (any part of it, in any case) took part.
CREATE MACRO events_of(wanted_name) AS TABLE
SELECT e.*
FROM events e
WHERE e.event_id IN (
    SELECT p.event_id
    FROM event_participants p
    LEFT JOIN actors a USING (actor_id)
    WHERE
        contains(strip_accents(lower(p.name)), strip_accents(lower(wanted_name)))
        OR list_contains(list_transform(a.aliases, lambda x: strip_accents(lower(x))), strip_accents(lower(wanted_name)))
)
ORDER BY e.date_start NULLS LAST, e.event_id;
